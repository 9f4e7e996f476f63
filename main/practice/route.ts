import type { AwsFault } from './aws-fault';
import type { WireAnswer } from './wire';
import type { Call } from './world';

/** Where a request goes, in which protocol its answer is written, and what must hold before it is carried out. */
export interface Route {
  /** As actions name it: kms, sts, iam, sso, sso-oidc. */
  readonly service: string;
  readonly operation: string;
  readonly needsSignature: boolean;
  /** Undefined for an operation that the practice AWS does not have. */
  readonly run: ((call: Call) => Promise<WireAnswer> | WireAnswer) | undefined;
  readonly refusal: (fault: AwsFault, requestId: string) => WireAnswer;
  /** What the request is about, for the words of a denial. */
  readonly resource: () => string;
  /** Further actions that the caller must be allowed. */
  readonly alsoNeeds: () => readonly string[];
}
