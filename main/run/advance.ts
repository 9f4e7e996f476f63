import type { AwsSession } from '../aws/session';
import { runSteps, type RunRow, type RunStep } from '../shared/views/aws';
import { expired } from '../parameters/validate-parameters';
import { definedOnly } from '../shared/defined-only';
import { localError, type AppError, type AppErrorCode } from '../shared/errors';
import { awsClock } from './calls';
import {
  isOver,
  lookedUpSteps,
  makeCall,
  type Failure,
  type Run,
  type RunPorts,
  type Step,
  type StepEnd,
} from './run';
import { importMaterial } from './steps/import';
import { describeUntilEnabled } from './steps/describe';
import { createAlias, createKey } from './steps/create-key';
import { getParameters, wrapMaterial } from './steps/wrap';
import { nextAfter } from './next-action';
import { noteException } from './run-notes';
import { comparePolicy, roundTrip } from './steps/verify';

export interface RunWatch {
  readonly changed: () => void;
  readonly isCancelled: () => boolean;
}

interface Stage {
  readonly rows: readonly RunStep[];
  readonly take: Step;
}

/** The rows in their order; self-test and wrapping happen in one vault. */
const stages: readonly Stage[] = [
  { rows: ['create-key'], take: createKey },
  { rows: ['create-alias'], take: createAlias },
  { rows: ['get-parameters'], take: getParameters },
  { rows: ['self-test', 'wrap'], take: wrapMaterial },
  { rows: ['import'], take: importMaterial },
  { rows: ['describe'], take: describeUntilEnabled },
  { rows: ['round-trip'], take: roundTrip },
  { rows: ['policy'], take: comparePolicy },
];

/**
 * Takes a run from its first row that is not done to its end, or to the first failure. What is done stays done, so the
 * same call goes on later.
 *
 * @param watch `changed` is called each time a row changes; `isCancelled` is asked before each stage.
 * @returns undefined when every row is done or skipped.
 */
export async function advance(
  run: Run,
  session: AwsSession,
  ownPorts: RunPorts,
  { changed, isCancelled }: RunWatch,
): Promise<Failure | undefined> {
  const ports = { ...ownPorts, clock: awsClock(ownPorts.clock, session) };
  let freshSets = 0;
  while (run.stopped === undefined) {
    const stage = stages.find(({ rows }) => rows.some((row) => !isOver(run, row)));
    if (stage === undefined) return undefined;
    // A call that was sent is never cut off: between two stages everything is known.
    if (isCancelled()) return { error: cancelled(run), next: 'continue' };
    const end = await takeStage(run, session, ports, stage, changed);
    if (end.end === 'again-from') {
      const from = runSteps.indexOf(end.step);
      const upTo = runSteps.findIndex((step) => stage.rows.includes(step));
      for (const step of runSteps.slice(from, upTo + 1)) resetRow(run, step);
      if (end.isRenewed) {
        setRow(run, { step: end.step, state: 'waiting', isRenewed: true });
        noteException(run.notes, { kind: 'parameters-renewed' }, ports.clock.now());
      }
      freshSets += 1;
      // A set that is old as soon as it comes would be fetched for ever.
      if (freshSets > 1) setRow(run, { step: end.step, state: 'failed' });
      changed();
      if (freshSets > 1) return { error: tooOld(run, ports), next: 'continue' };
    }
    if (end.end === 'failed' || end.end === 'unknown') {
      const changedInAws = end.error.changedInAws || run.key !== undefined;
      const next = end.next ?? nextAfter(end.error, run);
      const failure = { error: { ...end.error, changedInAws }, next };
      if (next === 'stop') run.stopped = failure;
      return failure;
    }
  }
  return run.stopped;
}

const cancelled = ({ key }: Run): AppError => ({
  ...localError('run', 'run.cancelled', undefined, 'same'),
  changedInAws: key !== undefined,
});

function tooOld({ parameters }: Run, { clock }: RunPorts): AppError {
  const now = clock.now();
  return { ...expired(parameters?.validTo ?? now, now), changedInAws: true };
}

async function takeStage(
  run: Run,
  { kms }: AwsSession,
  ports: RunPorts,
  { rows, take }: Stage,
  changed: () => void,
): Promise<StepEnd> {
  const { clock } = ports;
  let at = 0;
  let startedAt = clock.now().getTime();
  // A row that was left running belongs to an attempt that a fault of ours cut short: what it did is unknown.
  const wasUnknown = rows.some((row) => ['unknown', 'running'].includes(run.rows.get(row)?.state ?? ''));
  const mark = (state: RunRow['state'], requestId?: string, code?: AppErrorCode): void => {
    const step = rows[at];
    if (step === undefined) return;
    const now = clock.now();
    const over = state !== 'running' && {
      tookMs: now.getTime() - startedAt,
      endedAt: now.toISOString(),
    };
    const { isRenewed } = run.rows.get(step) ?? {};
    const row = { step, state, ...over, ...definedOnly({ requestId, isRenewed }) };
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

  for (const step of rows) resetRow(run, step);
  mark('running');
  // Written down before anything is sent: whatever ends the app now, the row is known to be one to look up.
  const written = await ports.journal.keep(run);
  if (!written.ok) {
    // Nothing was sent now, but what an earlier attempt did is as unknown as before.
    const state = wasUnknown ? 'unknown' : 'failed';
    mark(state, undefined, 'journal.notWritten');
    return {
      end: state,
      error: localError('run', 'journal.notWritten', { reason: written.error.code }, 'same'),
    };
  }
  const [step] = rows;
  if (wasUnknown && step !== undefined && lookedUpSteps.includes(step)) {
    noteException(run.notes, { kind: 'looked-up', step }, clock.now());
  }
  const end = await take({ run, kms, ports, wasUnknown, call: makeCall(run, ports), nextRow });
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
    case 'again-from':
      break;
  }
  // If this fails, the row is written down as running; going on then looks it up.
  await ports.journal.keep(run);
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
