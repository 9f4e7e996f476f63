import type {
  CandidateKey,
  RunProgress,
  RunRow,
  HandOverView,
  NextAction,
} from '../../main/shared/views/aws';
import type { ActedView } from '../../main/shared/views/acts';
import type { AddedView } from '../../main/shared/views/addition';
import type { RunView } from '../../main/shared/contract';
import type { AppError } from '../../main/shared/errors';
import type { Result } from '../../main/shared/result';

/** A run that creates or imports, from the button to the hand-over. Its jobs share it. */
export type RunState =
  /** `failure`: why it did not even begin. */
  | { readonly at: 'none'; readonly failure?: AppError }
  | {
      readonly at: 'running';
      readonly requestId: number;
      /** The number of the progress event that brought the rows; -1 before the first. */
      readonly seq: number;
      readonly rows: readonly RunRow[];
      /** Whether it was asked to pause after the step that it is at. */
      readonly isStopping: boolean;
      /** What a call that is refused falls back to. */
      readonly paused?: PausedRun;
    }
  | PausedRun
  | DoneRun;

/** Ended: with a key to hand over, with a receiver that was added to one, or with something changed of one. */
export type DoneRun =
  | (Done & { readonly handOver: HandOverView; readonly added?: never; readonly acted?: never })
  | (Done & { readonly added: AddedView; readonly handOver?: never; readonly acted?: never })
  | (Done & { readonly acted: ActedView; readonly handOver?: never; readonly added?: never });

interface Done {
  readonly at: 'done';
  readonly run: string;
}

/** Stopped by a failure, with everything done so far kept. */
export interface PausedRun {
  readonly at: 'paused';
  readonly run: string;
  readonly rows: readonly RunRow[];
  readonly keyArn?: string;
  readonly error: AppError;
  readonly next: NextAction;
  readonly candidates: readonly CandidateKey[];
  /** Grows with each failure, so that each is announced. */
  readonly failures: number;
}

export type RunAction =
  | { readonly type: 'runAsked'; readonly requestId: number }
  | { readonly type: 'runProgressed'; readonly progress: RunProgress }
  | { readonly type: 'runAnswered'; readonly requestId: number; readonly result: Result<RunView> }
  | { readonly type: 'stopAsked' }
  | { readonly type: 'runLeft' };

export const noRun = { at: 'none' } as const;
