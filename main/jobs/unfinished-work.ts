import type { AwsSession } from '../aws/session';
import type { LogEntry } from '../platform/log';
import type { RequestOf, ResultOf, RunView } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { UnusableNoteView } from '../shared/unfinished-views';
import { isSameHome, otherHome, type Run } from './ceremony-run';
import type { OfflineNotes } from './offline-notes';
import type { FoundNotes } from './notes';
import type { OfflineJournal } from './offline-work';
import type { RunDesk } from './run-desk';
import type { RunJournal } from './run-journal';
import { offlineView, reviewOf, runView } from './unfinished-view';

export interface UnfinishedWorkPorts {
  readonly journal: RunJournal;
  readonly offlineJournal: Pick<OfflineJournal, 'find' | 'remove' | 'discard'>;
  readonly notes: Pick<OfflineNotes, 'has'>;
  readonly findSession: (handle: string) => AwsSession | undefined;
  readonly runs: Pick<RunDesk, 'start' | 'isBusy' | 'has'>;
  readonly log: (entry: LogEntry) => void;
}

/** KMS deletes a key after 7 to 30 days; until then the deletion can be cancelled in the AWS console. */
const deletionDays = 30;

/** What the app, the computer or a person left before its end: listed, gone on with, or discarded. */
export function createUnfinishedWork(ports: UnfinishedWorkPorts) {
  const { journal, offlineJournal, notes, findSession, runs, log } = ports;

  async function find(id: string): Promise<Result<Run>> {
    if (runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
    const found = (await journal.find()).runs.find((run) => run.id === id);
    return found ? ok(found) : err(localError('run', 'journal.gone', undefined, 'no'));
  }

  return {
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
      const from = of === 'run' ? journal : offlineJournal;
      const removed = await from.discard(note);
      return !removed.ok && removed.error.code === 'journal.gone' ? removed : ok({ isForgotten: removed.ok });
    },

    resumeRun: async (request: RequestOf<'resumeRun'>): Promise<Result<RunView>> => {
      const found = await find(request.run);
      if (!found.ok) return found;
      const session = findSession(request.session);
      if (session === undefined) return err(localError('sign-in', 'session.gone'));
      const run = found.value;
      // SECURITY: what goes on is what the person was shown, with its policy; a note that became another one meanwhile is not.
      if (request.confirmed !== reviewOf(run)) {
        return err(localError('run', 'journal.notConfirmed', undefined, 'check-first'));
      }
      return isSameHome(run, session) ? await runs.start(run, session) : err(otherHome(run, session));
    },

    discardRun: async (request: RequestOf<'discardRun'>): Promise<ResultOf<'discardRun'>> => {
      if ((await offlineJournal.find()).found.some(({ id }) => id === request.run)) {
        return ok({ isForgotten: (await offlineJournal.remove(request.run)).ok });
      }
      const found = await find(request.run);
      if (!found.ok) return found;
      const run = found.value;
      const deletion = await scheduleDeletion(run, request.session);
      if (!deletion.ok) return deletion;
      const removed = await journal.remove(run);
      return ok({
        isForgotten: removed.ok,
        ...definedOnly({ deletionAt: deletion.value?.toISOString() }),
      });
    },
  };

  async function scheduleDeletion(run: Run, handle: string | undefined): Promise<Result<Date | undefined>> {
    if (handle === undefined || run.key === undefined) return ok(undefined);
    const session = findSession(handle);
    if (session === undefined) return err(localError('sign-in', 'session.gone'));
    if (!isSameHome(run, session)) return err(otherHome(run, session));
    const scheduled = await session.kms.scheduleKeyDeletion(run.key.keyId, deletionDays);
    return scheduled.outcome === 'done' ? ok(scheduled.value) : err(scheduled.error);
  }
}

const unusableViews = (
  of: UnusableNoteView['of'],
  { unusable }: Pick<FoundNotes<unknown>, 'unusable'>,
): readonly UnusableNoteView[] => unusable.map(({ name, reason }) => ({ note: name, of, reason }));
