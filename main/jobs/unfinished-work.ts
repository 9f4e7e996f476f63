import type { AwsSession } from '../aws/session';
import type { LogEntry } from '../platform/log';
import type { RequestOf, ResultOf, RunView } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { UnfinishedView } from '../shared/unfinished-views';
import { isSameHome, otherHome, type Run } from './ceremony-run';
import type { RunDesk } from './run-desk';
import type { RunJournal } from './run-journal';

export interface UnfinishedWorkPorts {
  readonly journal: RunJournal;
  readonly findSession: (handle: string) => AwsSession | undefined;
  readonly runs: Pick<RunDesk, 'start' | 'isBusy' | 'has'>;
  readonly log: (entry: LogEntry) => void;
}

/** KMS deletes a key after 7 to 30 days; until then the deletion can be cancelled in the AWS console. */
const deletionDays = 30;

/** Runs that the app, the computer or a person left before their end: listed, gone on with, or discarded. */
export function createUnfinishedWork({ journal, findSession, runs, log }: UnfinishedWorkPorts) {
  async function find(id: string): Promise<Result<Run>> {
    if (runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
    const found = (await journal.find()).runs.find((run) => run.id === id);
    return found ? ok(found) : err(localError('run', 'journal.gone', undefined, 'no'));
  }

  return {
    listUnfinished: async (): Promise<ResultOf<'listUnfinished'>> => {
      const found = await journal.find();
      const { length: count } = found.setAside;
      if (count > 0) log({ event: 'journal.setAside', count });
      const set = (why: string): number => found.setAside.filter((reason) => reason === why).length;
      return ok({
        // What this window is at work on is not unfinished.
        runs: found.runs.filter(({ id }) => !runs.has(id)).map(viewOf),
        damaged: set('damaged'),
        newerVersion: set('newer-version'),
      });
    },

    resumeRun: async (request: RequestOf<'resumeRun'>): Promise<Result<RunView>> => {
      const found = await find(request.run);
      if (!found.ok) return found;
      const session = findSession(request.session);
      if (session === undefined) return err(localError('sign-in', 'session.gone'));
      const run = found.value;
      return isSameHome(run, session) ? await runs.start(run, session) : err(otherHome(run, session));
    },

    discardRun: async (request: RequestOf<'discardRun'>): Promise<ResultOf<'discardRun'>> => {
      const found = await find(request.run);
      if (!found.ok) return found;
      const run = found.value;
      const deletion = await scheduleDeletion(run, request.session);
      if (!deletion.ok) return deletion;
      await journal.remove(run);
      return ok(definedOnly({ deletionAt: deletion.value?.toISOString() }));
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

function viewOf(run: Run): UnfinishedView {
  return {
    run: run.id,
    job: run.plan === undefined ? 'finish-import' : 'create-and-import',
    accountId: run.accountId,
    region: run.region,
    startedAt: run.startedAt.toISOString(),
    rows: [...run.rows.values()],
    isWrapped: run.ready !== undefined,
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
    }),
  };
}
