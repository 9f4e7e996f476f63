import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { columnWords, filterWords } from '../../words/look-after/list';
import { numeral } from '../../words/shell/counted';
import type { Arrangement, Column, QuickCounts, QuickFilter } from './arrange';

export interface ListToolsProps {
  readonly arrangement: Arrangement;
  readonly counts: QuickCounts;
  readonly columns: readonly Column[];
  readonly onChange: (change: Partial<Arrangement>) => void;
  readonly onColumns: (columns: readonly Column[]) => void;
}

const quick: readonly QuickFilter[] = ['all', 'attention', 'expiring', 'unfinished', 'deletion'];

/** In the order in which they stand in the table; the name is always there. */
export const allColumns: readonly Column[] = [
  'name',
  'state',
  'expires',
  'material',
  'receivers',
  'region',
  'created',
];

/** What is shown of the list: a text to find, which keys, and which columns. */
export function ListTools({ arrangement, counts, columns, onChange, onColumns }: ListToolsProps) {
  const [isChoosing, setChoosing] = useState(false);
  return (
    <div className="list-tools">
      <div className="list-tools-line">
        <FormField label={filterWords.label} stretch>
          <Input
            type="search"
            value={arrangement.text}
            placeholder={filterWords.placeholder}
            clearAriaLabel={filterWords.clear}
            onChange={({ detail }) => onChange({ text: detail.value })}
          />
        </FormField>
        <Button iconName="settings" ariaExpanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
          {filterWords.columns}
        </Button>
      </div>
      <div className="quick-filters" role="group" aria-label={filterWords.quick}>
        {quick.map((name) => (
          <button
            key={name}
            type="button"
            className="quick-filter"
            aria-pressed={arrangement.quick === name}
            onClick={() => onChange({ quick: name })}
          >
            {filterWords[name]} <span className="quick-filter-count">{numeral(counts[name])}</span>
          </button>
        ))}
      </div>
      {isChoosing && (
        <div className="column-choice" role="group" aria-label={filterWords.columnsTitle}>
          {allColumns
            .filter((column) => column !== 'name')
            .map((column) => (
              <Checkbox
                key={column}
                checked={columns.includes(column)}
                onChange={({ detail }) =>
                  onColumns(
                    allColumns.filter((each) => (each === column ? detail.checked : columns.includes(each))),
                  )
                }
              >
                {columnWords[column]}
              </Checkbox>
            ))}
        </div>
      )}
    </div>
  );
}
