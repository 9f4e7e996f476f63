import { isUncertain } from '../shared/unfinished';
import type { RunRow, RunStep } from '../shared/views/aws';
import { rowsOf } from './recipe';
import { createAndImport } from './recipes/create-and-import';
import { finishImport } from './recipes/finish-import';
import { reimport } from './recipes/reimport';
import { recipeOfRotation } from './recipes/rotate';
import {
  newRows,
  type CreateRun,
  type FinishRun,
  type ReimportRun,
  type RotateRun,
  type Run,
  type WrappingRun,
} from './run';

type Rows = Run['rows'];

export const isDone = (rows: Rows, step: RunStep): boolean => rows.get(step)?.state === 'done';

/** Whether a call was sent, or about to be, and its answer is not known. */
export const mayBeCarriedOut = ({ rows }: Pick<Run, 'rows'>, step: RunStep): boolean =>
  isUncertain(rows.get(step)?.state);

/** What an import that is done stands on, and the import itself. */
const upToImport = {
  create: ['create-alias', 'get-parameters', 'self-test', 'wrap', 'import'],
  reimport: ['get-parameters', 'self-test', 'wrap', 'import'],
  rotate: ['get-parameters', 'self-test', 'wrap', 'import'],
} as const;

/** Whether a run that wraps has imported: then nothing is wrapped or sent for it any more. */
export const hasImported = (run: WrappingRun): boolean =>
  importOf(run).every((step) => isDone(run.rows, step));

const importOf = (run: WrappingRun): readonly RunStep[] =>
  run.kind === 'rotate' && run.isReturned ? ['import'] : upToImport[run.kind];

/**
 * The rows of a run that creates a key, as it goes on after a restart: a key that is not certain is looked for by its
 * tag before one is created, import parameters and wrapping are made anew, and AWS is asked for every check again.
 *
 * @param isRenewed whether the import parameters at hand have expired.
 */
export function rowsOfCreating(noted: CreateRun, isRenewed: boolean): Rows {
  const rows = newRows(rowsOf(createAndImport));
  const isMade = noted.key !== undefined && isDone(noted.rows, 'create-key');
  if (!isMade) return rows.set('create-key', { step: 'create-key', state: 'unknown' });
  keepRow(rows, noted, 'create-key');
  keepRow(rows, noted, 'create-alias');
  if (hasImported(noted)) {
    for (const step of upToImport.create) keepRow(rows, noted, step);
    return rows;
  }
  return withImport(rows, noted, isRenewed);
}

/** The same of a run that imports material once more: its key was there before. */
export function rowsOfReimporting(noted: ReimportRun, isRenewed: boolean): Rows {
  const rows = newRows(rowsOf(reimport));
  if (!hasImported(noted)) return withImport(rows, noted, isRenewed);
  for (const step of upToImport.reimport) keepRow(rows, noted, step);
  return rows;
}

/**
 * The same of a run that rotates. A rotation that may have been asked for is looked up before it is asked for.
 *
 * SECURITY: AWS rotates to whatever waits, and only the import itself proves whose material that is. So an import in a
 * note that anybody may have written counts only once the rotation is over.
 */
export function rowsOfRotating(noted: RotateRun, isRenewed: boolean, isAuthentic: boolean): Rows {
  const rows = newRows(rowsOf(recipeOfRotation(noted)));
  if (noted.testText !== undefined) keepRow(rows, noted, 'encrypt-before');
  if (isDone(noted.rows, 'rotate')) keepRow(rows, noted, 'rotate');
  else if (mayBeCarriedOut(noted, 'rotate')) rows.set('rotate', { step: 'rotate', state: 'unknown' });
  const isBelieved = isAuthentic || isDone(noted.rows, 'rotate');
  if (!hasImported(noted))
    return noted.isReturned ? rows.set('import', importRow(noted)) : withImport(rows, noted, isRenewed);
  if (!isBelieved) return rows.set('import', { step: 'import', state: 'unknown' });
  for (const step of importOf(noted)) keepRow(rows, noted, step);
  return rows;
}

function withImport(rows: Rows, noted: WrappingRun, isRenewed: boolean): Rows {
  const renewed = isRenewed || noted.rows.get('get-parameters')?.isRenewed === true;
  if (renewed) rows.set('get-parameters', { step: 'get-parameters', state: 'waiting', isRenewed: true });
  return rows.set('import', importRow(noted));
}

/** The rows of a run that finishes an offline import; of these nothing but the import is believed. */
export function rowsOfFinishing(noted: FinishRun): Rows {
  const rows = newRows(rowsOf(finishImport));
  if (isDone(noted.rows, 'import')) keepRow(rows, noted, 'import');
  else rows.set('import', importRow(noted));
  return rows;
}

/** The row of an import that is not known to be done. */
function importRow(noted: Run): RunRow {
  if (mayBeCarriedOut(noted, 'import')) return { step: 'import', state: 'unknown' };
  return { step: 'import', state: noted.rows.get('import')?.state === 'failed' ? 'failed' : 'waiting' };
}

/** A row that was skipped is one to take: no step before the checks is ever left out. */
function keepRow(rows: Rows, noted: Run, step: RunStep): void {
  const row = noted.rows.get(step);
  if (row !== undefined && row.state !== 'skipped') rows.set(step, { ...row, step });
}
