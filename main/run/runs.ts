import { checkAlias } from '../aws/check-key';
import type { AwsSession } from '../aws/session';
import type { Custody } from '../custody/custody';
import {
  copyCheckValueOf,
  custodyOfChosen,
  isNotCompared,
  madeOf,
  prepareWrap,
  sourceOf,
} from '../custody/material-choice';
import type { Dialogs } from '../platform/dialogs';
import { saveOneFile } from '../platform/files/save-one-file';
import { handOverFileName, handOverJson, handOverText, type HandOverFormat } from '../records/hand-over';
import type { JobFacts } from '../records/record-events';
import type { Zone } from '../records/record-instant';
import type { Picked, RequestOf, RunChanges, RunView } from '../shared/contract';
import { localError, type AppError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { SavedOneView } from '../shared/views/saved';
import type { SavedFiles } from '../platform/files/saved-files';
import type { HandOverView, RunProgress, RunStep } from '../shared/views/aws';
import { recordOfAct } from './acts/record-of-act';
import { additionAfter } from './addition';
import { advance } from './advance';
import { materialAgain } from './again-material';
import { handOverOf } from './hand-over-view';
import { noteLaterReach, noteReach } from './note-reach';
import { materialFor } from './plan-key';
import type { RunPorts } from './recipe';
import { runView } from './run-view';
import { recordOfRun } from './record-of-run';
import { recordOfAddition } from './record-of-addition';
import {
  isAddition,
  isImport,
  isOfOpenKey,
  isOver,
  isSameHome,
  fitOf,
  isWrapping,
  otherHome,
  type Failure,
  type Run,
  type WrappingRun,
} from './run';
import { noteException } from './run-notes';

export interface RunsPorts extends RunPorts {
  readonly dialogs: Pick<Dialogs, 'pickSaveFile'>;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
  readonly findSession: (handle: string) => AwsSession | undefined;
  readonly custody: Pick<Custody, 'materialOf'>;
  /** The runs that the page knows, by their handles; each is kept until its job is left. */
  readonly atHand: Map<string, Run>;
  /** Where runs that are done are written down. Errors: save.*. */
  readonly finished: {
    readonly keep: (work: { kind: 'run'; id: string; run: Run }) => Promise<Result<null>>;
  };
  readonly appVersion: string;
  readonly emit: (progress: RunProgress) => void;
}

export type Runs = ReturnType<typeof createRuns>;

/** Starts runs, one at a time, and goes on with them. */
export function createRuns(ports: RunsPorts) {
  const runs = ports.atHand;
  /** The run that is going on. */
  let current: Run | undefined;
  let cancelled = false;

  /**
   * Begins a run, or goes on with one, and answers when it pauses. Error: job.busy. A failure on the way is in the
   * view.
   *
   * @param pausedAt where the app before this one ended, if rows before that are made anew.
   */
  async function start(run: Run, session: AwsSession, pausedAt?: RunStep): Promise<Result<RunView>> {
    if (current) return err(busy());
    current = run;
    cancelled = false;
    noteStart(run, session, ports.clock.now(), pausedAt);
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
      const isSettled = await noteEnd(run, failure);
      return ok({ ...runView(run, failure), ...(isSettled ? {} : { isUnfinished: true as const }) });
    } finally {
      current = undefined;
      void wrapIsOver();
    }
  }

  /** What is done is listed as finished; where it cannot be written down, it stays listed as unfinished: false. */
  async function noteEnd(run: Run, failure: Failure | undefined): Promise<boolean> {
    const isKept =
      failure === undefined &&
      (await ports.finished.keep({ kind: 'run', id: run.id, run })).ok &&
      (await keepAddition(run));
    const isSettled = isKept || (failure !== undefined && leftNothing(run, failure));
    await (isSettled ? ports.journal.remove(run) : ports.journal.keep(run));
    return isSettled;
  }

  /** A receiver that is still to be let in is work of its own, listed as unfinished from now on. */
  async function keepAddition(run: Run): Promise<boolean> {
    const addition = run.kind === 'create' ? additionAfter(run, ports.clock.now()) : undefined;
    if (addition === undefined) return true;
    runs.set(addition.id, addition);
    return (await ports.journal.keep(addition)).ok;
  }

  /** AWS takes a while to make a key and its wrapping key: time enough for a vault to start and to test itself. */
  function prepare(run: Run): () => Promise<void> {
    if (!isWrapping(run) || run.material === undefined || isOver(run, 'wrap')) {
      return () => Promise.resolve();
    }
    return prepareWrap(run.material, ports.vault, fitOf(run).wrappingAlgorithm);
  }

  async function continueRun(request: RequestOf<'continueRun'>): Promise<Result<RunView>> {
    if (current) return err(busy());
    const run = runs.get(request.run);
    if (run === undefined) return err(localError('run', 'run.gone', undefined, 'no'));
    const signedIn = ports.findSession(request.session);
    if (signedIn === undefined) return err(localError('sign-in', 'session.gone'));
    // A key that was opened from a list may be in another Region than the sign-in.
    const session = isOfOpenKey(run) ? signedIn.inRegion(run.region) : signedIn;
    if (!isSameHome(run, session)) return err(otherHome(run, session));
    if (request.changes !== undefined) {
      // Nothing of a run can be changed whose key and material were there before.
      const changed = isWrapping(run) ? change(run, request.changes) : err(badRequest());
      if (!changed.ok) return changed;
    }
    return await start(run, session);
  }

  /** Takes what the person changed, as long as nothing has been made of the old value. */
  function change(run: WrappingRun, { alias, material, keyId }: RunChanges): Result<null> {
    if (run.kind !== 'create') return material ? changeMaterial(run, material) : err(badRequest());
    const tooLate =
      (alias !== undefined && isOver(run, 'create-alias')) ||
      (material !== undefined && isOver(run, 'import'));
    if (tooLate) return err(badRequest());
    if (keyId !== undefined) {
      // SECURITY: no key but those that AWS named with the tag of this run, as long as it has none.
      const isCandidate = run.candidates?.some((candidate) => candidate.keyId === keyId) ?? false;
      if (!isCandidate || run.key !== undefined) return err(badRequest());
      run.chosenKeyId = keyId;
      noteException(run.notes, { kind: 'key-chosen' }, ports.clock.now());
    }
    if (alias !== undefined) {
      const name = checkAlias(alias);
      if (!name.ok) return name;
      run.alias = alias;
    }
    return material === undefined ? ok(null) : changeMaterial(run, material);
  }

  function changeMaterial(run: WrappingRun, choice: NonNullable<RunChanges['material']>): Result<null> {
    // A key that has material takes nothing but what a copy was opened of.
    if (run.kind !== 'create' && (choice.from !== 'held' || isOver(run, 'import'))) return err(badRequest());
    const chosen =
      run.kind !== 'create' && choice.from === 'held'
        ? materialAgain(choice.handle, ports.custody, run.mode)
        : materialFor(choice, ports.custody, run.partition);
    if (!chosen.ok) return chosen;
    const material = chosen.value;
    const copied = copyCheckValueOf(material);
    const isOther = run.copyCheckValue !== undefined && run.copyCheckValue !== copied;
    const now = ports.clock.now();
    if (run.ready !== undefined || isOther) noteException(run.notes, { kind: 'other-material' }, now);
    if (isNotCompared(material)) noteException(run.notes, { kind: 'check-value-not-compared' }, now);
    run.material = material;
    run.notes.madeOf = madeOf(material);
    run.custody = custodyOfChosen(material);
    // What is restored has to be what was copied before; what is new takes its place.
    if (sourceOf(material) !== 'restored') delete run.copyCheckValue;
    if (copied !== undefined) run.copyCheckValue ??= copied;
    delete run.ready;
    return ok(null);
  }

  function findHandOver(handle: string): HandOverView | undefined {
    const run = runs.get(handle);
    return run && isImport(run) ? handOverOf(run) : undefined;
  }

  /** Undefined for the policy of a role that the hand-over does not have. */
  function contentOf(handOver: HandOverView, format: HandOverFormat, text: string): string | undefined {
    switch (format) {
      case 'text':
        return handOverText(text, handOver.mode);
      case 'json':
        return handOverJson(handOver, ports.appVersion);
      case 'trust-policy':
        return handOver.wants.role?.trustPolicy;
      case 'permissions-policy':
        return handOver.wants.role?.permissionsPolicy;
    }
  }

  async function saveSummary({
    run: handle,
    format,
    text,
  }: RequestOf<'saveSummary'>): Promise<Result<Picked<SavedOneView>>> {
    const handOver = findHandOver(handle);
    const content = handOver && contentOf(handOver, format, text);
    if (handOver === undefined || content === undefined)
      return err(localError('save', 'run.gone', undefined, 'no'));
    const path = await ports.dialogs.pickSaveFile(handOverFileName(handOver, format));
    if (path === undefined) return ok({ picked: false });
    return await saveOneFile(path, Buffer.from(content, 'utf8'), ports.savedFiles);
  }

  return {
    verbs: {
      continueRun,
      /** Pauses the run that is going on after the step that it is at. */
      cancelRun: (): Promise<Result<null>> => {
        cancelled = true;
        return Promise.resolve(ok(null));
      },
      saveSummary,
    },
    start,
    findHandOver,
    /** What the ceremony record says of a run that is done. */
    findRecord: (handle: string, zone: Zone): JobFacts | undefined => {
      const run = runs.get(handle);
      const isDone =
        run !== undefined && current !== run && [...run.rows.keys()].every((step) => isOver(run, step));
      if (!isDone) return undefined;
      if (run.kind === 'act') return recordOfAct(run, zone);
      return isAddition(run) ? recordOfAddition(run, zone) : recordOfRun(run, zone);
    },
    isBusy: () => current !== undefined,
    /** Whether the run that is going on is one of the real AWS. */
    isAtAws: () => current?.mode === 'aws',
    has: (run: string) => runs.has(run),
    forget: () => runs.clear(),
  };
}

const busy = (): AppError => localError('run', 'job.busy', undefined, 'check-first');
const badRequest = (): AppError => localError('app', 'ipc.badRequest', undefined, 'no');

/** What the record will say of how a run begins, or goes on. */
function noteStart(run: Run, session: AwsSession, now: Date, pausedAt?: RunStep): void {
  const { notes } = run;
  const rows = [...run.rows.values()];
  const hasBegun = rows.some(({ state }) => state !== 'waiting' && state !== 'skipped');
  const next = rows.find(({ step }) => !isOver(run, step));
  if (hasBegun && next !== undefined) {
    const code = notes.pausedBy ?? 'app-ended';
    noteException(notes, { kind: 'resumed', step: pausedAt ?? next.step, code }, now);
  }
  delete notes.pausedBy;
  noteReach(notes, session, now);
}

/** Whether AWS refused the very first call: then there is nothing to resume, and nothing to clear up. */
function leftNothing(run: Run, { error }: Failure): boolean {
  const { kind, key, rows } = run;
  const isFirst = (step: RunStep): boolean => rows.get(step)?.state === 'failed' && !error.changedInAws;
  if (kind === 'act' || (isAddition(run) && run.isOpened)) return [...rows.keys()].slice(0, 1).every(isFirst);
  if (kind === 'reimport' || kind === 'rotate') {
    const isUntouched = rows.get('import')?.state === 'waiting';
    return isUntouched && (isFirst('encrypt-before') || isFirst('get-parameters'));
  }
  return kind === 'create' && key === undefined && isFirst('create-key');
}
