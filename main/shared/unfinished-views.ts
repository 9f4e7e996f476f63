import type { CeremonyRow, NextAction } from './aws-views';
import type { CustodyView } from './custody-views';
import type { AppError } from './errors';
import type { WrappingAlgorithm, WrappingKeySpec } from './kms-words';
import type { ParametersView } from './views';

/** Work that did not come to its end, as it was last written down. `run` names it. */
export type UnfinishedView = UnfinishedRunView | UnfinishedOfflineView;

/** A run of job 1 or job 3. */
export interface UnfinishedRunView {
  readonly run: string;
  readonly job: 'create-and-import' | 'finish-import';
  readonly accountId: string;
  readonly region: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly rows: readonly CeremonyRow[];
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
  readonly custody?: CustodyView;
  /** Whether wrapped material is at hand, so that nothing has to be restored. */
  readonly isWrapped: boolean;
  /** ISO 8601, UTC: how long the import parameters live. */
  readonly parametersValidTo?: string;
  /** Set where the last writing is damaged, and this is from the one before it. */
  readonly isOlder?: true;
  /** After it nothing may be sent any more. */
  readonly stopped?: { readonly error: AppError; readonly next: NextAction };
}

/** How far job 2 had got: whether the copy, or the files, came to be is not known of what was under way. */
export const offlineStates = ['copying', 'copied', 'wrapping', 'saved'] as const;
export type OfflineState = (typeof offlineStates)[number];

/** A run of job 2. Nothing of it is in AWS. */
export interface UnfinishedOfflineView {
  readonly run: string;
  readonly job: 'wrap-offline';
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly state: OfflineState;
  readonly wrappingAlgorithm: WrappingAlgorithm;
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
}

/** Job 2 where it stopped: with its import parameters read. */
export interface ResumedOfflineView {
  readonly parameters: ParametersView;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly lengthBytes: 32 | 16;
  /** Whether there is a copy to restore the key material from. */
  readonly hasCopy: boolean;
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
  /** How many journals could not be read, and how many a newer version of the app wrote. They were kept, out of the way. */
  readonly damaged: number;
  readonly newerVersion: number;
}
