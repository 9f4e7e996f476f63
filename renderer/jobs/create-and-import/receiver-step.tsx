import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef } from 'react';
import type { RegionView } from '../../../main/shared/views/aws';
import { RegionSelect } from '../../components/region-select';
import { useFocusOnAsking } from '../../base/use-screen';
import { presetNames, receiverWords } from '../../words/create-and-import/receiver';
import { accountDigits, accountFault, cardOf, typedAccount } from './selectors';
import type { DraftState } from './state';
import type { DraftIntents } from './use-draft';
import { receiverTexts } from './receiver-texts';
import { ReceiverCardIntake } from './receiver-card-intake';

export interface ReceiverStepProps {
  readonly state: DraftState;
  readonly intents: DraftIntents;
  readonly regions: readonly RegionView[];
  /** The Region that the person's own profiles name. */
  readonly regionOfProfiles: string | undefined;
  readonly isPractice: boolean;
}

export function ReceiverStep({ state, intents, regions, regionOfProfiles, isPractice }: ReceiverStepProps) {
  const { receiver, askedTooEarly } = state;
  const { dispatch } = intents;
  const card = cardOf(state);
  const change = (fields: Partial<DraftState['receiver']>): void =>
    dispatch({ type: 'receiverChanged', change: fields });
  const account = useRef<InputProps.Ref>(null);
  const region = useRef<SelectProps.Ref>(null);
  const isAccountMissing = accountFault(receiver.accountId) !== undefined;
  useFocusOnAsking(isAccountMissing ? askedTooEarly : 0, account);
  useFocusOnAsking(!isAccountMissing && receiver.region === undefined ? askedTooEarly : 0, region);
  return (
    <SpaceBetween size="l">
      <ReceiverCardIntake state={state} intents={intents} />
      <Container>
        <SpaceBetween size="l">
          <FormField stretch label={receiverWords.receiver}>
            <RadioGroup
              value={receiver.preset}
              items={(['bluescape', 'other'] as const).map((value) => ({
                value,
                label: presetNames[value],
                description: receiverWords.presets[value],
              }))}
              onChange={({ detail }) => {
                const preset = detail.value === 'other' ? 'other' : 'bluescape';
                change({ preset, needsGrants: preset === 'bluescape' });
              }}
            />
          </FormField>
          {receiver.preset === 'other' && (
            <SpaceBetween size="m">
              <FormField label={receiverWords.name} description={receiverTexts.name(receiver, card)}>
                <Input value={receiver.name} onChange={({ detail }) => change({ name: detail.value })} />
              </FormField>
              <Checkbox
                checked={receiver.needsGrants}
                description={receiverTexts.grants(receiver, card)}
                onChange={({ detail }) => change({ needsGrants: detail.checked })}
              >
                {receiverWords.grants}
              </Checkbox>
            </SpaceBetween>
          )}
          <FormField
            label={receiverWords.account}
            description={receiverTexts.account(receiver, card, isPractice)}
            constraintText={<AccountCount accountId={receiver.accountId} />}
            errorText={accountError(receiver.accountId, askedTooEarly)}
          >
            <Input
              ref={account}
              value={receiver.accountId}
              inputMode="numeric"
              autoComplete={false}
              onChange={({ detail }) => change({ accountId: typedAccount(detail.value) })}
            />
          </FormField>
          <RegionSelect
            selectRef={region}
            label={receiverWords.region}
            description={receiverTexts.region(receiver, card, regionOfProfiles)}
            regions={regions}
            selected={receiver.region}
            errorText={askedTooEarly > 0 && receiver.region === undefined ? receiverWords.regionMissing : ''}
            onSelect={(code) => change({ region: code })}
          />
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

function AccountCount({ accountId }: { readonly accountId: string }) {
  if (!/^\d*$/.test(accountId)) return null;
  return accountId.length === accountDigits ? (
    <StatusIndicator type="success">{receiverWords.accountComplete}</StatusIndicator>
  ) : (
    receiverWords.accountCount(accountId.length)
  );
}

/** A letter or a thirteenth digit is reported at once; what is still missing, only when the person tries to go on. */
function accountError(accountId: string, askedTooEarly: number): string {
  const fault = accountFault(accountId);
  if (fault === undefined) return '';
  const isTyping = fault === 'empty' || (fault === 'length' && accountId.length < accountDigits);
  return isTyping && askedTooEarly === 0 ? '' : receiverWords.accountFaults[fault];
}
