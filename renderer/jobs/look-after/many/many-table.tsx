import Button from '@cloudscape-design/components/button';
import { offerOf } from '../../../../main/shared/acts-by-state';
import type { KeyRow } from '../../../../main/shared/views/keys';
import { actsPanel } from '../../../words/look-after/acts';
import { manyPage, outcomeWords } from '../../../words/look-after/many';
import { keyTitle } from '../../../words/look-after/one-key';
import type { Outcome } from './one-after-another';
import { OutcomeCell } from './outcome-cell';

export interface ManyTableProps {
  readonly rows: readonly KeyRow[];
  /** By ARN. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Absent while they are worked on. */
  readonly onOpen: ((row: KeyRow) => void) | undefined;
}

/** Every chosen key, with what becomes of it. */
export function ManyTable({ rows, outcomes, onOpen }: ManyTableProps) {
  const { columns } = manyPage;
  return (
    <div className="key-table-frame">
      <table className="key-table">
        <caption className="visually-hidden">{manyPage.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.key}</th>
            <th scope="col">{columns.region}</th>
            <th scope="col">{columns.outcome}</th>
            {onOpen && <th scope="col">{columns.next}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.arn}>
              <th scope="row">{keyTitle(row)}</th>
              <td>{row.region}</td>
              <td>
                <OutcomeCell words={outcomeWords} outcome={outcomes.get(row.arn)} whyNot={whyNot(row)} />
              </td>
              {onOpen && (
                <td>{outcomes.get(row.arn)?.at !== 'done' && <OpenKey row={row} onOpen={onOpen} />}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export interface OpenKeyProps {
  readonly row: KeyRow;
  readonly onOpen: (row: KeyRow) => void;
}

/** To the page of a key with which something is left to do. */
export function OpenKey({ row, onOpen }: OpenKeyProps) {
  return (
    <Button variant="inline-link" ariaLabel={manyPage.openNamed(keyTitle(row))} onClick={() => onOpen(row)}>
      {manyPage.open}
    </Button>
  );
}

/** Undefined where the key can be disabled. */
export function whyNot(row: KeyRow): string | undefined {
  const offer = offerOf('disable-key', row);
  if (offer?.offered === true) return undefined;
  if (offer !== undefined) return actsPanel.hindrances[offer.because];
  return row.state === 'Disabled' ? manyPage.already : manyPage.unknownState;
}
