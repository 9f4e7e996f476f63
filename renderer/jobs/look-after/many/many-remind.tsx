import Button from '@cloudscape-design/components/button';
import type { KeyRow } from '../../../../main/shared/views/keys';
import { Page } from '../../../base/page';
import { manyRemind } from '../../../words/look-after/many';
import { Remind } from '../remind/remind';

export interface ManyRemindProps {
  /** Handle of the list. */
  readonly list: string;
  readonly rows: readonly KeyRow[];
  readonly onBack: () => void;
}

/** Reminders for the chosen keys only. */
export function ManyRemind({ list, rows, onBack }: ManyRemindProps) {
  const expiring = rows.filter(
    ({ validTo, deletionAt }) => validTo !== undefined && deletionAt === undefined,
  );
  return (
    <Page title={manyRemind.title(rows.length)} description={manyRemind.lead}>
      <Remind of={{ list, only: rows.map(({ arn }) => arn) }} expiring={expiring.length} />
      <div>
        <Button onClick={onBack}>{manyRemind.back}</Button>
      </div>
    </Page>
  );
}
