import { checkAlias } from '../aws/check-key';
import type { AwsSession } from '../aws/session';
import type { JobFacts } from '../records/record-events';
import type { Zone } from '../records/record-instant';
import { handOverFileName, handOverJson, handOverText } from '../records/hand-over';
import type { Dialogs } from '../platform/dialogs';
import type { RunProgress, HandOverView } from '../shared/views/aws';
import type { Picked, RequestOf, RunChanges, RunView } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { advance } from './advance';
import { isOver, isSameHome, otherHome, type Failure, type Run, type RunPorts } from './run';
import { handOverOf } from './hand-over-view';
import type { ExpectedCopy } from '../custody/copy-purpose';
import type { Custody } from '../custody/custody';
import { expectedCopyOf } from './expected-copy';
import {
  copyCheckValueOf,
  custodyOfChosen,
  isNotCompared,
  madeOf,
  prepareWrap,
  sourceOf,
} from '../custody/material-choice';
import { materialFor } from './plan-key';
import { recordOfRun } from './record-of-run';
import { noteLaterReach, noteReach } from './note-reach';
import { noteException } from './run-notes';
import { saveOneFile } from '../platform/files/save-one-file';

export interface RunsPorts extends RunPorts {
  readonly dialogs: Pick<Dialogs, 'pickSaveFile'>;
  readonly findSession: (handle: string) => AwsSession | undefined;
  readonly custody: Pick<Custody, 'materialOf'>;
  readonly appVersion: string;
  readonly emit: (progress: RunProgress) => void;
}

export type Runs = ReturnType<typeof createRuns>;

/** The runs of the create-and-import and finish-import jobs: one at a time, each kept until its job is left. */
export function createRuns(ports: RunsPorts) {
  const runs = new Map<string, Run>();
  /** The run that is going on. */
  let current: Run | undefined;
  let cancelled = false;

  /** Begins a run, and answers when it pauses. Error: job.busy. A failure on the way is in the view. */
  async function start(run: Run, session: AwsSession): Promise<Result<RunView>> {
    if (current) return err(localError('run', 'job.busy', undefined, 'check-first'));
    current = run;
    cancelled = false;
    noteStart(run, session, ports.clock.now());
    const wrapIsOver = prepare(run);
    try {
      runs.set(run.id, run);
      let seq = 0;
      const failure = await advance(run, session, ports, {
        changed: () => ports.emit({ seq: seq++, rows: [...run.rows.values()] }),
        isCancelled: () => cancelled,
      });
      noteLaterReach(run.notes, session, ports.clock.now());
      if (failure !== undefined) run.notes.pausedBy = failure.error.code;
      await (failure === undefined || leftNothing(run, failure)
        ? ports.journal.remove(run)
        : ports.journal.keep(run));
      return ok(viewOf(run, failure));
    } finally {
      current = undefined;
      void wrapIsOver();
    }
  }

  /** AWS takes a while to make a key and its wrapping key: time enough for a vault to start and to test itself. */
  function prepare(run: Run): () => Promise<void> {
    const { material, plan } = run;
    if (plan === undefined || material === undefined || isOver(run, 'wrap')) return () => Promise.resolve();
    return prepareWrap(material, ports.vault, plan.draft.wrappingAlgorithm);
  }

  async function continueRun(request: RequestOf<'continueRun'>): Promise<Result<RunView>> {
    if (current) return err(localError('run', 'job.busy', undefined, 'check-first'));
    const run = runs.get(request.run);
    if (run === undefined) return err(localError('run', 'run.gone', undefined, 'no'));
    const session = ports.findSession(request.session);
    if (session === undefined) return err(localError('sign-in', 'session.gone'));
    if (!isSameHome(run, session)) return err(otherHome(run, session));
    const changed = change(run, request.changes ?? {});
    return changed.ok ? await start(run, session) : changed;
  }

  /** Takes what the person changed, as long as nothing has been made of the old value. */
  function change(run: Run, { alias, material, keyId }: RunChanges): Result<null> {
    const tooLate =
      run.plan === undefined ||
      (alias !== undefined && isOver(run, 'create-alias')) ||
      (material !== undefined && isOver(run, 'import'));
    if (tooLate && (alias !== undefined || material !== undefined)) {
      return err(localError('app', 'ipc.badRequest', undefined, 'no'));
    }
    if (keyId !== undefined) {
      // SECURITY: no key but those that AWS named with the tag of this run, as long as it has none.
      const isCandidate = run.candidates?.some((candidate) => candidate.keyId === keyId) ?? false;
      if (!isCandidate || run.key !== undefined)
        return err(localError('app', 'ipc.badRequest', undefined, 'no'));
      run.chosenKeyId = keyId;
      noteException(run.notes, { kind: 'key-chosen' }, ports.clock.now());
    }
    if (alias !== undefined) {
      const name = checkAlias(alias);
      if (!name.ok) return name;
      run.alias = alias;
    }
    if (material !== undefined) {
      const next = materialFor(material, ports.custody, run.partition);
      if (!next.ok) return next;
      const copied = copyCheckValueOf(next.value);
      const isOther = run.copyCheckValue !== undefined && run.copyCheckValue !== copied;
      if (run.ready !== undefined || isOther) {
        noteException(run.notes, { kind: 'other-material' }, ports.clock.now());
      }
      run.material = next.value;
      if (isNotCompared(next.value)) {
        noteException(run.notes, { kind: 'check-value-not-compared' }, ports.clock.now());
      }
      run.notes.madeOf = madeOf(next.value);
      run.custody = custodyOfChosen(next.value);
      // What is restored has to be what was copied before; what is new takes its place.
      if (sourceOf(next.value) !== 'restored') delete run.copyCheckValue;
      if (copied !== undefined) run.copyCheckValue ??= copied;
      delete run.ready;
    }
    return ok(null);
  }

  function findHandOver(handle: string): HandOverView | undefined {
    const run = runs.get(handle);
    return run && handOverOf(run);
  }

  async function saveSummary({
    run: handle,
    format,
    text,
  }: RequestOf<'saveSummary'>): Promise<Result<Picked<{ readonly fileName: string }>>> {
    const handOver = findHandOver(handle);
    if (handOver === undefined) return err(localError('save', 'run.gone', undefined, 'no'));
    const path = await ports.dialogs.pickSaveFile(handOverFileName(handOver, format));
    if (path === undefined) return ok({ picked: false });
    const content =
      format === 'json' ? handOverJson(handOver, ports.appVersion) : handOverText(text, handOver.mode);
    return await saveOneFile(path, Buffer.from(content, 'utf8'));
  }

  return {
    start,
    continueRun,
    /** Pauses the run that is going on after the step that it is at. */
    cancelRun: (): Promise<Result<null>> => {
      cancelled = true;
      return Promise.resolve(ok(null));
    },
    saveSummary,
    findHandOver,
    findExpected: (handle: string): ExpectedCopy | undefined => {
      const run = runs.get(handle);
      return run && expectedCopyOf(run);
    },
    /** What the ceremony record says of a run that came to its end. */
    findRecord: (handle: string, zone: Zone): JobFacts | undefined => {
      const run = runs.get(handle);
      const isDone =
        run !== undefined && current !== run && [...run.rows.keys()].every((step) => isOver(run, step));
      return isDone ? recordOfRun(run, zone) : undefined;
    },
    isBusy: () => current !== undefined,
    /** Whether the run that is going on is one of the real AWS. */
    isAtAws: () => current?.mode === 'aws',
    has: (run: string) => runs.has(run),
    forget: () => runs.clear(),
  };
}

/** What the record will say of how a run begins, or goes on. */
function noteStart(run: Run, session: AwsSession, now: Date): void {
  const { notes } = run;
  const rows = [...run.rows.values()];
  const hasBegun = rows.some(({ state }) => state !== 'waiting' && state !== 'skipped');
  const next = rows.find(({ step }) => !isOver(run, step));
  if (hasBegun && next !== undefined) {
    const code = notes.pausedBy ?? 'app-ended';
    noteException(notes, { kind: 'resumed', step: notes.pausedAt ?? next.step, code }, now);
  }
  delete notes.pausedBy;
  delete notes.pausedAt;
  noteReach(notes, session, now);
}

/** Whether AWS refused the very first call: then there is nothing to go on with, or to clear up. */
function leftNothing({ plan, key, rows }: Run, { error }: Failure): boolean {
  const wasRefused = rows.get('create-key')?.state === 'failed' && !error.changedInAws;
  return plan !== undefined && key === undefined && wasRefused;
}

function viewOf(run: Run, failure: Failure | undefined): RunView {
  return {
    run: run.id,
    rows: [...run.rows.values()],
    ...definedOnly({
      keyArn: run.key?.arn,
      failure,
      candidates: failure?.next === 'choose-key' ? run.candidates : undefined,
      handOver: failure === undefined ? handOverOf(run) : undefined,
    }),
  };
}
