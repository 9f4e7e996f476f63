import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { SavedFileView } from '../../main/shared/views/app';
import { copyLabels } from '../words/custody/copies';
import { knownRows, type Row } from '../words/shell/rows';

export interface FactsProps {
  readonly rows: readonly Row[];
  /** Those of a copy, shown by their names; none where there is no copy. */
  readonly copyFiles: readonly SavedFileView[];
}

/** Facts in two columns, as the texts for records have them a line each. */
export function Facts({ rows, copyFiles }: FactsProps) {
  const names = copyFiles.map(({ name }) => name).join('\n');
  return (
    <KeyValuePairs
      columns={2}
      items={knownRows([...rows, [copyLabels.files, names || undefined]]).map(([label, value]) => ({
        label,
        value: <span className="fact">{value}</span>,
      }))}
    />
  );
}
