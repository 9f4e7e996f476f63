import type { WrapProgress, WrapStage } from '../shared/progress';

/** Turns a job's marks into numbered progress events. */
export interface Checklist {
  readonly mark: (stage: WrapStage, state: 'running' | 'done') => void;
  /** The stage that was running is the one that failed. */
  readonly fail: () => void;
}

export function createChecklist(emit: (progress: WrapProgress) => void): Checklist {
  let seq = 0;
  let running: WrapStage | undefined;
  return {
    mark: (stage, state) => {
      running = state === 'running' ? stage : undefined;
      emit({ seq: seq++, stage, state });
    },
    fail: () => {
      if (running !== undefined) emit({ seq: seq++, stage: running, state: 'failed' });
    },
  };
}
