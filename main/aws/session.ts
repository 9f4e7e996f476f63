import type { SignedInView } from '../shared/views/aws';
import type { KmsPort } from './kms-port';

/** One signed-in identity in one Region. Its credentials stay inside the clients behind these ports. */
export interface AwsSession {
  readonly view: SignedInView;
  readonly kms: KmsPort;
  /** The same calls, each tried once: for reading thousands of keys, which paces itself. */
  readonly kmsOnce: KmsPort;
  /** The same sign-in in another Region; nothing is sent for it. It ends with this one. */
  readonly inRegion: (region: string) => AwsSession;
  readonly iam: IamPort;
  /** AWS's time minus this computer's, in milliseconds, measured at sign-in. */
  readonly clockOffsetMs: number;
  /**
   * Whether `view.principalArn` is certain. GetCallerIdentity does not return a role's path; if IAM does not either,
   * the ARN is a guess, and a key policy that names it may be refused.
   */
  readonly principalIsCertain: boolean;
  /** Endpoints that are not AWS's and that the person agreed to; absent if there are none. */
  readonly foreignEndpoints?: readonly { readonly service: string; readonly host: string }[];
  /** Certificates that the person chose to trust, SHA-256 in hex; absent if there are none. */
  readonly authorities?: readonly string[];
  /** Proxies that got requests so far, `host:port`; absent for practice. */
  readonly proxies?: () => readonly string[];
  /** Ends the clients, and with them their credentials. */
  readonly close: () => void;
}

/** A key policy may still allow what is `denied`, but never what is `explicitly-denied`. */
export type SimulatedDecision = 'allowed' | 'denied' | 'explicitly-denied';

export interface IamPort {
  /** Undefined when the caller may not list. */
  readonly searchPrincipals: (
    query: string,
  ) => Promise<{ readonly arns: readonly string[]; readonly more: boolean } | undefined>;
  /**
   * Whether there is a role of exactly this ARN, its path included, in the own account; undefined when the caller may not
   * ask.
   */
  readonly hasRole: (arn: string) => Promise<boolean | undefined>;
  /** Decisions by action name; undefined when the caller may not simulate. */
  readonly simulate: (
    principalArn: string,
    actions: readonly string[],
  ) => Promise<ReadonlyMap<string, SimulatedDecision> | undefined>;
}
