import type { CustodyView } from './custody';
import type { WrappingAlgorithm, WrappingKeySpec } from '../kms-words';
import type { CardNoteView } from './receiver-card';
import type { MaterialChoice } from './app';

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

export type ProxyChoice =
  { readonly kind: 'system' } | { readonly kind: 'none' } | { readonly kind: 'manual'; readonly url: string };

/** A certificate authority, which could answer in place of AWS once it is trusted. */
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
}

export interface PreflightView {
  readonly rows: readonly PermissionRow[];
  /** IAM policy JSON for the IAM administrator, when something needed is denied or unknown. */
  readonly missingStatement?: string;
}

export interface PrincipalView {
  readonly arn: string;
  readonly name: string;
  readonly kind: 'user' | 'role';
}

export type PrincipalsAnswer =
  | { readonly state: 'listed'; readonly principals: readonly PrincipalView[]; readonly more: boolean }
  | { readonly state: 'not-allowed' };

export type ReceiverPreset = 'bluescape' | 'other';

export interface ReceiverChoice {
  readonly preset: ReceiverPreset;
  readonly name: string;
  /** 12 digits. */
  readonly accountId: string;
  /** Whether the receiver uses the key through AWS services, and so needs grants. */
  readonly needsGrants: boolean;
  /** From the receiver card, if the receiver came from one. */
  readonly note?: CardNoteView;
}

export type Expiry = { readonly kind: 'never' } | { readonly kind: 'on'; readonly validTo: string };

export interface TagView {
  readonly key: string;
  readonly value: string;
}

/** Everything that the create-and-import job gets before its review. */
export interface KeyDraft {
  readonly session: string;
  readonly receiver: ReceiverChoice;
  /** Without `alias/`. */
  readonly alias: string;
  readonly description: string;
  readonly tags: readonly TagView[];
  readonly administrators: readonly string[];
  readonly users: readonly string[];
  readonly multiRegion: boolean;
  readonly expiry: Expiry;
  readonly wrappingKeySpec: WrappingKeySpec;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  /** Absent until the person has decided; a plan without it is only shown, and cannot be carried out. */
  readonly material?: MaterialChoice;
}

export interface PolicyStatementView {
  readonly sid: string;
  /** ARNs. */
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly onlyForAwsResources: boolean;
}

/** A draft that passed every check, and what it will do. */
export interface PlanView {
  readonly plan: string;
  readonly mode: Mode;
  readonly region: string;
  readonly accountId: string;
  readonly draft: KeyDraft;
  readonly statements: readonly PolicyStatementView[];
  readonly policyJson: string;
  readonly alias: 'free' | 'taken' | 'unknown';
  /** Names of the API operations, in order. */
  readonly calls: readonly string[];
}

/** The rows of the running list, in order. */
export const runSteps = [
  'create-key',
  'create-alias',
  'get-parameters',
  'self-test',
  'wrap',
  'import',
  'describe',
  'round-trip',
  'policy',
] as const;
export type RunStep = (typeof runSteps)[number];

export type RowState = 'waiting' | 'running' | 'done' | 'failed' | 'unknown' | 'skipped';

export interface RunRow {
  readonly step: RunStep;
  readonly state: RowState;
  /** For `get-parameters`: an earlier set had expired, so the material has to be wrapped again as well. */
  readonly isRenewed?: true;
  readonly tookMs?: number;
  /** ISO 8601, UTC, by AWS's time. */
  readonly endedAt?: string;
  readonly requestId?: string;
}

/** Only for display while a run goes on: all rows, each time one changes. */
export interface RunProgress {
  readonly seq: number;
  readonly rows: readonly RunRow[];
}

/**
 * The only action to offer after a failure. `change-key` leads back to the form, because no key exists yet;
 * `choose-key`, `change-alias` and `change-material` go on with what exists, and their answer goes into continueRun's
 * `changes`.
 */
export type NextAction =
  'continue' | 'sign-in' | 'change-key' | 'choose-key' | 'change-alias' | 'change-material' | 'stop';

/** One of several keys with the tag of the same run. */
export interface CandidateKey {
  readonly keyId: string;
  /** As AWS names it. */
  readonly state: string;
  /** ISO 8601, UTC; absent if AWS does not say it. */
  readonly createdAt?: string;
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
  readonly untested?: 'not-allowed' | 'other-kind';
  readonly keyMaterialId?: string;
  /** 16 hex digits that identify the key material without revealing it; absent when it is not known. */
  readonly checkValue?: string;
  /** Absent in the finish-import job: the copy was made on the offline computer. */
  readonly custody?: CustodyView;
  readonly receiver?: ReceiverChoice;
  readonly actionsAllowed: readonly string[];
  /** IAM policy JSON that the receiver attaches on their side. */
  readonly receiverStatement?: string;
  /** eventName values to look for in CloudTrail. */
  readonly cloudTrailEvents: readonly string[];
  readonly requestIds: readonly { readonly operation: string; readonly requestId: string }[];
}
