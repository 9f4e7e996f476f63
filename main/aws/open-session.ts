import { randomUUID } from 'node:crypto';
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Mode } from '../shared/views/aws';
import { err, ok, type Result } from '../shared/result';
import { callerOf, isRoleArn, type Caller } from './caller';
import { clientConfig, type AwsCredentials, type ServiceSettings } from './transport/client-settings';
import { createIamPort } from './iam';
import { createKmsPorts } from './kms';
import { look, lookOnce, patience as usualPatience, type Patience } from './send';
import type { ServiceName } from './transport/service-names';
import type { AwsSession } from './session';

/** How a sign-in reaches each service in each Region. */
export type Reach = (service: ServiceName, region: string) => ServiceSettings;

export interface OpenSessionInput {
  readonly mode: Mode;
  readonly region: string;
  readonly credentials: AwsCredentials;
  readonly reach: Reach;
  readonly patience?: Patience;
  /** What is known of the connection. */
  readonly connection?: Pick<AwsSession, 'foreignEndpoints' | 'authorities' | 'proxies'>;
}

const sessionCall = (source: 'sts' | 'iam', operation: string) =>
  ({ source, operation, stage: 'sign-in' }) as const;

/**
 * Finds out whose credentials these are, and makes the ports that use them. GetCallerIdentity needs no permission, so a
 * refusal is about the credentials themselves. If this computer's clock is wrong, AWS's time is used from here on.
 */
export async function openSession(input: OpenSessionInput): Promise<Result<AwsSession>> {
  const { mode, region, credentials, reach, patience = usualPatience } = input;
  const sts = new STSClient(clientConfig(reach('sts', region), credentials));
  const identity = await look(
    {
      ...sessionCall('sts', 'GetCallerIdentity'),
      send: () => sts.send(new GetCallerIdentityCommand({})),
      read: ({ Arn, Account }) => callerOf(Arn, Account),
    },
    patience,
  );
  // The SDK keeps the difference between the last answer's Date and this computer's clock here.
  const clockOffsetMs = withoutNoise(sts.config.systemClockOffset);
  sts.destroy();
  if (identity.outcome !== 'done') return err(identity.error);
  const caller = identity.value;

  const config = (service: ServiceName, where: string) =>
    clientConfig(reach(service, where), credentials, clockOffsetMs);
  const exactRole = await findRole(caller, new IAMClient(config('iam', region)));
  const iam = createIamPort(config('iam', region), { ...caller, region }, patience);
  const view = {
    session: randomUUID(),
    mode,
    accountId: caller.accountId,
    callerArn: caller.callerArn,
    principalArn: exactRole ?? caller.principalArn,
    partition: caller.partition,
    ...(isWrongClock(clockOffsetMs) ? { clockOffsetMs } : {}),
    ...(credentials.expiration ? { expiresAt: credentials.expiration.toISOString() } : {}),
  };
  const opened = new Map<string, AwsSession>();
  const closing: (() => void)[] = [iam.close];

  function inRegion(where: string): AwsSession {
    const before = opened.get(where);
    if (before) return before;
    const { kms, kmsOnce, close } = createKmsPorts(config('kms', where), patience);
    closing.push(close);
    const session: AwsSession = {
      ...input.connection,
      view: { ...view, region: where },
      kms,
      kmsOnce,
      inRegion,
      iam,
      clockOffsetMs,
      principalIsCertain: caller.roleName === undefined || exactRole !== undefined,
      close: () => closing.splice(0).forEach((end) => end()),
    };
    opened.set(where, session);
    return session;
  }
  return ok(inRegion(region));
}

// A small offset is noise: a Date has whole seconds, and the answer took time to arrive.
const withoutNoise = (offsetMs: number): number => (Math.abs(offsetMs) < 5_000 ? 0 : offsetMs);

/** AWS refuses signatures whose time is off by five minutes; a clock that is off by less is good enough. */
const isWrongClock = (offsetMs: number): boolean => Math.abs(offsetMs) >= 5 * 60_000;

/** The role's ARN with its path; undefined when there is no role, or IAM does not say. */
async function findRole(caller: Caller, iam: IAMClient): Promise<string | undefined> {
  const { roleName } = caller;
  if (roleName === undefined) return undefined;
  const role = await lookOnce({
    ...sessionCall('iam', 'GetRole'),
    send: () => iam.send(new GetRoleCommand({ RoleName: roleName })),
    read: ({ Role }) => (isRoleArn(Role?.Arn, caller) ? Role.Arn : undefined),
  });
  return role.outcome === 'done' ? role.value : undefined;
}
