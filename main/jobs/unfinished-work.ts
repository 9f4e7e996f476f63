import type { AwsSession } from '../aws/session';
import type { LogEntry } from '../platform/log';
import type { RequestOf, ResultOf, RunView } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { Clock } from '../run/calls';
import { isAddition, isSameHome, otherHome, type Run } from '../run/run';
import type { FinishedNotes } from './finished-notes';
import type { OfflineNotes } from './offline-notes';
import type { OfflineJournal } from './offline-journal';
import { findOwnKey, hasHeldMaterial, otherKey } from '../run/own-key';
import { resumedAct } from '../run/acts/resumed-act';
import { resumedRun } from '../run/resumed-run';
import type { Runs } from '../run/runs';
import type { RunJournal } from '../run/journal';
import { offlineView, reviewOf, runView, unusableViews } from './unfinished-view';

export interface UnfinishedWorkPorts {
  readonly clock: Clock;
  readonly journal: RunJournal;
  readonly offlineJournal: Pick<OfflineJournal, 'find' | 'remove' | 'discard'>;
  readonly notes: Pick<OfflineNotes, 'has'>;
  readonly findSession: (handle: string) => AwsSession | undefined;
  readonly finished: Pick<FinishedNotes, 'discard'>;
  readonly runs: Pick<Runs, 'start' | 'isBusy' | 'has'>;
  readonly log: (entry: LogEntry) => void;
}

interface NotedRun {
  readonly run: Run;
  /** Whether the note is proven to be what the app itself wrote. */
  readonly isAuthentic: boolean;
}

/** KMS deletes a key after 7 to 30 days; until then the deletion can be cancelled in the AWS console. */
const deletionDays = 30;

/** What stopped before its end, because of the app, the computer or a person: listed, resumed or discarded. */
export function createUnfinishedWork(ports: UnfinishedWorkPorts) {
  const { clock, journal, offlineJournal, notes, findSession, runs, log } = ports;
  const notesOf = { run: journal, offline: offlineJournal, finished: ports.finished };
  /** While AWS is asked about a run that is to go on, or to be discarded. */
  let isAsking = false;

  async function find(id: string): Promise<Result<NotedRun>> {
    if (isAsking || runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
    const found = await journal.find();
    const run = found.runs.find((noted) => noted.id === id);
    return run
      ? ok({ run, isAuthentic: !found.unconfirmed.has(id) })
      : err(localError('run', 'journal.gone', undefined, 'no'));
  }

  async function asking<T>(ask: () => Promise<T>): Promise<T> {
    isAsking = true;
    try {
      return await ask();
    } finally {
      isAsking = false;
    }
  }

  const verbs = {
    listUnfinished: async (): Promise<ResultOf<'listUnfinished'>> => {
      const found = await journal.find();
      const offline = await offlineJournal.find();
      const unusable = [...unusableViews('run', found), ...unusableViews('offline', offline)];
      if (unusable.length > 0) log({ event: 'journal.unusable', count: unusable.length });
      return ok({
        // What this window is at work on is not unfinished.
        runs: [
          ...found.runs.filter(({ id }) => !runs.has(id)).map((run) => runView(run, found)),
          ...offline.found.filter(({ id }) => !notes.has(id)).map((work) => offlineView(work, offline)),
        ],
        unusable,
      });
    },

    discardNote: async ({ note, of }: RequestOf<'discardNote'>): Promise<ResultOf<'discardNote'>> => {
      const removed = await notesOf[of].discard(note);
      return !removed.ok && removed.error.code === 'journal.gone' ? removed : ok({ isForgotten: removed.ok });
    },

    resumeRun: async (request: RequestOf<'resumeRun'>): Promise<Result<RunView>> => {
      const found = await find(request.run);
      if (!found.ok) return found;
      const session = findSession(request.session);
      if (session === undefined) return err(localError('sign-in', 'session.gone'));
      const { run, isAuthentic } = found.value;
      // A receiver is added by what a person is shown anew: planReceiver takes its note.
      if (isAddition(run)) return err(localError('app', 'ipc.badRequest', undefined, 'no'));
      // SECURITY: what goes on is what the person was shown, with its policy; a note that became another one
      // meanwhile is not.
      if (request.confirmed !== reviewOf(run)) {
        return err(localError('run', 'journal.notConfirmed', undefined, 'check-first'));
      }
      if (!isSameHome(run, session)) return err(otherHome(run, session));
      if (run.kind === 'act') {
        const again = await asking(() => resumedAct(run, session, clock));
        return again.ok ? await runs.start(again.value, session) : again;
      }
      const resumed = await asking(() => resumedRun(run, session, clock, isAuthentic));
      if (!resumed.ok) return resumed;
      return await runs.start(resumed.value.run, session, resumed.value.pausedAt);
    },

    discardRun: async (request: RequestOf<'discardRun'>): Promise<ResultOf<'discardRun'>> => {
      if ((await offlineJournal.find()).found.some(({ id }) => id === request.run)) {
        return ok({ isForgotten: (await offlineJournal.remove(request.run)).ok });
      }
      const found = await find(request.run);
      if (!found.ok) return found;
      const deletion = await asking(() => scheduleDeletion(found.value, request.session));
      if (!deletion.ok) return deletion;
      const removed = await journal.remove(found.value.run);
      return ok({
        isForgotten: removed.ok,
        ...definedOnly({ deletionAt: deletion.value?.toISOString() }),
      });
    },
  };
  return { verbs };

  async function scheduleDeletion(
    { run, isAuthentic }: NotedRun,
    handle: string | undefined,
  ): Promise<Result<Date | undefined>> {
    if (handle === undefined || run.key === undefined) return ok(undefined);
    const session = findSession(handle);
    if (session === undefined) return err(localError('sign-in', 'session.gone'));
    if (!isSameHome(run, session)) return err(otherHome(run, session));
    // The key of an offline import, or of a receiver to be added, was there before, and others may rely on it.
    if (run.kind !== 'create') return otherKey('notCreated', run.key.keyId);
    const key = await findOwnKey(run, session, clock);
    if (!key.ok || key.value === undefined) return key.ok ? ok(undefined) : key;
    // SECURITY: a tag can be copied into a note, too. Nothing can depend on a key that never held material.
    if (!isAuthentic && hasHeldMaterial(key.value)) {
      return otherKey('holdsMaterial', key.value.keyId);
    }
    const scheduled = await session.kms.scheduleKeyDeletion(key.value.keyId, deletionDays);
    return scheduled.outcome === 'done' ? ok(scheduled.value.deletionAt) : err(scheduled.error);
  }
}
