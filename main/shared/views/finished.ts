import type { ActedView } from './acts';
import type { AddedView } from './addition';
import type { HandOverView } from './aws';
import type { CeremonyJob } from './record';
import type { SavedView } from './saved';
import type { UnconfirmedReason, UnusableNoteView } from './unfinished';

/** Work that is done, as the home screen lists it. `work` is its id. */
export interface FinishedView {
  readonly work: string;
  readonly job: CeremonyJob;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  /** Whether its ceremony record was saved at least once. */
  readonly isRecordSaved: boolean;
  /** As far as they are known; the alias without `alias/`. */
  readonly alias?: string;
  readonly keyId?: string;
  readonly receiverName?: string;
}

export interface FinishedListView {
  readonly works: readonly FinishedView[];
  readonly unusable: readonly UnusableNoteView[];
}

interface OpenedWork {
  readonly finishedAt: string;
  readonly isRecordSaved: boolean;
  /** Set if nothing proves that this app wrote the note. */
  readonly needsConfirming?: UnconfirmedReason;
}

/** Finished work, opened again, as its last page shows it. */
export type FinishedWorkView =
  | (OpenedWork & {
      readonly kind: 'run';
      readonly handOver: HandOverView;
      /** Set where the key was made without its receiver. `addedAt`: ISO 8601, UTC; absent as long as it was not added. */
      readonly addition?: { readonly receiver: string; readonly addedAt?: string };
    })
  | (OpenedWork & { readonly kind: 'addition'; readonly added: AddedView })
  | (OpenedWork & { readonly kind: 'act'; readonly acted: ActedView })
  | (OpenedWork & { readonly kind: 'offline'; readonly saved: SavedView });
