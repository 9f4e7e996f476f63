export type { PeopleView, PersonView } from '../../schemas/people';
import type { PeopleView } from '../../schemas/people';
import type { RunStep, Mode, RowState } from './aws';
import type { AppErrorCode } from '../errors';
import type { WrappingAlgorithm, WrappingKeySpec } from '../kms-words';
import type { KeyChange } from '../../schemas/act';
import type { ceremonyJobs } from '../ceremony-jobs';
import type { WrapStage } from '../progress';
import type { MaterialKind } from './app';
import type { MaterialCount } from './material-count';
import type { OrganisationSettings } from './organisation';
import type { ReceiverWant } from './receiver-wants';
import type { SavedPlaceView } from './saved';

/**
 * A ceremony record as the page and the printer see it, after its chain was checked. Each section is what one kind of
 * event in the file says (docs/verify-record.md). What did not happen is written as `'none'`, and never just missing.
 * It contains no secret, and no path
 * but the one that the organisation may have set.
 */
export interface CeremonyRecordView {
  /** 64 lower-case hex digits: the last hash of the chain, which ties the file to the signed paper. */
  readonly head: string;
  /** Including the first and the last event. */
  readonly eventCount: number;
  readonly ceremony: CeremonySection;
  /** When the record was made and its chain closed. */
  readonly closedAt: RecordedInstant;
  /** One line of the sign-off for each person. */
  readonly people: PeopleView;
  readonly key: KeySection;
  /** These three, and `erasure`, are `'none'` where no key material took part. */
  readonly material: MaterialSection | 'none';
  readonly wrapping: WrappingSection | 'none';
  readonly custody: CustodySection | 'none';
  readonly policy: PolicySection | 'none';
  readonly receiver: ReceiverSection | 'none';
  /** The rows of the run, in the order in which they ended. */
  readonly steps: readonly StepSection[];
  readonly calls: readonly CallSection[] | 'none';
  /** The files that the offline job saved. */
  readonly files: readonly FileSection[] | 'none';
  readonly erasure: ErasureSection | 'none';
  /** Only where a receiver was let in by a grant. */
  readonly grant?: GrantSection;
  /** Only of an act on a key; `none` where AWS had it so before. */
  readonly changes?: readonly ChangeSection[] | 'none';
  readonly exceptions: readonly RecordedException[] | 'none';
  /** Only where the computer that made the record has settings of its organisation. */
  readonly organisation?: OrganisationSection;
}

/** An instant in two forms, ISO 8601 with milliseconds: in UTC, and with the offset of the computer's time zone. */
export interface RecordedInstant {
  /** `2026-03-04T10:02:03.000Z` */
  readonly utc: string;
  /** `2026-03-04T11:02:03.000+01:00` */
  readonly local: string;
}

export type CeremonyJob = (typeof ceremonyJobs)[number];

export interface CeremonySection {
  /** A UUID that names this ceremony. */
  readonly id: string;
  readonly job: CeremonyJob;
  /** `practice` is marked as practice wherever it is shown; `offline` did not contact AWS. */
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
  /** Without `alias/`. */
  readonly alias?: string;
  readonly multiRegion?: boolean;
  /** The KMS key state that AWS last reported. */
  readonly state?: string;
  readonly checkedAt?: RecordedInstant;
  /** `'never'`: the key material does not expire. */
  readonly expiresAt?: RecordedInstant | 'never';
  /** Where the key had its material before: when that expired, or would have; absent where AWS has forgotten it. */
  readonly expiredBefore?: RecordedInstant | 'never';
  /** How many of the materials that the key needs are there; absent where AWS does not tell. */
  readonly materials?: MaterialCount;
  /** IDs of other materials that the key goes on needing after a rotation, 64 hex digits each. */
  readonly alsoNeeded?: readonly string[];
  /** AWS's id of the imported material, 64 hex digits. */
  readonly keyMaterialId?: string;
}

export interface MaterialSection {
  /** `wrapped-elsewhere`: it came wrapped from an offline computer. */
  readonly source: 'generated' | 'file' | 'restored' | 'wrapped-elsewhere';
  readonly kind?: MaterialKind;
  readonly lengthBytes?: number;
  /** For private keys: 'RSA 2048', 'P-256', … */
  readonly keyName?: string;
  /** 16 hex digits; `'unknown'` if it is not known. */
  readonly checkValue: string;
}

export interface WrappingSection {
  /** Absent if it is not known of material that came wrapped. */
  readonly wrappingAlgorithm?: WrappingAlgorithm;
  readonly wrappingKeySpec?: WrappingKeySpec;
  /** SHA-256 of the wrapping key's SubjectPublicKeyInfo, 64 hex digits. */
  readonly wrappingKeySha256?: string;
  /** SHA-256 over the wrapped material and its import token, each preceded by its length. */
  readonly pairSha256: string;
  readonly parametersValidTo?: RecordedInstant;
}

export interface FileSection {
  readonly name: string;
  readonly bytes: number;
  /** 64 hex digits; absent for clear key material, whose digest would help a guesser. */
  readonly sha256?: string;
}

export type CustodySection =
  | { readonly kept: 'none' }
  /** The material came wrapped: the copy was made on the offline computer, and is described in its record. */
  | { readonly kept: 'elsewhere' }
  | {
      readonly kept: 'passphrase' | 'recipients' | 'shares';
      /** Whether the copy existed before, and was opened instead of made. */
      readonly restored: boolean;
      readonly madeAt: RecordedInstant;
      readonly files: readonly FileSection[];
      readonly shares?: {
        /** `7F3A-91C2` */
        readonly serial: string;
        readonly threshold: number;
        readonly count: number;
        /** In the order of their shares' numbers, as far as they are known. */
        readonly custodians: readonly string[];
      };
    };

export interface PolicySection {
  /** SHA-256 of `text` in UTF-8, 64 hex digits. */
  readonly sha256: string;
  /** The key policy as it was sent, JSON text. */
  readonly text: string;
  /** The one that it took the place of, as AWS returned it; absent where the key was made with it. */
  readonly former?: { readonly sha256: string; readonly text: string };
  /** All that was written, or what was added to a former one. */
  readonly statements: readonly {
    readonly sid: string;
    readonly principals: readonly string[];
    readonly actions: readonly string[];
    readonly onlyForAwsResources: boolean;
    /** Besides `onlyForAwsResources`; absent where there are none. */
    readonly conditions?: readonly {
      readonly operator: string;
      readonly key: string;
      readonly values: readonly string[];
    }[];
  }[];
  /** Whether AWS returned the same policy afterwards. */
  readonly readBack: boolean;
}

/** A grant, as it was asked for. */
export interface GrantSection {
  readonly name: string;
  /** As AWS answered it. */
  readonly grantId?: string;
  /** ARNs. */
  readonly grantee: string;
  readonly retiring?: string;
  readonly operations: readonly string[];
  /** Whether AWS listed the same grant afterwards. */
  readonly readBack: boolean;
}

export interface ReceiverSection {
  readonly name: string;
  readonly accountId: string;
  /** The actions that the key policy, or the grant, allows that account. */
  readonly actionsAllowed: readonly string[];
  /** What the hand-over had for the receiver, in its order; absent in records of earlier versions. */
  readonly handOver?: readonly { readonly fact: ReceiverWant; readonly value: string }[];
}

/** What the organisation had set on this computer when the record was made. `sha256`: of the file, 64 hex digits. */
export interface OrganisationSection {
  readonly sha256: string;
  readonly settings: OrganisationSettings;
}

/** One thing of a key that an act changed, as AWS answered it before and afterwards. */
export type ChangeSection = KeyChange;

export interface StepSection {
  readonly step: RunStep | WrapStage;
  readonly state: Exclude<RowState, 'waiting' | 'running'>;
  /** Absent if the step was skipped, or its end was not noted. */
  readonly endedAt?: RecordedInstant;
  readonly tookMs?: number;
  readonly requestId?: string;
}

/** One call to AWS KMS; repetitions of a call with the same outcome are counted in `times`. */
export interface CallSection {
  /** Such as `CreateKey`; also the eventName in CloudTrail, with eventSource `kms.amazonaws.com`. */
  readonly operation: string;
  /** `unknown`: no answer came. */
  readonly outcome: 'done' | 'refused' | 'unknown';
  readonly times: number;
  /** When the last one ended; the request id is also the last one's. */
  readonly endedAt: RecordedInstant;
  readonly requestId?: string;
}

export interface ErasureSection {
  /** `ended`: the process that held the material has ended; `elsewhere`: no process here held it. */
  readonly vaultProcess: 'ended' | 'elsewhere';
  /** The file with the clear key material, if the person chose to save it. */
  readonly clearExport: { readonly name: string } | 'none';
  /** `untouched`: the material came from the person's own file, which still holds it in clear. */
  readonly ownFile: 'untouched' | 'none';
}

/** An exception from the usual course. `at`: when it last occurred, if known. `times`: 1 or more. */
export type RecordedException = { readonly at?: RecordedInstant; readonly times: number } & (
  | { readonly kind: 'no-copy'; readonly typed: string }
  /** A person typed this to say that they mean an act that nothing undoes. */
  | { readonly kind: 'confirmed'; readonly typed: string }
  | { readonly kind: 'sha-1'; readonly wrappingAlgorithm: WrappingAlgorithm }
  | { readonly kind: 'clear-export'; readonly fileName: string }
  /** An endpoint that is not AWS's and that a person agreed to. */
  | { readonly kind: 'foreign-endpoint'; readonly service: string; readonly host: string }
  /** A certificate authority that a person chose to trust, and that could have answered in place of AWS. */
  | { readonly kind: 'chosen-authority'; readonly sha256: string }
  /** A proxy that requests to AWS went through, `host:port`. */
  | { readonly kind: 'proxy'; readonly host: string }
  /** The receiver's statement allows what few receivers need; a person ticked that it does. */
  | { readonly kind: 'unusual-statement'; readonly word: string }
  /** Import parameters had expired, so new ones were fetched, and the material was wrapped again. */
  | { readonly kind: 'parameters-renewed' }
  /** No answer came, so AWS was asked whether the step had been carried out. */
  | { readonly kind: 'looked-up'; readonly step: RunStep }
  /** The run paused at a step, and was resumed later. `code`: why it paused. */
  | { readonly kind: 'resumed'; readonly step: RunStep; readonly code: AppErrorCode | 'app-ended' }
  | { readonly kind: 'restored-material' }
  /** Several keys had the tag of the ceremony; a person chose the key of this record. */
  | { readonly kind: 'key-chosen' }
  /** Other key material was chosen while the run paused. */
  | { readonly kind: 'other-material' }
  /** The key is new, and its key material was restored from a copy that was made before. */
  | { readonly kind: 'restored-for-new-key' }
  /** A check after the import was not allowed, or does not exist for this kind of key. */
  | { readonly kind: 'not-checked'; readonly step: RunStep }
  | { readonly kind: 'check-value-unknown' }
  /** Wrapped material came without a transfer code; a person typed that none was compared. */
  | { readonly kind: 'transfer-code-not-compared' }
  /** A copy that anybody could have made was restored; a person said that its check value is not known. */
  | { readonly kind: 'check-value-not-compared' }
  /** An earlier version of the app, which noted less, began this ceremony. */
  | { readonly kind: 'begun-by-earlier-version' }
);

/** A whole record: either saved, read back and checked, or opened to be checked. */
export interface RecordFileView {
  /** Base name. */
  readonly fileName: string;
  /** Base name of the paper to sign, saved beside it; absent if it could not be printed, or nothing was saved. */
  readonly pdfFileName?: string;
  /** Of the paper, or of the record itself; absent if nothing was saved. */
  readonly place?: SavedPlaceView;
  readonly record: CeremonyRecordView;
}
