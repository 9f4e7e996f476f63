import type { HeldView } from '../../main/shared/views/custody';
import { Term } from '../components/term';
import { Facts } from '../base/facts';
import { checkValueGroups, copyLabels, copyRows, restoredKeyRows } from '../words/custody/copies';
import { heldWords } from '../words/custody/custody';
import { materialKindName } from '../words/custody/material';
import { savedPage } from '../words/wrap-offline/saved';

/** The material that is held, and the copy that there is of it. */
export function HeldFacts({ held }: { readonly held: HeldView }) {
  const { copy, material, source } = held;
  return (
    <>
      <Facts
        rows={[
          ...copyRows(copy),
          ...(source === 'restored' ? restoredKeyRows(copy) : []),
          [copyLabels.checkValue, checkValueGroups(copy.checkValue)],
          [heldWords.material, `${materialKindName(material)}, ${savedPage.bytes(material.lengthBytes)}`],
        ]}
        copyFiles={[]}
      />
      <Term name="checkValue" />
    </>
  );
}
