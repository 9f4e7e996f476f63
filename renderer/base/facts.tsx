import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { SavedFileView } from '../../main/shared/views/app';
import { copyLabels } from '../words/custody/copies';
import { knownRows, type Row } from '../words/shell/rows';
import { FactValue } from './fact-value';

export interface FactsProps {
  readonly rows: readonly Row[];
  /** The files of a copy, shown by their names; empty where there is no copy. */
  readonly copyFiles: readonly SavedFileView[];
}

/** The facts that the texts for records give one per line, in two columns. */
export function Facts({ rows, copyFiles }: FactsProps) {
  const names = copyFiles.map(({ name }) => name).join('\n');
  return (
    <KeyValuePairs
      columns={2}
      items={knownRows([...rows, [copyLabels.files, names || undefined]]).map(([label, value]) => ({
        // The ID of a grant or of key material may be in it.
        label: <span className="breakable">{label}</span>,
        value: <FactValue label={label} value={value} />,
      }))}
    />
  );
}
