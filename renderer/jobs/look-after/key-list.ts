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
  /** Lists that were read before. */
  readonly past: ReadonlySet<string>;
  /** ISO 8601, UTC, by AWS's time; absent until it has ended once. */
  readonly asOf?: string;
  /** IAM policy for what may not be listed or described. */
  readonly missingStatement?: string;
  /** Why nothing was read at all. */
  readonly error?: AppError;
}

export const noList: KeyList = { at: 'none', requestId: 0, rows: new Map(), regions: [], past: new Set() };

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
      if (keeps) return { ...state, at: 'reading', requestId };
      const past = state.list === undefined ? state.past : new Set([...state.past, state.list]);
      return { ...noList, at: 'reading', requestId, past };
    }
    case 'updated':
      return withUpdate(state, action.update);
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
      return { ...onList(state, list), at: 'ended', asOf, regions, ...missing };
    }
  }
}

/** The last rows may come after the answer that reading has ended: they take another way. */
function withUpdate(state: KeyList, { list, rows, gone, regions }: KeyListUpdate): KeyList {
  const isOpen = state.at === 'reading' ? !state.past.has(list) : state.list === list;
  if (!isOpen) return state;
  const before = onList(state, list);
  return {
    ...before,
    rows: changed(before.rows, rows, gone),
    regions: state.at === 'reading' ? regions : state.regions,
  };
}

/** Main reads one list at a time, so a new one ends the one before, whose late rows count for nothing. */
function onList(state: KeyList, list: string): KeyList {
  if (state.list === list) return state;
  if (state.list === undefined) return { ...state, list };
  return { ...state, list, rows: new Map(), past: new Set([...state.past, state.list]) };
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
