import { definedOnly } from '../shared/defined-only';
import type { AddedView, AdditionPlanView, OpenAdditionView } from '../shared/views/addition';
import { isOver, type AdditionRun } from './run';

/** @param isProven whether what was typed before may be offered again: a note may have been written to. */
export function openAdditionView(run: AdditionRun, isProven: boolean): OpenAdditionView {
  const { id, accountId, region, key, alias, receiver, isOpened } = run;
  const shown = isProven ? receiver : { ...receiver, accountId: '', asks: { from: 'later' as const } };
  const facts = { work: id, accountId, region, keyArn: key.arn, keyId: key.keyId, alias, receiver: shown };
  return { ...facts, ...definedOnly({ isOpened }) };
}

/** What a person is shown before anything is sent; undefined for a run that was not planned. */
export function additionChange(run: AdditionRun): Omit<AdditionPlanView, 'plan' | 'unusual'> | undefined {
  const { receiver } = run;
  if (run.kind === 'add-by-grant') {
    const { grant, grantId } = run;
    return grant && { receiver, isThere: grantId !== undefined, change: { by: 'grant', grant } };
  }
  const { change } = run;
  return change && { receiver, isThere: change.added.length === 0, change: { by: 'policy', ...change } };
}

/** How it ended; undefined while it has not. */
export function addedView(run: AdditionRun): AddedView | undefined {
  if (![...run.rows.keys()].every((step) => isOver(run, step))) return undefined;
  const { mode, key, alias, receiver, kind, rows } = run;
  const isByPolicy = kind === 'add-by-policy';
  return {
    mode,
    keyArn: key.arn,
    alias,
    receiver,
    by: isByPolicy ? 'policy' : 'grant',
    wasThere: rows.get(isByPolicy ? 'put-policy' : 'create-grant')?.state === 'skipped',
  };
}
