import type { CustodyView } from '../../schemas/custody';
import type { OpenAdditionView } from './addition';
import type { KeyDraft, ReceiverChoice } from '../../schemas/key';
import type { RunRow } from '../../schemas/run';
import type { ProxyChoice } from '../../schemas/sign-in';
import type { ReadStatement } from './policy';
import type { MaterialCount } from './material-count';
import type { ReceiverWantsView } from './receiver-wants';

export type {
  CandidateKey,
  Expiry,
  KeyDraft,
  PolicyStatementView,
  ReceiverChoice,
  TagView,
} from '../../schemas/key';
export type { NextAction } from '../../schemas/next-action';
export type { RowState, RunRow } from '../../schemas/run';
export type { ProxyChoice } from '../../schemas/sign-in';
export { runSteps, type RunStep } from '../run-steps';

/** What the page may know of AWS: never a credential, a token or wrapped bytes. */

/** `practice` never leaves this computer, and is marked as practice wherever it is shown. */
export type Mode = 'practice' | 'aws';

export type ProfileKind =
  'static' | 'sso' | 'assume-role' | 'credential-process' | 'web-identity' | 'login' | 'incomplete';

/** A profile in the person's own AWS files. */
export interface ProfileView {
  readonly name: string;
  readonly kind: ProfileKind;
  readonly region?: string;
  readonly accountId?: string;
  readonly roleName?: string;
  /** Whether a one-time code will be needed. */
  readonly needsMfa: boolean;
  /** Programs that must run for its credentials, as the AWS files name them; absent when there are none. */
  readonly programs?: readonly string[];
}

export interface EndpointView {
  readonly service: string;
  readonly url: string;
  /** Where the override was found. */
  readonly source: 'environment' | 'profile';
  readonly isAws: boolean;
}

/** A certificate whose holder could answer in place of AWS, once it is trusted. */
export interface AuthorityView {
  readonly subject: string;
  /** SHA-256 of the certificate, 64 lower-case hex digits. */
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly validFrom: string;
  /** ISO 8601, UTC. */
  readonly validTo: string;
}

export interface AuthoritiesView {
  /** Base name of the PEM file. */
  readonly fileName: string;
  readonly certificates: readonly AuthorityView[];
}

/** How AWS is reached. */
export interface ConnectionView {
  readonly proxy: ProxyChoice;
  /** A company's own certificate authorities, which the person chose to trust. */
  readonly ca?: AuthoritiesView;
  readonly fips: boolean;
  readonly dualStack: boolean;
  readonly endpoints: readonly EndpointView[];
  /** Whether the person agreed to the endpoints that are not AWS's. */
  readonly foreignEndpointsAllowed: boolean;
}

export interface RegionView {
  readonly code: string;
  readonly name: string;
  readonly partition: string;
  readonly partitionName: string;
  /** The organisation lets nobody use it. */
  readonly isForbidden?: true;
}

export interface SignedInView {
  readonly session: string;
  readonly mode: Mode;
  readonly accountId: string;
  /** As GetCallerIdentity returns it. */
  readonly callerArn: string;
  /** The user or role behind it, as a key policy names it. */
  readonly principalArn: string;
  readonly partition: string;
  readonly region: string;
  /** ISO 8601, UTC; absent for credentials that do not expire. */
  readonly expiresAt?: string;
  /** AWS's time minus this computer's, in milliseconds; absent unless it is more than a few minutes. */
  readonly clockOffsetMs?: number;
}

export interface RoleChoice {
  readonly accountId: string;
  readonly accountName: string;
  readonly roleNames: readonly string[];
}

/** What practice offers to sign in with. None of it is a secret: AWS knows nothing of it. */
export interface PracticeSignInView {
  readonly startUrl: string;
  readonly ssoRegion: string;
  /** What the practice MFA device shows. */
  readonly mfaCode: string;
  /** Temporary credentials to copy and paste. */
  readonly block: string;
}

export type SignInAnswer =
  | { readonly state: 'signed-in'; readonly signedIn: SignedInView }
  | { readonly state: 'mfa'; readonly serial: string }
  /** Nothing was run yet. A request with this `consent` (64 hex digits) as its `runs` will run these programs. */
  | { readonly state: 'program'; readonly programs: readonly string[]; readonly consent: string }
  | {
      readonly state: 'browser';
      readonly attempt: string;
      readonly userCode: string;
      readonly verificationUrl: string;
      readonly expiresAt: string;
    }
  | { readonly state: 'choose-role'; readonly attempt: string; readonly accounts: readonly RoleChoice[] };

export type PermissionAnswer = 'allowed' | 'denied' | 'unknown';

export interface PermissionRow {
  /** As IAM names it: `kms:CreateKey`. */
  readonly action: string;
  readonly answer: PermissionAnswer;
  /** The job can go on without it, less conveniently. */
  readonly optional: boolean;
  /** Asked only of a person who adds a receiver by a grant. */
  readonly forGrants?: true;
}

export interface PreflightView {
  readonly rows: readonly PermissionRow[];
  /** IAM policy JSON for the IAM administrator, when something needed is denied or unknown. */
  readonly missingStatement?: string;
  /** The same for what only a grant takes. */
  readonly missingForGrants?: string;
}

export interface PrincipalView {
  readonly arn: string;
  readonly name: string;
  readonly kind: 'user' | 'role';
}

export type PrincipalsAnswer =
  | { readonly state: 'listed'; readonly principals: readonly PrincipalView[]; readonly more: boolean }
  | { readonly state: 'not-allowed' };

/** A draft that passed every check, and what carrying it out will do. */
export interface PlanView {
  readonly plan: string;
  readonly mode: Mode;
  readonly region: string;
  readonly accountId: string;
  readonly draft: KeyDraft;
  readonly statements: readonly ReadStatement[];
  readonly policyJson: string;
  readonly alias: 'free' | 'taken' | 'unknown';
  /** Names of the API operations, in order. */
  readonly calls: readonly string[];
}

/** Advisory while a run goes on: all rows, each time one changes. */
export interface RunProgress {
  readonly seq: number;
  readonly rows: readonly RunRow[];
}

/** What importing material once more did. */
export interface AgainView {
  /** `finish`: it came wrapped from an offline computer. `rotate`: it is new, and the current one now. */
  readonly aim: 'bring-back' | 'extend' | 'finish' | 'rotate';
  /** The key's, as AWS names it, before. */
  readonly stateBefore: string;
  /** When its material expired, or would have expired, before: ISO 8601, UTC, or `never`; absent where AWS has forgotten it. */
  readonly expiredBefore?: string;
  /** What the key needs to work; absent where AWS does not tell. `missing`: key material IDs, 64 hex digits each. */
  readonly materials?: MaterialCount & { readonly missing: readonly string[] };
  /** `changed`: somebody else changed it meanwhile, and whoever went on was told. */
  readonly policy: 'same' | 'changed' | 'not-compared';
  readonly rotated?: RotatedView;
}

/** What a rotation changed. Key material IDs: 64 hex digits each. */
export interface RotatedView {
  /** Absent where AWS did not name it. */
  readonly formerId?: string;
  readonly newId: string;
  /** Whether a text that was encrypted before was read afterwards. */
  readonly readsOld: boolean;
  /** Whether a new text was seen to be encrypted with the new material. */
  readonly writesNew: boolean;
}

export interface HandOverView {
  readonly mode: Mode;
  readonly keyArn: string;
  readonly keyId: string;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  /** Only a name, never an identifier: it means nothing outside its own account. Absent in the finish-import job. */
  readonly alias?: string;
  readonly keyState: string;
  /** ISO 8601, UTC. */
  readonly checkedAt: string;
  /** ISO 8601, UTC; absent when the key material does not expire. */
  readonly expiresAt?: string;
  readonly multiRegion: boolean;
  /** Why no test text was encrypted and decrypted with the key; absent when the test was made. */
  readonly untested?: 'not-allowed' | 'other-kind' | 'stopped';
  readonly keyMaterialId?: string;
  /** 16 hex digits that identify the key material without revealing it; absent when it is not known. */
  readonly checkValue?: string;
  /** Absent in the finish-import job: the copy was made on the offline computer. */
  readonly custody?: CustodyView;
  readonly receiver?: ReceiverChoice;
  readonly wants: ReceiverWantsView;
  /** Set where material was imported into a key that had it before. */
  readonly again?: AgainView;
  /** Set while the receiver is still to be let in, and this is the end of the work that made the key. */
  readonly toBeAdded?: OpenAdditionView;
  readonly actionsAllowed: readonly string[];
  /** IAM policy JSON that the receiver attaches on their side. */
  readonly receiverStatement?: string;
  /** eventName values to look for in CloudTrail. */
  readonly cloudTrailEvents: readonly string[];
  readonly requestIds: readonly { readonly operation: string; readonly requestId: string }[];
}
