/** The checklist of the offline job, in order. */
export const wrapStages = ['self-test', 'material', 'wrap', 'erase', 'save', 'read-back'] as const;
export type WrapStage = (typeof wrapStages)[number];

/** Only for display: the Result of the call counts. `seq` grows by one within a run. */
export interface WrapProgress {
  readonly seq: number;
  readonly stage: WrapStage;
  readonly state: 'running' | 'done' | 'failed';
}
