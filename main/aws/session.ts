import type { SignedInView } from '../shared/views/aws';
import type { KmsPort } from './kms-port';

/** One signed-in identity in one Region. Credentials stay inside the clients that made these ports. */
export interface AwsSession {
  readonly view: SignedInView;
  readonly kms: KmsPort;
  readonly iam: IamPort;
  /** AWS's time minus this computer's, in milliseconds, as found when signing in. */
  readonly clockOffsetMs: number;
  /**
   * Whether `view.principalArn` is known for certain. A role's path is not in GetCallerIdentity's answer; where IAM
   * would not tell it either, the ARN is a guess, and a key policy that names it may be refused.
   */
  readonly principalIsCertain: boolean;
  /** Endpoints that are not AWS's, which the person agreed to; absent where there are none. */
  readonly foreignEndpoints?: readonly { readonly service: string; readonly host: string }[];
  /** Certificates that the person chose to trust, SHA-256 in hex; absent where there are none. */
  readonly authorities?: readonly string[];
  /** Proxies that requests were given to so far, `host:port`; absent where none could be. */
  readonly proxies?: () => readonly string[];
  /** Ends the clients; their credentials are gone with them. */
  readonly close: () => void;
}

/** `explicitly-denied` cannot be made good by a key policy; `denied` perhaps can. */
export type SimulatedDecision = 'allowed' | 'denied' | 'explicitly-denied';

export interface IamPort {
  /** `undefined` when the caller may not list. */
  readonly searchPrincipals: (
    query: string,
  ) => Promise<{ readonly arns: readonly string[]; readonly more: boolean } | undefined>;
  /** Decision by action name; `undefined` when the caller may not simulate. */
  readonly simulate: (
    principalArn: string,
    actions: readonly string[],
  ) => Promise<ReadonlyMap<string, SimulatedDecision> | undefined>;
}
