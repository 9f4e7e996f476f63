import type { FinishedWork, OfflineRecord } from '../schemas/finished-work';
import type { RequestOf, ResultOf } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { without } from '../shared/without';
import type { FinishedView, FinishedWorkView } from '../shared/views/finished';
import type { UnconfirmedReason } from '../shared/views/unfinished';
import { handOverOf } from '../run/hand-over-view';
import { actedView } from '../run/acts/acted-view';
import { addedView } from '../run/addition-view';
import { isAddition, type Run } from '../run/run';
import type { FinishedNotes } from './finished-notes';
import { unusableViews } from './unfinished-view';

export interface FinishedWorkPorts {
  readonly finished: FinishedNotes;
  /** What the page can save something of; each is kept until its job is left. */
  readonly runsAtHand: Map<string, Run>;
  readonly offlineAtHand: Map<string, OfflineRecord>;
}

/** Work that is done: listed, opened again to save what was not saved, and removed. */
export function createFinishedWork({ finished, runsAtHand, offlineAtHand }: FinishedWorkPorts) {
  async function openFinished({ work: id }: RequestOf<'openFinished'>): Promise<Result<FinishedWorkView>> {
    const { found, unconfirmed } = await finished.find();
    const work = found.find((kept) => kept.id === id);
    const view = work && openedView(work, unconfirmed.get(id), found);
    if (view === undefined) return err(localError('run', 'journal.gone', undefined, 'no'));
    if (work?.kind === 'run') runsAtHand.set(id, work.run);
    if (work?.kind === 'offline') offlineAtHand.set(id, work.offline);
    return ok(view);
  }

  return {
    verbs: {
      listFinished: async (): Promise<ResultOf<'listFinished'>> => {
        const notes = await finished.find();
        const lastFirst = notes.found.toSorted((a, b) => b.finishedAt.getTime() - a.finishedAt.getTime());
        return ok({ works: lastFirst.map(listedView), unusable: unusableViews('finished', notes) });
      },
      openFinished,
      removeFinished: ({ work }: RequestOf<'removeFinished'>): Promise<Result<null>> => finished.remove(work),
    },
  };
}

function openedView(
  work: FinishedWork,
  needsConfirming: UnconfirmedReason | undefined,
  others: readonly FinishedWork[],
): FinishedWorkView | undefined {
  const { finishedAt, isRecordSaved } = work;
  const opened = {
    finishedAt: finishedAt.toISOString(),
    isRecordSaved,
    ...definedOnly({ needsConfirming }),
  };
  if (work.kind === 'run') {
    const { run } = work;
    if (run.kind === 'act') {
      const acted = actedView(run);
      return acted && { ...opened, kind: 'act', acted };
    }
    if (isAddition(run)) {
      const added = addedView(run);
      return added && { ...opened, kind: 'addition', added };
    }
    const handOver = handOverOf(run);
    return (
      handOver && { ...opened, kind: 'run', handOver, ...definedOnly({ addition: additionTo(run, others) }) }
    );
  }
  const { saved } = work.offline;
  // SECURITY: the code vouches for saved files, so only a note that is proven to be ours may say it.
  const shown = needsConfirming === undefined ? saved : without(saved, 'transferCode');
  return { ...opened, kind: 'offline', saved: shown };
}

/** Whether the receiver that the key was made without has been added since. */
function additionTo(
  run: Run,
  others: readonly FinishedWork[],
): Extract<FinishedWorkView, { kind: 'run' }>['addition'] {
  if (run.kind !== 'create' || run.plan.draft.receiver.asks?.from !== 'later') return undefined;
  const ceremony = run.plan.ceremonyTag.value;
  const added = others.find(
    (work) => work.kind === 'run' && isAddition(work.run) && work.run.id === ceremony,
  );
  const { name } = run.plan.draft.receiver;
  return { receiver: name, ...definedOnly({ addedAt: added?.finishedAt.toISOString() }) };
}

function listedView(work: FinishedWork): FinishedView {
  const { id, finishedAt, isRecordSaved } = work;
  return { work: id, finishedAt: finishedAt.toISOString(), isRecordSaved, ...namesOf(work) };
}

function namesOf(work: FinishedWork): Omit<FinishedView, 'work' | 'finishedAt' | 'isRecordSaved'> {
  if (work.kind === 'offline') {
    const { keyId } = work.offline.saved.parameters;
    return { job: 'wrap-offline', ...definedOnly({ keyId }) };
  }
  const { run } = work;
  if (isAddition(run)) {
    const { alias, key, receiver } = run;
    return { job: 'add-receiver', alias, keyId: key.keyId, receiverName: receiver.name };
  }
  switch (run.kind) {
    case 'act':
      return { job: run.act.do, keyId: run.key.keyId, ...definedOnly({ alias: run.alias }) };
    case 'finish':
      return { job: 'finish-import', keyId: run.key.keyId };
    case 'reimport':
      return { job: 'import-again', keyId: run.key.keyId, ...definedOnly({ alias: run.alias }) };
    case 'rotate':
      return { job: 'rotate', keyId: run.key.keyId, ...definedOnly({ alias: run.alias }) };
    case 'create':
      return {
        job: 'create-and-import',
        alias: run.alias,
        receiverName: run.plan.draft.receiver.name,
        ...definedOnly({ keyId: run.key?.keyId }),
      };
  }
}
