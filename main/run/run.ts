import { randomUUID } from 'node:crypto';
import type { AwsSession } from '../aws/session';
import type { ChosenMaterial } from '../custody/material-choice';
import type { NotedRun } from '../schemas/run';
import { localError, type AppError } from '../shared/errors';
import type { NextAction, RunRow, RunStep } from '../shared/views/aws';

/**
 * One run, in main's memory: what is done, and what the next step needs. Its kind says which recipe it follows. All of
 * it is written down as it stands, except for the material, which is a handle of a vault or a path of this computer.
 */
export type Run = ImportRun | AdditionRun | ActRun;
export type ImportRun = WrappingRun | FinishRun;
/** Fetches its import parameters, and wraps for them. */
export type WrappingRun = CreateRun | ReimportRun | RotateRun;
/** Adds a receiver to a key that exists. */
export type AdditionRun = PolicyRun | GrantRun;
export type CreateRun = Extract<NotedRun, { kind: 'create' }> & { material?: ChosenMaterial };
export type ReimportRun = Extract<NotedRun, { kind: 'reimport' }> & { material?: ChosenMaterial };
/** Imports new material, and rotates the key to it. */
export type RotateRun = Extract<NotedRun, { kind: 'rotate' }> & { material?: ChosenMaterial };
export type FinishRun = Extract<NotedRun, { kind: 'finish' }>;
export type PolicyRun = Extract<NotedRun, { kind: 'add-by-policy' }>;
export type GrantRun = Extract<NotedRun, { kind: 'add-by-grant' }>;
/** Changes something of a key that a person has opened. */
export type ActRun = Extract<NotedRun, { kind: 'act' }>;

export const isAddition = (run: Run): run is AdditionRun =>
  run.kind === 'add-by-policy' || run.kind === 'add-by-grant';

/** Whether its key was opened from a list, which may be in another Region than the sign-in. */
export const isOfOpenKey = (run: Run): boolean =>
  run.kind === 'reimport' ||
  run.kind === 'rotate' ||
  run.kind === 'act' ||
  (isAddition(run) && run.isOpened === true);

/** Whether it imports key material, so that its end is a hand-over. */
export const isImport = (run: Run): run is ImportRun => !isAddition(run) && run.kind !== 'act';

/** Whether its material is wrapped here; that of a rotation may have come back wrapped. */
export const isWrapping = (run: Run): run is WrappingRun =>
  run.kind === 'create' || run.kind === 'reimport' || (run.kind === 'rotate' && !run.isReturned);

/** What the material is wrapped with. */
export const fitOf = (run: WrappingRun): ReimportRun['fit'] =>
  run.kind === 'create' ? run.plan.draft : run.fit;

export interface Failure {
  readonly error: AppError;
  readonly next: NextAction;
}

/** What every run begins with. */
export function newRun({ view }: AwsSession, startedAt: Date, steps: readonly RunStep[]) {
  const { mode, accountId, region, partition } = view;
  const requestIds = new Map<string, string>();
  return {
    id: randomUUID(),
    startedAt,
    mode,
    accountId,
    region,
    partition,
    rows: newRows(steps),
    requestIds,
  };
}

export const newRows = (steps: readonly RunStep[]): Map<RunStep, RunRow> =>
  new Map(steps.map((step) => [step, { step, state: 'waiting' }]));

export const isOver = (run: Run, step: RunStep): boolean => {
  const state = run.rows.get(step)?.state;
  return state === 'done' || state === 'skipped';
};

/** Only a bug throws: each recipe has its key before the steps that need one. */
export function keyOf({ key }: Run) {
  if (key === undefined) throw new Error('The key comes first.');
  return key;
}

/** The key as the run found it; undefined where the run made it. */
export const keyBefore = (run: ImportRun) => (run.kind === 'create' ? undefined : run.before);

/** A run stays with the account and Region it began in. */
export function isSameHome(run: Run, { view }: AwsSession): boolean {
  return view.accountId === run.accountId && view.region === run.region && view.mode === run.mode;
}

export function otherHome(run: Run, { view }: AwsSession): AppError {
  const { accountId, region } = view;
  const facts = { accountId, region, runAccountId: run.accountId, runRegion: run.region };
  return localError('sign-in', 'run.otherAccount', facts);
}
