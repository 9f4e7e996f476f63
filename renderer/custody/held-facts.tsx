import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { HeldView } from '../../main/shared/views/custody';
import { checkValueGroups, copyLabels, copyRows, restoredKeyRows } from '../words/custody/copies';
import { heldWords } from '../words/custody/custody';
import { materialKindName } from '../words/custody/material';
import { knownRows } from '../words/shell/rows';
import { savedPage } from '../words/wrap-offline/saved';

/** The material that is held, and the copy that there is of it. */
export function HeldFacts({ held }: { readonly held: HeldView }) {
  const { copy, material, source } = held;
  const rows = knownRows([
    ...copyRows(copy),
    ...(source === 'restored' ? restoredKeyRows(copy) : []),
    [copyLabels.checkValue, checkValueGroups(copy.checkValue)],
    [heldWords.material, `${materialKindName(material)}, ${savedPage.bytes(material.lengthBytes)}`],
  ]);
  return (
    <KeyValuePairs
      columns={2}
      items={rows.map(([label, value]) => ({ label, value: <span className="fact">{value}</span> }))}
    />
  );
}
