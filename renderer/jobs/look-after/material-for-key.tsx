import { useReducer, useState, type ReactNode } from 'react';
import type { RunChanges } from '../../../main/shared/contract';
import { materialLengthIn } from '../../../main/shared/kms-words';
import type { Expiry } from '../../../main/shared/views/aws';
import type { CopyPurpose } from '../../../main/shared/views/custody';
import type { KeyRow } from '../../../main/shared/views/keys';
import { useVaultAhead } from '../../base/use-vault-ahead';
import type { CustodyProps } from '../../custody/custody-props';
import { MaterialAgain } from '../../custody/material-again';
import { reduce } from '../../custody/reduce';
import { heldOf } from '../../custody/selectors';
import type { CustodyState } from '../../custody/state';
import { useCustody } from '../../custody/use-custody';
import { expiryOf, type ExpiryFields } from '../../intake/expiry';

export interface MaterialForKey {
  readonly custody: CustodyProps['state'];
  readonly intents: CustodyProps['intents'];
  readonly expiry: ExpiryFields;
  readonly setExpiry: (expiry: ExpiryFields) => void;
  readonly askedTooEarly: number;
  /** What the run is started with; where something is missing, the page asks for it. */
  readonly chosen: () => { readonly held: string; readonly expiry: Expiry } | undefined;
  /** The same material once more, for a run that lost it. */
  readonly again: (label: string, goOn: (changes: RunChanges) => void) => ReactNode;
}

/** Key material from its copy, and its expiration, for a key that was opened. */
export function useMaterialForKey(
  { region, keyId }: Pick<KeyRow, 'region' | 'keyId'>,
  purpose: (lengthBytes: 32 | 16) => CopyPurpose,
  begin: { readonly custody: () => CustodyState; readonly expiry: () => ExpiryFields },
): MaterialForKey {
  useVaultAhead();
  const [custody, dispatch] = useReducer(reduce, undefined, begin.custody);
  const [expiry, setExpiry] = useState(begin.expiry);
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const lengthBytes = materialLengthIn(region);
  const intents = useCustody(custody, purpose(lengthBytes), dispatch);
  return {
    custody,
    intents,
    expiry,
    setExpiry,
    askedTooEarly,
    chosen: () => {
      const held = heldOf(custody);
      const wanted = expiryOf(expiry, new Date());
      if (held === undefined) dispatch({ type: 'triedTooEarly' });
      if (held !== undefined && wanted !== undefined) return { held: held.handle, expiry: wanted };
      setAskedTooEarly(askedTooEarly + 1);
      return undefined;
    },
    again: (label, goOn) => (
      <MaterialAgain
        state={custody}
        intents={intents}
        label={label}
        sources={['restore']}
        lengthBytes={lengthBytes}
        expectedKeyId={keyId}
        onChosen={(material) => goOn({ material })}
      />
    ),
  };
}
