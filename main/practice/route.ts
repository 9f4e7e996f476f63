import type { AwsFault } from './aws-fault';
import type { WireAnswer } from './wire';
import type { Call } from './world';

/** The operation that a request is for, the checks that come first, and how a refusal is written. */
export interface Route {
  /** As actions name it: kms, sts, iam, sso, sso-oidc. */
  readonly service: string;
  readonly operation: string;
  readonly needsSignature: boolean;
  /** Undefined for an operation that the practice AWS does not have. */
  readonly run: ((call: Call) => Promise<WireAnswer> | WireAnswer) | undefined;
  readonly refusal: (fault: AwsFault, requestId: string) => WireAnswer;
  /** The resource of the request, for the text of a denial. */
  readonly resource: () => string;
  /** Further actions that the caller must be allowed to do. */
  readonly alsoNeeds: () => readonly string[];
}
