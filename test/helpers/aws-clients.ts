import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { SSOClient } from '@aws-sdk/client-sso';
import { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import { STSClient } from '@aws-sdk/client-sts';
import type { PracticeAws } from '../../main/practice/practice-aws';

export interface AwsClients {
  readonly kms: KMSClient;
  readonly sts: STSClient;
  readonly iam: IAMClient;
  readonly sso: SSOClient;
  readonly oidc: SSOOIDCClient;
}

export interface AwsReach {
  /** Answers in this process. */
  readonly practice?: Pick<PracticeAws, 'handle'>;
  /** `http://127.0.0.1:port` of a server that answers instead. */
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** The real clients of the AWS SDK, with one attempt per call. They reach only what is named here. */
export function awsClients({
  practice,
  endpoint,
  region = 'eu-central-1',
  credentials,
}: AwsReach): AwsClients {
  const config = {
    region,
    maxAttempts: 1,
    credentials: credentials ?? { accessKeyId: '111122223333', secretAccessKey: 'anything' },
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(practice === undefined ? {} : { requestHandler: { handle: practice.handle } }),
  };
  return {
    kms: new KMSClient(config),
    sts: new STSClient(config),
    iam: new IAMClient(config),
    sso: new SSOClient(config),
    oidc: new SSOOIDCClient(config),
  };
}

export function destroyClients(clients: AwsClients): void {
  const { kms, sts, iam, sso, oidc } = clients;
  for (const client of [kms, sts, iam, sso, oidc]) client.destroy();
}

/** The name of the error that a call ends with. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  const [name] = await refusal(call);
  return name;
}

/** Name and text of the error that a call ends with. */
export async function refusal(call: Promise<unknown>): Promise<readonly [string, string]> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return [error.name, error.message];
    throw error;
  }
  return ['done', ''];
}
