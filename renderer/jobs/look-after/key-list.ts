import type { AppError } from '../../../main/shared/errors';
import type { Result } from '../../../main/shared/result';
import type { KeyListUpdate, KeyListView, KeyRow, RegionReading } from '../../../main/shared/views/keys';

/** The list as far as it was read. */
export interface KeyList {
  readonly at: 'none' | 'reading' | 'ended';
  /** Of the question under way, or the last one. */
  readonly requestId: number;
  /** By ARN. */
  readonly rows: ReadonlyMap<string, KeyRow>;
  readonly regions: readonly RegionReading[];
  /** What it is called in main; known with the first rows. */
  readonly list?: string;
  /** ISO 8601, UTC, by AWS's time; absent until it has ended once. */
  readonly asOf?: string;
  /** IAM policy for what may not be listed or described. */
  readonly missingStatement?: string;
  /** Why nothing was read at all. */
  readonly error?: AppError;
}

export const noList: KeyList = { at: 'none', requestId: 0, rows: new Map(), regions: [] };

export type KeyListAction =
  /** `keeps`: the rows stay, and reading goes on; else it begins afresh. */
  | { readonly type: 'asked'; readonly requestId: number; readonly keeps: boolean }
  | { readonly type: 'updated'; readonly update: KeyListUpdate }
  /** One key was read anew. */
  | { readonly type: 'rowRead'; readonly row: KeyRow }
  | { readonly type: 'ended'; readonly requestId: number; readonly result: Result<KeyListView> };

/** The only place where the list changes. */
export function reduce(state: KeyList, action: KeyListAction): KeyList {
  switch (action.type) {
    case 'asked': {
      const { requestId, keeps } = action;
      return keeps ? { ...state, at: 'reading', requestId } : { ...noList, at: 'reading', requestId };
    }
    case 'updated': {
      const { list, rows, gone, regions } = action.update;
      if (state.at !== 'reading' || (state.list !== undefined && state.list !== list)) return state;
      return { ...state, list, regions, rows: changed(state.rows, rows, gone) };
    }
    case 'rowRead':
      return state.rows.has(action.row.arn)
        ? { ...state, rows: changed(state.rows, [action.row], []) }
        : state;
    case 'ended': {
      const { requestId, result } = action;
      if (requestId !== state.requestId) return state;
      if (!result.ok) return { ...state, at: 'ended', error: result.error };
      const { list, asOf, regions, missingStatement } = result.value;
      const missing = missingStatement === undefined ? {} : { missingStatement };
      return { ...state, at: 'ended', list, asOf, regions, ...missing };
    }
  }
}

function changed(
  before: ReadonlyMap<string, KeyRow>,
  rows: readonly KeyRow[],
  gone: readonly string[],
): ReadonlyMap<string, KeyRow> {
  if (rows.length === 0 && gone.length === 0) return before;
  const after = new Map(before);
  for (const row of rows) after.set(row.arn, row);
  for (const arn of gone) after.delete(arn);
  return after;
}

/** Whether AWS lets nobody here list keys, in any Region. A few may be known by other ways. */
export function mayListNothing({ at, regions }: KeyList): boolean {
  const isDenied = ({ state, error }: RegionReading): boolean =>
    state === 'failed' && error?.code === 'aws.accessDenied';
  return (
    at === 'ended' &&
    regions.some(isDenied) &&
    regions.every((each) => isDenied(each) || each.state === 'not-enabled')
  );
}
