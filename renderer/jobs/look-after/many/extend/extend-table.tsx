import type { Expiry } from '../../../../../main/shared/views/aws';
import type { KeyRow } from '../../../../../main/shared/views/keys';
import {
  outcomesOf,
  extendPage,
  materialCell,
  untilCell,
  whyAlone,
} from '../../../../words/look-after/many-extend';
import { manyPage } from '../../../../words/look-after/many';
import { keyTitle } from '../../../../words/look-after/one-key';
import { OpenKey } from '../many-table';
import type { Outcome } from '../one-after-another';
import { OutcomeCell } from '../outcome-cell';
import type { MaterialToExtend } from './extend-plan';

export interface ExtendTableProps {
  readonly plan: readonly MaterialToExtend[];
  readonly expiry: Expiry | undefined;
  /** By the IDs of the plan. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Absent before it has ended. */
  readonly onOpen: ((row: KeyRow) => void) | undefined;
}

/** Each material of the chosen keys: its copy, its expiration now and then, and what becomes of it. */
export function ExtendTable({ plan, expiry, outcomes, onOpen }: ExtendTableProps) {
  const { columns } = extendPage;
  return (
    <div className="key-table-frame">
      <table className="key-table">
        <caption className="visually-hidden">{extendPage.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.key}</th>
            <th scope="col">{columns.material}</th>
            <th scope="col">{columns.copy}</th>
            <th scope="col">{columns.until}</th>
            <th scope="col">{columns.outcome}</th>
            {onOpen && <th scope="col">{manyPage.columns.next}</th>}
          </tr>
        </thead>
        <tbody>
          {plan.map((line) => {
            const { id, row, material, copy, why } = line;
            const until = untilCell(line, expiry, new Date());
            return (
              <tr key={id}>
                <th scope="row">
                  {keyTitle(row)}
                  <div className="cell-more">{row.region}</div>
                </th>
                <td>{materialCell(material)}</td>
                <td className="breakable">{copy?.file ?? extendPage.noCopy}</td>
                <td>
                  {until.now}
                  <div className="cell-more">{until.then}</div>
                </td>
                <td>
                  <OutcomeCell words={outcomesOf(why)} outcome={outcomes.get(id)} whyNot={whyAlone(line)} />
                </td>
                {onOpen && (
                  <td>{outcomes.get(id)?.at !== 'done' && <OpenKey row={row} onOpen={onOpen} />}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
