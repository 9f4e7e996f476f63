import Button from '@cloudscape-design/components/button';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { offerOf } from '../../../../main/shared/acts-by-state';
import type { KeyRow } from '../../../../main/shared/views/keys';
import { errorWords } from '../../../words/errors';
import { actsPanel } from '../../../words/look-after/acts';
import { manyPage, outcomeWords } from '../../../words/look-after/many';
import { keyTitle } from '../../../words/look-after/one-key';
import type { Outcome } from './one-after-another';

export interface ManyTableProps {
  readonly rows: readonly KeyRow[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Absent while they are worked on. */
  readonly onOpen: ((row: KeyRow) => void) | undefined;
}

const indicators: Record<Outcome['at'] | 'waits' | 'left-out', StatusIndicatorProps.Type> = {
  waits: 'pending',
  queued: 'pending',
  working: 'in-progress',
  done: 'success',
  failed: 'error',
  'not-begun': 'stopped',
  'left-out': 'info',
};

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
                <OneOutcome row={row} outcome={outcomes.get(row.arn)} />
              </td>
              {onOpen && (
                <td>
                  {outcomes.get(row.arn)?.at !== 'done' && (
                    <Button
                      variant="inline-link"
                      ariaLabel={manyPage.openNamed(keyTitle(row))}
                      onClick={() => onOpen(row)}
                    >
                      {manyPage.open}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OneOutcome({ row, outcome }: { readonly row: KeyRow; readonly outcome: Outcome | undefined }) {
  const reason = whyNot(row);
  const at = outcome?.at ?? (reason === undefined ? 'waits' : 'left-out');
  const words = outcome?.at === 'failed' ? errorWords(outcome.error, new Date()) : undefined;
  return (
    <>
      <StatusIndicator type={indicators[at]}>{outcomeWords[at]}</StatusIndicator>
      {at === 'left-out' && <div className="cell-more">{reason}</div>}
      {words && (
        <div className="cell-more">
          {words.title}. {words.meaning} {words.next}
          {outcome?.at === 'failed' && outcome.isKept && ` ${manyPage.unfinished}`}
        </div>
      )}
    </>
  );
}

/** Undefined where the key can be disabled. */
export function whyNot(row: KeyRow): string | undefined {
  const offer = offerOf('disable-key', row);
  if (offer?.offered === true) return undefined;
  if (offer !== undefined) return actsPanel.hindrances[offer.because];
  return row.state === 'Disabled' ? manyPage.already : manyPage.unknownState;
}
