import type { RunRow, Expiry, NextAction, PolicyStatementView, ReceiverChoice, TagView } from './aws';
import type { CustodyView } from './custody';
import type { AppError } from '../errors';
import type { WrappingAlgorithm, WrappingKeySpec } from '../kms-words';
import type { ParametersView } from './app';

/** Work that did not come to its end, as it was last written down. `run` names it. */
export type UnfinishedView = UnfinishedRunView | UnfinishedOfflineView;

/**
 * Why nothing proves that this app wrote a note: the system keeps no key to prove it by; the note was written while
 * there was none; it was written under a key that is gone; an earlier version wrote it.
 */
export type UnconfirmedReason = 'no-keychain' | 'no-mac' | 'other-key' | 'earlier-version';

/**
 * Why a note cannot be gone on with. `changed`: it says that this app wrote it, and that is not true. `unreadable` and
 * `folder-unreadable`: the system refused to read it, now. `not-a-file`: something else has its name, and was not opened.
 */
export type UnusableReason =
  'damaged' | 'newer-version' | 'unreadable' | 'not-a-file' | 'changed' | 'folder-unreadable';

/** What is to be made of a key that a run creates. */
export interface PlannedKeyView {
  readonly receiver: ReceiverChoice;
  readonly description: string;
  readonly tags: readonly TagView[];
  readonly administrators: readonly string[];
  readonly users: readonly string[];
  readonly multiRegion: boolean;
  /** By which its key is found in AWS. */
  readonly ceremonyTag: TagView;
  /** The key policy, composed again from all this: what stands in the note is not used. */
  readonly statements: readonly PolicyStatementView[];
  readonly policyJson: string;
}

/** What tells wrapped key material from any other. */
export interface WrappedView {
  /** Over it and its import token, hex. */
  readonly pairSha256: string;
  readonly checkValue?: string;
}

/** A run of the create-and-import or finish-import job. */
export interface UnfinishedRunView {
  readonly run: string;
  readonly job: 'create-and-import' | 'finish-import';
  /** What resuming sends back: it stands for all that the note says, and what is resumed has to be the same. */
  readonly review: string;
  /** Set where a person has to compare every fact before the work goes on. */
  readonly needsConfirming?: UnconfirmedReason;
  readonly accountId: string;
  readonly region: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly rows: readonly RunRow[];
  /** As far as it is known to exist. */
  readonly keyArn?: string;
  readonly keyId?: string;
  /** Without the `alias/` in front. */
  readonly alias?: string;
  readonly receiverName?: string;
  /** What restored material has to fit. */
  readonly wrapping?: {
    readonly wrappingKeySpec: WrappingKeySpec;
    readonly wrappingAlgorithm: WrappingAlgorithm;
  };
  /** Of the create-and-import job. */
  readonly planned?: PlannedKeyView;
  readonly expiry: Expiry;
  /** The key of several with its tag that somebody chose. */
  readonly chosenKeyId?: string;
  readonly custody?: CustodyView;
  /** Whether wrapped material is at hand, so that nothing has to be restored. */
  readonly isWrapped: boolean;
  /** Of that material, as far as it says them. */
  readonly wrapped?: WrappedView;
  /** ISO 8601, UTC: how long the import parameters live. */
  readonly parametersValidTo?: string;
  /** Set where the last writing is damaged, and this is from the one before it. */
  readonly isOlder?: true;
  /** After it nothing may be sent any more. */
  readonly stopped?: { readonly error: AppError; readonly next: NextAction };
}

export interface DiscardedView {
  /** False when its note could not be removed: then it is listed again. */
  readonly isForgotten: boolean;
  /** ISO 8601, UTC: when AWS will delete the key. */
  readonly deletionAt?: string;
}

/** How far the offline job had got: whether the copy, or the files, came to be is not known of what was under way. */
export const offlineStates = ['copying', 'copied', 'wrapping', 'saved'] as const;
export type OfflineState = (typeof offlineStates)[number];

/** A run of the offline job. Nothing of it is in AWS. */
export interface UnfinishedOfflineView {
  readonly run: string;
  readonly job: 'wrap-offline';
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly state: OfflineState;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  /** Of the wrapping key, as the wrapping shows it. */
  readonly fingerprint: string;
  /** Set where nothing proves that this app wrote the note. */
  readonly needsConfirming?: UnconfirmedReason;
  /** As far as the import parameters say them. */
  readonly keyId?: string;
  readonly keyArn?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** ISO 8601, UTC: how long the import parameters live. */
  readonly parametersValidTo?: string;
  /** Of the last copy that is known to be whole. */
  readonly custody?: CustodyView;
  /** Set where the last writing is damaged, and this is from the one before it. */
  readonly isOlder?: true;
  /** Base name of the folder that the files were saved in. */
  readonly folderName?: string;
  /** Of those files, as the page that was not shown would have shown it. */
  readonly transferCode?: string;
}

/** The offline job where it stopped: with its import parameters read. */
export interface ResumedOfflineView {
  readonly parameters: ParametersView;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly lengthBytes: 32 | 16;
  /** Whether there is a copy to restore the key material from. */
  readonly hasCopy: boolean;
}

/** A note that cannot be gone on with. It stays where it is, until a person removes it. */
export interface UnusableNoteView {
  /** Its name in the folder of notes, no path; empty for the folder itself. */
  readonly note: string;
  readonly of: 'run' | 'offline';
  readonly reason: UnusableReason;
}

/** What savings that came to no end left in clear; base names of folders. */
export interface SweptView {
  /** Temporary files were found there, and removed. */
  readonly removed: readonly string[];
  /** Files with names of their own are there: whole, but nobody was told that they are. */
  readonly inClear: readonly string[];
  /** Not there at the moment, or not to be written to: looked into when they are. */
  readonly away: readonly string[];
}

export interface UnfinishedWorkView {
  /** Absent when there is nothing to say. */
  readonly swept?: SweptView;
  readonly runs: readonly UnfinishedView[];
  readonly unusable: readonly UnusableNoteView[];
}
