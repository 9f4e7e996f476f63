import Button from '@cloudscape-design/components/button';
import Icon from '@cloudscape-design/components/icon';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { columnWords, keysPage, rowWords } from '../../words/look-after/list';
import { chooseWords } from '../../words/look-after/many';
import { nextNamed, nextWords } from '../../words/look-after/states';
import type { Arrangement, Column, ListedKey } from './arrange';
import { cells } from './key-cells';
import { ChooseBox } from './many/choose-box';
import type { NextAction } from './standing';

export interface KeyTableProps {
  /** Those of one page. */
  readonly keys: readonly ListedKey[];
  readonly columns: readonly Column[];
  readonly arrangement: Arrangement;
  /** The key that was looked at last gets the focus back. */
  readonly focused: string | undefined;
  /** ARNs. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (arns: readonly string[], isChosen: boolean) => void;
  readonly onSort: (column: Column) => void;
  readonly onAct: (action: NextAction, key: ListedKey) => void;
}

/** The keys of one page of the list. A plain table, as it is drawn anew with every letter that is typed in the filter. */
export function KeyTable({ keys, columns, arrangement, focused, chosen, ...on }: KeyTableProps) {
  const { onChoose, onSort, onAct } = on;
  const choosable = keys.filter(isChoosable).map(({ row }) => row.arn);
  const count = choosable.filter((arn) => chosen.has(arn)).length;
  const latest = useRef({ onAct, onChoose });
  useEffect(() => {
    latest.current = { onAct, onChoose };
  });
  // Always the same function, as each row would be drawn anew with another one.
  const act = useCallback<KeyTableProps['onAct']>((action, key) => latest.current.onAct(action, key), []);
  const choose = useCallback<KeyTableProps['onChoose']>(
    (arns, isChosen) => latest.current.onChoose(arns, isChosen),
    [],
  );
  return (
    <div className="key-table-frame">
      <table className="key-table">
        <caption className="visually-hidden">{keysPage.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <ChooseBox
                label={chooseWords.all}
                chosen={count === 0 ? 'none' : count === choosable.length ? 'all' : 'some'}
                onChange={(isChosen) => onChoose(choosable, isChosen)}
              />
            </th>
            {columns.map((column) => (
              <SortedHeader key={column} column={column} arrangement={arrangement} onSort={onSort} />
            ))}
            <th scope="col">{rowWords.next}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <KeyRow
              key={key.row.arn}
              listed={key}
              columns={columns}
              takesFocus={key.row.arn === focused}
              isChosen={chosen.has(key.row.arn)}
              onChoose={choose}
              onAct={act}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Nothing can be done with a key that may not be described. */
const isChoosable = ({ row }: ListedKey): boolean => row.isUnreadable !== true;

interface KeyRowProps extends Pick<KeyTableProps, 'columns' | 'onChoose' | 'onAct'> {
  readonly listed: ListedKey;
  readonly takesFocus: boolean;
  readonly isChosen: boolean;
}

/** Drawn anew only when its key is another one: while a list is read, most rows of a page stay as they are. */
const KeyRow = memo(function KeyRow({ listed, columns, takesFocus, isChosen, ...on }: KeyRowProps) {
  const { onChoose, onAct } = on;
  return (
    <tr>
      <td>
        {isChoosable(listed) && (
          <ChooseBox
            label={chooseWords.one(listed.name, listed.row.region)}
            chosen={isChosen ? 'all' : 'none'}
            onChange={(isNow) => onChoose([listed.row.arn], isNow)}
          />
        )}
      </td>
      {columns.map((column) =>
        column === 'name' ? (
          <th key={column} scope="row">
            <Name listed={listed} takesFocus={takesFocus} onOpen={() => onAct('look', listed)} />
          </th>
        ) : (
          <td key={column} className={`cell-${column}`}>
            {cells[column](listed)}
          </td>
        ),
      )}
      <td>
        {listed.needs !== undefined && <NextButton action={listed.needs} listed={listed} onAct={onAct} />}
      </td>
    </tr>
  );
});

interface SortedHeaderProps {
  readonly column: Column;
  readonly arrangement: Arrangement;
  readonly onSort: (column: Column) => void;
}

function SortedHeader({ column, arrangement, onSort }: SortedHeaderProps) {
  const isSorted = arrangement.sortedBy === column;
  const way = arrangement.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" {...(isSorted ? { 'aria-sort': way } : {})}>
      <button type="button" className="sort-button" onClick={() => onSort(column)}>
        {columnWords[column]}
        <span className={isSorted ? '' : 'sort-mark'}>
          <Icon name={isSorted && !arrangement.isDescending ? 'caret-up-filled' : 'caret-down-filled'} />
        </span>
      </button>
    </th>
  );
}

interface NameProps {
  readonly listed: ListedKey;
  readonly takesFocus: boolean;
  readonly onOpen: () => void;
}

function Name({ listed, takesFocus, onOpen }: NameProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isBack] = useState(takesFocus);
  useEffect(() => {
    // A row that comes back while somebody types in the filter takes nothing away.
    if (isBack && document.activeElement === document.body) button.current?.focus();
  }, [isBack]);
  const { row, name } = listed;
  return (
    <>
      <button ref={button} type="button" className="key-name" onClick={onOpen}>
        {name}
      </button>
      {row.aliases.slice(1).map((alias) => (
        <div key={alias} className="cell-more">
          {alias}
        </div>
      ))}
      {row.multiRegion && <div className="cell-more">{rowWords[row.multiRegion]}</div>}
    </>
  );
}

interface NextButtonProps {
  readonly action: NextAction;
  readonly listed: ListedKey;
  readonly onAct: KeyTableProps['onAct'];
}

function NextButton({ action, listed, onAct }: NextButtonProps) {
  return (
    <Button
      variant="inline-link"
      ariaLabel={nextNamed(action, listed.name)}
      onClick={() => onAct(action, listed)}
    >
      {nextWords[action]}
    </Button>
  );
}
