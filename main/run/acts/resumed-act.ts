import type { AwsSession } from '../../aws/session';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { isUncertain } from '../../shared/unfinished';
import type { RunRow } from '../../shared/views/aws';
import type { Clock } from '../calls';
import { findOwnKey } from '../own-key';
import { rowsOf } from '../recipe';
import { newRows, type ActRun } from '../run';
import { recipeOfAct } from './recipe-of-act';

/**
 * What a note says of an act, as a run that may go on. What is not known to be done is looked for before it is sent, and
 * AWS is asked for every check again. A run that is over already stays as it is.
 *
 * SECURITY: a person who wrote to the note must gain nothing by it: it only says what a person is shown and confirms,
 * and everything else is read anew from AWS by the steps themselves.
 *
 * Errors: run.otherKey; those of DescribeKey. Nothing is changed in AWS.
 */
export async function resumedAct(noted: ActRun, session: AwsSession, clock: Clock): Promise<Result<ActRun>> {
  if (noted.stopped !== undefined) return ok(noted);
  const key = await findOwnKey(noted, session, clock);
  if (!key.ok) return key;
  if (key.value === undefined) return err(localError('run', 'journal.gone', undefined, 'no'));
  return ok({ ...noted, partition: session.view.partition, key: key.value, rows: rowsOfAct(noted) });
}

function rowsOfAct({ act, rows }: ActRun): ActRun['rows'] {
  const recipe = recipeOfAct(act.do);
  const resumed = newRows(rowsOf(recipe));
  for (const {
    rows: [step],
    changes,
  } of recipe.stages) {
    const noted = rows.get(step);
    if (changes === undefined || noted === undefined) continue;
    if (isUncertain(noted.state)) resumed.set(step, { step, state: 'unknown' });
    else if (noted.state === 'done' || noted.state === 'skipped')
      resumed.set(step, { ...noted, step } satisfies RunRow);
  }
  return resumed;
}
