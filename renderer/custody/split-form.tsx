import Box from '@cloudscape-design/components/box';
import type { ButtonProps } from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useEffectEvent, useRef } from 'react';
import { limits } from '../../main/shared/limits';
import { SetByOrganisation, useOrganisation } from '../base/set-by-organisation';
import { custodyWords, splitWords } from '../words/custody/custody';
import { organisation } from '../words/shell/organisation';
import { copyFaults } from './copy-plan';
import type { CustodyProps } from './custody-props';
import { Custodians, type CustodiansRef } from './custodians';
import { SaveRow } from './save-row';
import { isBusy } from './selectors';
import { useFocusOnFault } from './use-focus-on-fault';

/** Shares for several custodians, some of which are enough to restore. */
export function SplitForm({ state, intents }: CustodyProps) {
  const { fields, askedTooEarly } = state;
  const { threshold, custodians } = fields;
  const faults = copyFaults(fields, undefined);
  const { leastShares } = useOrganisation();
  const least = leastShares ?? { needed: limits.minCustodians, custodians: limits.minCustodians };
  const meetLeast = useEffectEvent(() => {
    const missing = Math.max(0, least.custodians - custodians.length);
    if (missing === 0 && threshold >= least.needed) return;
    const change = {
      custodians: [...custodians, ...Array<string>(missing).fill('')],
      threshold: Math.max(threshold, least.needed),
    };
    intents.dispatch({ type: 'fieldsChanged', change });
  });
  useEffect(() => meetLeast(), []);
  const busy = isBusy(state);
  const names = useRef<CustodiansRef>(null);
  const save = useRef<ButtonProps.Ref>(null);
  useFocusOnFault(askedTooEarly, [
    [
      faults.custodians !== undefined,
      () => names.current?.focus(faults.custodians?.findIndex((fault) => fault !== undefined) ?? 0),
    ],
    [true, () => save.current?.focus()],
  ]);
  const option = (needed: number) => ({
    value: String(needed),
    label: splitWords.thresholdOption(needed, custodians.length),
  });
  return (
    <SpaceBetween size="m">
      <Box variant="p">{splitWords.text}</Box>
      {leastShares && <SetByOrganisation text={organisation.shares(leastShares)} />}
      <Custodians
        ref={names}
        custodians={custodians}
        faults={askedTooEarly > 0 ? faults : {}}
        least={least.custodians}
        disabled={busy}
        onChange={(changed) => intents.dispatch({ type: 'fieldsChanged', change: { custodians: changed } })}
        onEnter={intents.saveCopy}
      />
      <FormField
        label={splitWords.threshold}
        warningText={threshold === custodians.length ? splitWords.thresholdAll : ''}
      >
        <Select
          disabled={busy}
          selectedOption={option(threshold)}
          options={custodians.map((_, at) => option(at + 1)).slice(least.needed - 1)}
          onChange={({ detail }) =>
            intents.dispatch({
              type: 'fieldsChanged',
              change: { threshold: Number(detail.selectedOption.value) },
            })
          }
        />
      </FormField>
      <SaveRow
        label={custodyWords.save.shares}
        isBusy={busy}
        busyText={custodyWords.saving}
        errorText={askedTooEarly > 0 ? custodyWords.notSaved : ''}
        buttonRef={save}
        onClick={intents.saveCopy}
      />
    </SpaceBetween>
  );
}
