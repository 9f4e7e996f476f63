import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import type { KeyRow } from '../../../main/shared/views/keys';
import { useNow } from '../../base/use-now';
import { filterWords, keysPage } from '../../words/look-after/list';
import { stateWords } from '../../words/look-after/states';
import {
  arranged,
  listedKeys,
  quickCounts,
  usualArrangement,
  type Arrangement,
  type Column,
  type ListedKey,
} from './arrange';
import { KeyTable } from './key-table';
import { allColumns, ListTools } from './list-tools';
import { ChosenBar, type ManyWork } from './many/chosen-bar';
import { Pages } from './pages';
import type { NextAction } from './standing';

/** How the list is shown; it stays while a key is looked at. */
export interface ListView {
  readonly arrangement: Arrangement;
  readonly columns: readonly Column[];
  /** From 0. */
  readonly page: number;
  /** ARNs. */
  readonly chosen: ReadonlySet<string>;
}

export const usualView: ListView = {
  arrangement: usualArrangement,
  columns: allColumns,
  page: 0,
  chosen: new Set(),
};

export interface KeysShownProps {
  readonly rows: ReadonlyMap<string, KeyRow>;
  readonly isReading: boolean;
  /** AWS's time minus this computer's. */
  readonly offsetMs: number;
  readonly view: ListView;
  /** The key that was looked at last. */
  readonly focused: string | undefined;
  readonly onView: (view: ListView) => void;
  readonly onAct: (action: NextAction, key: ListedKey) => void;
  /** To what is done with all chosen keys. */
  readonly onMany: (what: ManyWork) => void;
}

/** So many rows are drawn well within a tenth of a second, however long the list is (docs/performance.md). */
const rowsPerPage = 25;
const minuteMs = 60_000;

/** The table, with what chooses from it. */
export function KeysShown({
  rows,
  isReading,
  offsetMs,
  view,
  focused,
  onView,
  onAct,
  onMany,
}: KeysShownProps) {
  const minute = Math.floor((useNow(() => minuteMs).getTime() + offsetMs) / minuteMs);
  const keys = useMemo(
    () => listedKeys(rows.values(), new Date(minute * minuteMs), stateWords),
    [rows, minute],
  );
  const counts = useMemo(() => quickCounts(keys), [keys]);
  // What is typed appears at once; the table follows.
  const arrangement = useDeferredValue(view.arrangement);
  const found = useMemo(() => arranged(keys, arrangement), [keys, arrangement]);
  if (keys.length === 0) return isReading ? null : <Nothing words={keysPage.none} />;
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const page = Math.min(view.page, pages - 1);
  const change = (next: Partial<Arrangement>): void =>
    onView({ ...view, page: 0, arrangement: { ...view.arrangement, ...next } });
  const sort = (column: Column): void => {
    const { sortedBy, isDescending } = view.arrangement;
    change({ sortedBy: column, isDescending: sortedBy === column && !isDescending });
  };
  const choose = (arns: readonly string[], isChosen: boolean): void => {
    const chosen = new Set(view.chosen);
    for (const arn of arns)
      if (isChosen) chosen.add(arn);
      else chosen.delete(arn);
    onView({ ...view, chosen });
  };
  const count = [...view.chosen].filter((arn) => rows.has(arn)).length;
  return (
    <div className="keys-shown">
      <ListTools
        arrangement={view.arrangement}
        counts={counts}
        columns={view.columns}
        onChange={change}
        onColumns={(columns) => onView({ ...view, columns })}
      />
      <div className="list-foot">
        <span role="status">{filterWords.shown(found.length, keys.length)}</span>
        <Pages page={page} pages={pages} onPage={(next) => onView({ ...view, page: next })} />
      </div>
      {!isReading && (
        <ChosenBar count={count} onMany={onMany} onNone={() => onView({ ...view, chosen: new Set() })} />
      )}
      {found.length === 0 ? (
        <Nothing
          words={keysPage.noMatch}
          action={
            <Button onClick={() => change({ text: '', quick: 'all' })}>{keysPage.noMatch.clear}</Button>
          }
        />
      ) : (
        <KeyTable
          keys={found.slice(page * rowsPerPage, (page + 1) * rowsPerPage)}
          columns={view.columns}
          arrangement={arrangement}
          focused={focused}
          chosen={view.chosen}
          onChoose={choose}
          onSort={sort}
          onAct={onAct}
        />
      )}
    </div>
  );
}

interface NothingProps {
  readonly words: { readonly title: string; readonly text: string };
  readonly action?: ReactNode;
}

function Nothing({ words, action }: NothingProps) {
  return (
    <div className="nothing">
      <Box variant="h2">{words.title}</Box>
      <Box variant="p">{words.text}</Box>
      {action}
    </div>
  );
}
