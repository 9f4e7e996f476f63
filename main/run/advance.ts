import type { KmsPort } from '../aws/kms-port';
import type { AwsSession } from '../aws/session';
import { expired } from '../parameters/validate-parameters';
import { definedOnly } from '../shared/defined-only';
import { localError, type AppError, type AppErrorCode } from '../shared/errors';
import { ok } from '../shared/result';
import { isUncertain } from '../shared/unfinished';
import type { RunRow, RunStep } from '../shared/views/aws';
import { awsClock } from './calls';
import { makeCall } from './make-call';
import { nextAfter } from './next-action';
import { rowsOf, type Recipe, type RunPorts, type Stage, type StepEnd } from './recipe';
import { recipeOfAct } from './acts/recipe-of-act';
import { addByGrant } from './recipes/add-by-grant';
import { addByPolicy } from './recipes/add-by-policy';
import { createAndImport } from './recipes/create-and-import';
import { finishImport } from './recipes/finish-import';
import { reimport } from './recipes/reimport';
import { recipeOfRotation } from './recipes/rotate';
import { isAddition, isOver, isWrapping, type Failure, type Run } from './run';
import { noteException } from './run-notes';

export interface RunWatch {
  readonly changed: () => void;
  readonly isCancelled: () => boolean;
}

/**
 * Takes a run from its first row that is not done to its end, or to the first failure. What is done stays done, so the
 * same call goes on later.
 *
 * @param watch `changed` is called each time a row changes; `isCancelled` is asked before each stage.
 * @returns undefined when every row is done or skipped.
 */
export function advance(
  run: Run,
  session: AwsSession,
  ownPorts: RunPorts,
  watch: RunWatch,
): Promise<Failure | undefined> {
  const ports = { ...ownPorts, clock: awsClock(ownPorts.clock, session) };
  switch (run.kind) {
    case 'create':
      return follow(createAndImport, run, session, ports, watch);
    case 'finish':
      return follow(finishImport, run, session, ports, watch);
    case 'reimport':
      return follow(reimport, run, session, ports, watch);
    case 'rotate':
      return follow(recipeOfRotation(run), run, session, ports, watch);
    case 'add-by-policy':
      return follow(addByPolicy, run, session, ports, watch);
    case 'add-by-grant':
      return follow(addByGrant, run, session, ports, watch);
    case 'act':
      return follow(recipeOfAct(run.act.do), run, session, ports, watch);
  }
}

async function follow<R extends Run>(
  recipe: Recipe<R>,
  run: R,
  session: AwsSession,
  ports: RunPorts,
  { changed, isCancelled }: RunWatch,
): Promise<Failure | undefined> {
  const steps = rowsOf(recipe);
  const nextStage = (): Stage<R> | undefined =>
    recipe.stages.find(({ rows }) => rows.some((row) => !isOver(run, row)));
  let freshSets = 0;
  let isNoted = false;
  while (run.stopped === undefined) {
    const stage = nextStage();
    if (stage === undefined) return undefined;
    // A call that was sent is never cut off: between two stages everything is known.
    if (isCancelled()) return { error: cancelled(run), next: 'continue' };
    const end: StepEnd = await takeStage(run, session, ports, stage, !isNoted, { changed, isCancelled });
    // A change is noted right before it is sent, and that note says how this stage ended as well.
    const isOnTheWay: boolean = end.end === 'done' || end.end === 'skipped';
    const isNotedNext: boolean = isOnTheWay && nextStage()?.changes !== undefined && !isCancelled();
    // If this fails, the row is written down as running; going on then looks it up.
    isNoted = !isNotedNext && (await ports.journal.keep(run)).ok;
    if (end.end === 'stopped-waiting') return { error: cancelled(run), next: 'continue' };
    if (end.end === 'again-from') {
      const upTo = steps.findIndex((step) => stage.rows.includes(step));
      for (const step of steps.slice(steps.indexOf(end.step), upTo + 1)) resetRow(run, step);
      if (end.isRenewed) {
        setRow(run, { step: end.step, state: 'waiting', isRenewed: true });
        noteException(run.notes, { kind: 'parameters-renewed' }, ports.clock.now());
      }
      isNoted = false;
      freshSets += 1;
      // A set that is old as soon as it comes would be fetched for ever.
      if (freshSets > 1) setRow(run, { step: end.step, state: 'failed' });
      changed();
      if (freshSets > 1) return { error: tooOld(run, ports), next: 'continue' };
    }
    if (end.end === 'failed' || end.end === 'unknown') {
      const changedInAws = end.error.changedInAws || hasChanged(run);
      const next = end.next ?? nextAfter(end.error, run);
      const failure = { error: { ...end.error, changedInAws }, next };
      if (next === 'stop') run.stopped = failure;
      return failure;
    }
  }
  return run.stopped;
}

const cancelled = (run: Run): AppError => ({
  ...localError('run', 'run.cancelled', { mode: run.mode }, 'same'),
  changedInAws: hasChanged(run),
});

/** Whether something is in AWS that was not there before the run. */
function hasChanged(run: Run): boolean {
  const stateOf = (step: RunStep): RunRow['state'] | undefined => run.rows.get(step)?.state;
  if (isAddition(run)) return stateOf('put-policy') === 'done' || stateOf('create-grant') === 'done';
  if (run.kind === 'act') {
    const { stages } = recipeOfAct(run.act.do);
    return stages.some(
      ({ rows: [row], changes }) =>
        changes !== undefined && (stateOf(row) === 'done' || isUncertain(stateOf(row))),
    );
  }
  if (run.kind === 'reimport' || run.kind === 'rotate')
    return stateOf('import') === 'done' || isUncertain(stateOf('import'));
  return run.key !== undefined;
}

function tooOld(run: Run, { clock }: RunPorts): AppError {
  const now = clock.now();
  const fetched = isWrapping(run) ? run.parameters : undefined;
  return { ...expired(fetched?.validTo ?? now, now), changedInAws: hasChanged(run) };
}

async function takeStage<R extends Run>(
  run: R,
  { kms, inRegion }: AwsSession,
  ports: RunPorts,
  stage: Stage<R>,
  isNoteDue: boolean,
  { changed, isCancelled }: RunWatch,
): Promise<StepEnd> {
  const { clock } = ports;
  const { rows, take } = stage;
  let at = 0;
  let startedAt = clock.now().getTime();
  // A row that was left running belongs to an attempt that a fault of ours cut short: what it did is unknown.
  const wasUnknown = rows.some((row) => isUncertain(run.rows.get(row)?.state));
  const mark = (state: RunRow['state'], requestId?: string, code?: AppErrorCode): void => {
    const step = rows[at];
    if (step === undefined) return;
    const now = clock.now();
    const over = state !== 'running' && {
      tookMs: now.getTime() - startedAt,
      endedAt: now.toISOString(),
    };
    const { isRenewed, regions } = run.rows.get(step) ?? {};
    const row = { step, state, ...over, ...definedOnly({ requestId, isRenewed, regions }) };
    setRow(run, row);
    if (over) ports.log({ event: 'row.ended', ...row, ...definedOnly({ code }) });
    changed();
  };
  const nextRow = (): void => {
    mark('done');
    at += 1;
    startedAt = clock.now().getTime();
    mark('running');
  };

  const stillWaiting = (leftMs: number): boolean => {
    const [step] = rows;
    setRow(run, { step, state: 'running', leftMs });
    changed();
    return isCancelled();
  };

  const countRegions = (there: number, of: number): void => {
    const [step] = rows;
    setRow(run, { step, state: 'running', regions: { there, of } });
    changed();
  };

  for (const step of rows) resetRow(run, step);
  mark('running');
  // A change is written down before it is sent: whatever ends the app now, the row is known to be one to look up.
  const written = isNoteDue ? await ports.journal.keep(run) : ok(null);
  if (!written.ok) {
    // Nothing was sent now, but what an earlier attempt did is as unknown as before.
    const state = wasUnknown ? 'unknown' : 'failed';
    mark(state, undefined, 'journal.notWritten');
    return {
      end: state,
      error: localError('run', 'journal.notWritten', { reason: written.error.code }, 'same'),
    };
  }
  if (wasUnknown && stage.changes !== undefined) {
    noteException(run.notes, { kind: 'looked-up', step: rows[0] }, clock.now());
  }
  const call = makeCall(run, stage, clock);
  const kmsIn = (region: string): KmsPort => inRegion(region).kms;
  const end = await take({ run, kms, kmsIn, ports, wasUnknown, call, nextRow, countRegions, stillWaiting });
  switch (end.end) {
    case 'done':
      mark('done', end.requestId);
      break;
    case 'skipped':
      mark('skipped');
      break;
    case 'failed':
    case 'unknown':
      mark(end.end, end.error.requestId, end.error.code);
      break;
    case 'stopped-waiting':
      for (const step of rows) resetRow(run, step);
      changed();
      break;
    case 'again-from':
      break;
  }
  return end;
}

/** To be done anew; why it is, is still so. */
function resetRow(run: Run, step: RunStep): void {
  const { isRenewed } = run.rows.get(step) ?? {};
  setRow(run, { step, state: 'waiting', ...definedOnly({ isRenewed }) });
}

function setRow(run: Run, row: RunRow): void {
  run.rows.set(row.step, row);
}
