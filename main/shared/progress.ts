/** The checklist of the offline job, in the order in which it happens. */
export const wrapStages = ['self-test', 'material', 'wrap', 'erase', 'save', 'read-back'] as const;
export type WrapStage = (typeof wrapStages)[number];

/** Advisory: the truth is the Result of the call. `seq` grows by one within a run. */
export interface WrapProgress {
  readonly seq: number;
  readonly stage: WrapStage;
  readonly state: 'running' | 'done' | 'failed';
}
