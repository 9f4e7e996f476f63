import type { RunRow, Expiry, NextAction, ReceiverChoice, TagView } from './aws';
import type { ReadStatement } from './policy';
import type { CustodyView } from './custody';
import type { KeyAct } from './acts';
import type { OpenAdditionView } from './addition';
import type { AppError } from '../errors';
import type { WrappingAlgorithm, WrappingKeySpec } from '../kms-words';
import type { ParametersView } from './app';

/** Unfinished work, as it was last noted. `run` is its id. */
export type UnfinishedView = UnfinishedRunView | UnfinishedOfflineView | UnfinishedAdditionView;

/**
 * Why nothing proves that this app wrote a note: the system has no keychain for the key; the note was written without
 * a key; it was written under a key that is gone; an earlier version wrote it.
 */
export type UnconfirmedReason = 'no-keychain' | 'no-mac' | 'other-key' | 'earlier-version';

/**
 * Why a note cannot be resumed. `changed`: its authenticator is wrong. `unreadable` and `folder-unreadable`: the system
 * refused to read it now. `not-a-file`: something else has its name; it was not opened.
 */
export type UnusableReason =
  'damaged' | 'newer-version' | 'unreadable' | 'not-a-file' | 'changed' | 'folder-unreadable';

/** The plan for a key that a run creates. */
export interface PlannedKeyView {
  readonly receiver: ReceiverChoice;
  readonly description: string;
  readonly tags: readonly TagView[];
  readonly administrators: readonly string[];
  readonly users: readonly string[];
  readonly multiRegion: boolean;
  /** The tag that finds the key in AWS. */
  readonly ceremonyTag: TagView;
  /** The key policy, composed again from the facts; the one in the note is not used. */
  readonly statements: readonly ReadStatement[];
  readonly policyJson: string;
  /** Why it could not be composed with its receiver in it; the work cannot go on then. */
  readonly refused?: AppError;
}

/** Identifies wrapped key material. */
export interface WrappedView {
  /** SHA-256 over the wrapped material and its import token, hex; see pair-sha256.ts. */
  readonly pairSha256: string;
  readonly checkValue?: string;
}

/** A run that imports key material, or that acts on a key. */
export interface UnfinishedRunView {
  readonly run: string;
  readonly job: 'create-and-import' | 'finish-import' | 'import-again' | 'rotate' | 'act';
  /** Only for an act. */
  readonly act?: KeyAct;
  /** A digest of everything in the note. It is sent back to resume, so that exactly what was shown is resumed. */
  readonly review: string;
  /** Set if a person has to compare every fact before the work is resumed. */
  readonly needsConfirming?: UnconfirmedReason;
  readonly accountId: string;
  readonly region: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly rows: readonly RunRow[];
  /** Set if the key is known to exist. */
  readonly keyArn?: string;
  readonly keyId?: string;
  /** Without `alias/`. */
  readonly alias?: string;
  readonly receiverName?: string;
  /** What restored material has to fit. */
  readonly wrapping?: {
    readonly wrappingKeySpec: WrappingKeySpec;
    readonly wrappingAlgorithm: WrappingAlgorithm;
  };
  /** Only for the create-and-import job. */
  readonly planned?: PlannedKeyView;
  /** Absent for an act, which imports nothing. */
  readonly expiry?: Expiry;
  /** The key that a person chose from several with the run's tag. */
  readonly chosenKeyId?: string;
  readonly custody?: CustodyView;
  /** Whether the note has the wrapped material, so that nothing has to be restored. */
  readonly isWrapped: boolean;
  /** Identifies that material, as far as it is known. */
  readonly wrapped?: WrappedView;
  /** When the import parameters expire; ISO 8601, UTC. */
  readonly parametersValidTo?: string;
  /** Set if the last generation of the note is damaged, and this is the previous one. */
  readonly isOlder?: true;
  /** Set if the run has stopped, and may send nothing more. */
  readonly stopped?: { readonly error: AppError; readonly next: NextAction };
}

/** A receiver that is still to be added. What is done of it is looked up in AWS, and shown before anything is sent. */
export interface UnfinishedAdditionView extends OpenAdditionView {
  readonly run: string;
  readonly job: 'add-receiver';
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Whether something was sent to AWS, and its answer is not known. */
  readonly isUncertain: boolean;
  /** Set if nothing proves that this app wrote the note; what was typed before is then left out. */
  readonly needsConfirming?: UnconfirmedReason;
  /** Set if the last generation of the note is damaged, and this is the previous one. */
  readonly isOlder?: true;
}

export interface DiscardedView {
  /** False if the note could not be removed, and so is listed again. */
  readonly isForgotten: boolean;
  /** ISO 8601, UTC: when AWS will delete the key. */
  readonly deletionAt?: string;
}

/** How far the offline job got. For `copying` and `wrapping`, it is not known whether the files were saved. */
export const offlineStates = ['copying', 'copied', 'wrapping', 'saved'] as const;
export type OfflineState = (typeof offlineStates)[number];

/** A run of the offline job, which changes nothing in AWS. */
export interface UnfinishedOfflineView {
  readonly run: string;
  readonly job: 'wrap-offline';
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly state: OfflineState;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  /** Fingerprint of the wrapping key, as shown during the job. */
  readonly fingerprint: string;
  /** Set if nothing proves that this app wrote the note. */
  readonly needsConfirming?: UnconfirmedReason;
  /** This and the next fields: as far as the import parameters say them. */
  readonly keyId?: string;
  readonly keyArn?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** When the import parameters expire; ISO 8601, UTC. */
  readonly parametersValidTo?: string;
  /** The last copy that is known to be whole. */
  readonly custody?: CustodyView;
  /** Set if the last generation of the note is damaged, and this is the previous one. */
  readonly isOlder?: true;
  /** Base name of the folder that the files were saved in. */
  readonly folderName?: string;
  /** The transfer code of those files, which the person may not have seen. */
  readonly transferCode?: string;
}

/** The offline job, resumed where it stopped, with its import parameters. */
export interface ResumedOfflineView {
  readonly parameters: ParametersView;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly lengthBytes: 32 | 16;
  /** Whether there is a copy to restore the key material from. */
  readonly hasCopy: boolean;
}

/** A note that cannot be resumed. It stays where it is until a person removes it. */
export interface UnusableNoteView {
  /** Its name in the folder of notes, no path; empty for the folder itself. */
  readonly note: string;
  readonly of: 'run' | 'offline' | 'finished';
  readonly reason: UnusableReason;
}

/** What interrupted saves left in clear; base names of folders. */
export interface SweptView {
  /** Temporary files were found there, and removed. */
  readonly removed: readonly string[];
  /** Whole files are there, but their saving was not confirmed. */
  readonly inClear: readonly string[];
  /** Folders that are missing or not writable now; they are swept when they are back. */
  readonly away: readonly string[];
}

export interface UnfinishedWorkView {
  /** Absent when there is nothing to say. */
  readonly swept?: SweptView;
  readonly runs: readonly UnfinishedView[];
  readonly unusable: readonly UnusableNoteView[];
}
