import type { CeremonyRow, NextAction } from './aws-views';
import type { CustodyView } from './custody-views';
import type { AppError } from './errors';
import type { WrappingAlgorithm, WrappingKeySpec } from './kms-words';

/** A run that did not come to its end, as it was last written down. */
export interface UnfinishedView {
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
  /** After it nothing may be sent any more. */
  readonly stopped?: { readonly error: AppError; readonly next: NextAction };
}

export interface UnfinishedWorkView {
  readonly runs: readonly UnfinishedView[];
  /** How many journals could not be read, and how many a newer version of the app wrote. They were kept, out of the way. */
  readonly damaged: number;
  readonly newerVersion: number;
}
