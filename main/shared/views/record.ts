export type { PeopleView, PersonView } from '../../schemas/people';
import type { PeopleView } from '../../schemas/people';
import type { RunStep, Mode, RowState } from './aws';
import type { AppErrorCode } from '../errors';
import type { WrappingAlgorithm, WrappingKeySpec } from '../kms-words';
import type { WrapStage } from '../progress';
import type { MaterialKind } from './app';

/**
 * A ceremony record as the page and the printer see it, after its chain was checked. Each section is what one kind of
 * event of the file says (docs/verify-record.md). What there was none of says so: `'none'` is written, never assumed.
 * Nothing in it is secret, and no path of a computer is in it.
 */
export interface CeremonyRecordView {
  /** 64 lower-case hex digits: the last hash of the chain. On the signed paper it binds the file. */
  readonly head: string;
  /** Of all events, the first and the last included. */
  readonly eventCount: number;
  readonly ceremony: CeremonySection;
  /** When the record was made and its chain closed. */
  readonly closedAt: RecordedInstant;
  /** One line of the sign-off for each person. */
  readonly people: PeopleView;
  readonly key: KeySection;
  readonly material: MaterialSection;
  readonly wrapping: WrappingSection;
  readonly custody: CustodySection;
  readonly policy: PolicySection | 'none';
  readonly receiver: ReceiverSection | 'none';
  /** The rows of the run in the order in which they ended; of the offline job those that it has. */
  readonly steps: readonly StepSection[];
  readonly calls: readonly CallSection[] | 'none';
  /** What the offline job saved. */
  readonly files: readonly FileSection[] | 'none';
  readonly erasure: ErasureSection;
  readonly exceptions: readonly RecordedException[] | 'none';
}

/** The same instant twice, ISO 8601 with milliseconds: in UTC, and with the offset of the computer's own zone. */
export interface RecordedInstant {
  /** `2026-03-04T10:02:03.000Z` */
  readonly utc: string;
  /** `2026-03-04T11:02:03.000+01:00` */
  readonly local: string;
}

export type CeremonyJob = 'create-and-import' | 'finish-import' | 'wrap-offline';

export interface CeremonySection {
  /** A UUID that names this ceremony. */
  readonly id: string;
  readonly job: CeremonyJob;
  /** `practice` is marked as practice wherever it shows; `offline` touched no AWS at all. */
  readonly mode: Mode | 'offline';
  readonly appVersion: string;
  /** SHA-256 over the compiled app that ran, 64 hex digits. */
  readonly buildSha256: string;
  /** IANA name of the computer's time zone. */
  readonly timeZone: string;
  readonly begunAt: RecordedInstant;
}

/** What is not known of a key offline is absent. */
export interface KeySection {
  readonly keyId?: string;
  readonly keyArn?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** Without the `alias/` in front. */
  readonly alias?: string;
  readonly multiRegion?: boolean;
  /** KMS key state as AWS last said it. */
  readonly state?: string;
  readonly checkedAt?: RecordedInstant;
  /** `'never'`: the key material does not expire. */
  readonly expiresAt?: RecordedInstant | 'never';
  /** Of the material that was imported, 64 hex digits, as AWS names it. */
  readonly keyMaterialId?: string;
}

export interface MaterialSection {
  /** `wrapped-elsewhere`: it came wrapped from an offline computer. */
  readonly source: 'generated' | 'file' | 'restored' | 'wrapped-elsewhere';
  readonly kind?: MaterialKind;
  readonly lengthBytes?: number;
  /** For private keys: 'RSA 2048', 'P-256', … */
  readonly keyName?: string;
  /** 16 hex digits; `'unknown'` where nothing said it. */
  readonly checkValue: string;
}

export interface WrappingSection {
  /** Absent where the wrapped material came without it. */
  readonly wrappingAlgorithm?: WrappingAlgorithm;
  readonly wrappingKeySpec?: WrappingKeySpec;
  /** SHA-256 of the wrapping key's SubjectPublicKeyInfo, 64 hex digits. */
  readonly wrappingKeySha256?: string;
  /** SHA-256 over the wrapped material and the import token that it belongs to, each with its length in front. */
  readonly pairSha256: string;
  readonly parametersValidTo?: RecordedInstant;
}

export interface FileSection {
  readonly name: string;
  readonly bytes: number;
  /** 64 hex digits; absent for a clear export, whose digest would help a guesser. */
  readonly sha256?: string;
}

export type CustodySection =
  | { readonly kept: 'none' }
  /** Of material that came wrapped: the offline computer keeps the copy, and its record says which. */
  | { readonly kept: 'elsewhere' }
  | {
      readonly kept: 'passphrase' | 'recipients' | 'shares';
      /** Whether the copy existed before: then it was opened, and not made. */
      readonly restored: boolean;
      readonly madeAt: RecordedInstant;
      readonly files: readonly FileSection[];
      readonly shares?: {
        /** `7F3A-91C2` */
        readonly serial: string;
        readonly threshold: number;
        readonly count: number;
        /** In the order of the numbers of their shares, as far as they are known. */
        readonly custodians: readonly string[];
      };
    };

export interface PolicySection {
  /** Of its UTF-8 bytes, 64 hex digits. */
  readonly sha256: string;
  /** The key policy as it was sent, JSON text. */
  readonly text: string;
  readonly statements: readonly {
    readonly sid: string;
    readonly principals: readonly string[];
    readonly actions: readonly string[];
    readonly onlyForAwsResources: boolean;
  }[];
  /** Whether AWS was asked for it afterwards and answered the same. */
  readonly readBack: boolean;
}

export interface ReceiverSection {
  readonly name: string;
  readonly accountId: string;
  /** IAM actions that the key policy allows to that account. */
  readonly actionsAllowed: readonly string[];
}

export interface StepSection {
  readonly step: RunStep | WrapStage;
  readonly state: Exclude<RowState, 'waiting' | 'running'>;
  /** Absent for what was skipped or whose end was not noted. */
  readonly endedAt?: RecordedInstant;
  readonly tookMs?: number;
  readonly requestId?: string;
}

/** One call of AWS KMS; the same call again and again, with the same outcome, is one with `times`. */
export interface CallSection {
  /** `CreateKey`: also the eventName to look for in CloudTrail, at eventSource `kms.amazonaws.com`. */
  readonly operation: string;
  /** `unknown`: no answer came. */
  readonly outcome: 'done' | 'refused' | 'unknown';
  readonly times: number;
  /** Of the last of them. */
  readonly endedAt: RecordedInstant;
  readonly requestId?: string;
}

export interface ErasureSection {
  /** Success is reported only after the process that held the material has ended; `elsewhere`: none held it here. */
  readonly vaultProcess: 'ended' | 'elsewhere';
  /** The file with the clear key material, where somebody chose to save one. */
  readonly clearExport: { readonly name: string } | 'none';
  /** `untouched`: the material came from a file of the person's own, which still holds it in clear. */
  readonly ownFile: 'untouched' | 'none';
}

/** What was out of the ordinary. `at`: when it was last so, where that is known. `times`: 1 or more. */
export type RecordedException = { readonly at?: RecordedInstant; readonly times: number } & (
  | { readonly kind: 'no-copy'; readonly typed: string }
  | { readonly kind: 'sha-1'; readonly wrappingAlgorithm: WrappingAlgorithm }
  | { readonly kind: 'clear-export'; readonly fileName: string }
  /** An endpoint that is not AWS's, which a person agreed to. */
  | { readonly kind: 'foreign-endpoint'; readonly service: string; readonly host: string }
  /** A certificate authority that a person chose to trust: its holder could have answered in place of AWS. */
  | { readonly kind: 'chosen-authority'; readonly sha256: string }
  /** A proxy that requests to AWS were given to, `host:port`. */
  | { readonly kind: 'proxy'; readonly host: string }
  /** Import parameters were too old, and fetched again; the material was wrapped once more. */
  | { readonly kind: 'parameters-renewed' }
  /** No answer came; AWS was asked what had become of it. */
  | { readonly kind: 'looked-up'; readonly step: RunStep }
  /** The run paused at a step and was gone on with later. `code`: why. */
  | { readonly kind: 'resumed'; readonly step: RunStep; readonly code: AppErrorCode | 'app-ended' }
  | { readonly kind: 'restored-material' }
  /** Several keys carried the tag of the ceremony; a person chose the one that the record is of. */
  | { readonly kind: 'key-chosen' }
  /** While the run paused, other key material was chosen. */
  | { readonly kind: 'other-material' }
  | { readonly kind: 'restored-for-new-key' }
  /** A check after the import that was not allowed, or does not exist for the key. */
  | { readonly kind: 'not-checked'; readonly step: RunStep }
  | { readonly kind: 'check-value-unknown' }
  /** Wrapped material came without a transfer code to compare; somebody typed that it was not. */
  | { readonly kind: 'transfer-code-not-compared' }
  /** A copy that anybody could have made was restored without the check value; somebody said that it is not known. */
  | { readonly kind: 'check-value-not-compared' }
  /** An earlier version of the app began this ceremony, and noted less. */
  | { readonly kind: 'begun-by-earlier-version' }
);

/** A record that was saved, read back and checked; or one that was brought to be checked, and is whole. */
export interface RecordFileView {
  /** Base name. */
  readonly fileName: string;
  /** Of the paper to sign, saved beside it; absent where it could not be printed, and where nothing was saved. */
  readonly pdfFileName?: string;
  readonly record: CeremonyRecordView;
}
