import type { SignedInView } from '../shared/aws-views';
import type { KmsPort } from './kms-port';

/** One signed-in identity in one Region. Credentials stay inside the clients that made these ports. */
export interface AwsSession {
  readonly view: SignedInView;
  readonly kms: KmsPort;
  readonly iam: IamPort;
  /** Ends the clients; their credentials are gone with them. */
  readonly close: () => void;
}

export interface IamPort {
  /** `undefined` when the caller may not list. */
  readonly searchPrincipals: (
    query: string,
  ) => Promise<{ readonly arns: readonly string[]; readonly more: boolean } | undefined>;
  /** Decision by action name; `undefined` when the caller may not simulate. */
  readonly simulate: (
    principalArn: string,
    actions: readonly string[],
  ) => Promise<ReadonlyMap<string, 'allowed' | 'denied'> | undefined>;
}
