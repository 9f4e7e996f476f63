import type { AwsSession } from '../aws/session';
import type { LogEntry } from '../platform/log';
import type { RequestOf, ResultOf, RunView } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { UnfinishedOfflineView, UnfinishedRunView } from '../shared/unfinished-views';
import type { Clock } from './calls';
import { isSameHome, otherHome, type Run } from './ceremony-run';
import type { OfflineNotes } from './offline-notes';
import type { OfflineJournal, OfflineWork } from './offline-work';
import { findOwnKey, hasHeldMaterial, otherKey } from './own-key';
import { hasImported } from './resumed-rows';
import { resumedRun } from './resumed-run';
import type { RunDesk } from './run-desk';
import type { RunJournal } from './run-journal';

export interface UnfinishedWorkPorts {
  readonly clock: Clock;
  /** Whether the note of a run is proven to be what the app itself wrote. */
  readonly isAuthentic: (run: Run) => boolean;
  readonly journal: RunJournal;
  readonly offlineJournal: Pick<OfflineJournal, 'find' | 'remove'>;
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
  /** While AWS is asked about a run that is to go on, or to be discarded. */
  let isAsking = false;

  async function find(id: string): Promise<Result<Run>> {
    if (isAsking || runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
    const found = (await journal.find()).runs.find((run) => run.id === id);
    return found ? ok(found) : err(localError('run', 'journal.gone', undefined, 'no'));
  }

  async function asking<T>(ask: () => Promise<T>): Promise<T> {
    isAsking = true;
    try {
      return await ask();
    } finally {
      isAsking = false;
    }
  }

  return {
    listUnfinished: async (): Promise<ResultOf<'listUnfinished'>> => {
      const found = await journal.find();
      const offline = await offlineJournal.find();
      const setAside = [...found.setAside, ...offline.setAside];
      if (setAside.length > 0) log({ event: 'journal.setAside', count: setAside.length });
      const set = (why: string): number => setAside.filter((reason) => reason === why).length;
      return ok({
        // What this window is at work on is not unfinished.
        runs: [
          ...found.runs.filter(({ id }) => !runs.has(id)).map((run) => viewOf(run, found.older)),
          ...offline.found
            .filter(({ id }) => !notes.has(id))
            .map((work) => offlineViewOf(work, offline.older)),
        ],
        damaged: set('damaged'),
        newerVersion: set('newer-version'),
      });
    },

    resumeRun: async (request: RequestOf<'resumeRun'>): Promise<Result<RunView>> => {
      const found = await find(request.run);
      if (!found.ok) return found;
      const session = findSession(request.session);
      if (session === undefined) return err(localError('sign-in', 'session.gone'));
      if (!isSameHome(found.value, session)) return err(otherHome(found.value, session));
      const isAuthentic = ports.isAuthentic(found.value);
      const run = await asking(() => resumedRun(found.value, session, ports.clock, isAuthentic));
      return run.ok ? await runs.start(run.value, session) : run;
    },

    discardRun: async (request: RequestOf<'discardRun'>): Promise<ResultOf<'discardRun'>> => {
      if ((await offlineJournal.find()).found.some(({ id }) => id === request.run)) {
        return ok({ isForgotten: (await offlineJournal.remove(request.run)).ok });
      }
      const found = await find(request.run);
      if (!found.ok) return found;
      const run = found.value;
      const deletion = await asking(() => scheduleDeletion(run, request.session));
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
    // The key of an offline import was there before, and others may rely on it.
    if (run.plan === undefined) return otherKey('notCreated', run.key.keyId);
    const key = await findOwnKey(run, session, ports.clock);
    if (!key.ok || key.value === undefined) return key.ok ? ok(undefined) : key;
    // SECURITY: a tag can be copied into a note, too. Of a key that never held material nothing can depend.
    if (!ports.isAuthentic(run) && hasHeldMaterial(key.value)) {
      return otherKey('holdsMaterial', key.value.keyId);
    }
    const scheduled = await session.kms.scheduleKeyDeletion(key.value.keyId, deletionDays);
    return scheduled.outcome === 'done' ? ok(scheduled.value) : err(scheduled.error);
  }
}

/** A run that creates a key asks for its material again, unless the import is done. */
const hasWrapped = (run: Run): boolean =>
  run.plan === undefined ? run.ready !== undefined : hasImported(run);

function viewOf(run: Run, older: ReadonlySet<string>): UnfinishedRunView {
  return {
    run: run.id,
    job: run.plan === undefined ? 'finish-import' : 'create-and-import',
    accountId: run.accountId,
    region: run.region,
    startedAt: run.startedAt.toISOString(),
    rows: [...run.rows.values()],
    isWrapped: hasWrapped(run),
    ...definedOnly({
      keyArn: run.key?.arn,
      keyId: run.key?.keyId,
      alias: run.alias,
      receiverName: run.plan?.draft.receiver.name,
      wrapping: run.plan && {
        wrappingKeySpec: run.plan.draft.wrappingKeySpec,
        wrappingAlgorithm: run.plan.draft.wrappingAlgorithm,
      },
      custody: run.custody,
      parametersValidTo: run.parameters?.validTo.toISOString(),
      stopped: run.stopped,
      isOlder: older.has(run.id) ? (true as const) : undefined,
    }),
  };
}

function offlineViewOf(
  { id, startedAt, parameters, ...work }: OfflineWork,
  older: ReadonlySet<string>,
): UnfinishedOfflineView {
  const { keyId, keyArn, validTo } = parameters;
  const { state, wrappingAlgorithm, custody, folderName } = work;
  return {
    run: id,
    job: 'wrap-offline',
    startedAt: startedAt.toISOString(),
    state,
    wrappingAlgorithm,
    ...definedOnly({
      keyId,
      keyArn: keyArn?.arn,
      accountId: keyArn?.accountId,
      region: keyArn?.region,
      parametersValidTo: validTo?.toISOString(),
      custody,
      folderName,
      isOlder: older.has(id) ? (true as const) : undefined,
    }),
  };
}
