import FormField from '@cloudscape-design/components/form-field';
import RadioGroup, { type RadioGroupProps } from '@cloudscape-design/components/radio-group';
import { useRef } from 'react';
import { useFocusOnAsking } from '../../base/use-screen';
import { useConfirmLoss } from '../../custody/confirm-loss';
import { heldOf } from '../../custody/selectors';
import { advanced } from '../../words/custody/material';
import { regionRefusing16Bytes } from './selectors';
import { isInChina } from './state';
import type { MaterialStepContentProps } from './material-step-props';

/** 32 bytes, or 16 for China Regions: the person always makes this choice. */
export function KeyLength({ state, intents }: MaterialStepContentProps) {
  const { lengthBytes } = state.draft;
  const { region } = state.parameters;
  const refusing = regionRefusing16Bytes(state);
  const [confirm, question] = useConfirmLoss(heldOf(state.draft.custody) !== undefined);
  const radios = useRef<RadioGroupProps.Ref>(null);
  useFocusOnAsking(lengthBytes === undefined ? state.askedTooEarly : 0, radios);
  return (
    <FormField
      stretch
      label={advanced.length}
      description={isInChina(state.parameters) && region ? advanced.chinaAsk(region) : undefined}
      errorText={state.askedTooEarly > 0 && lengthBytes === undefined ? advanced.lengthMissing : ''}
    >
      <RadioGroup
        ref={radios}
        value={lengthBytes === undefined ? null : String(lengthBytes)}
        items={[
          { value: '32', label: advanced.bytes32, description: advanced.bytes32Text },
          {
            value: '16',
            label: advanced.bytes16,
            description: refusing === undefined ? advanced.bytes16Text : advanced.bytes16Refused(refusing),
            disabled: refusing !== undefined,
          },
        ]}
        onChange={({ detail }) =>
          confirm(() =>
            intents.dispatch({ type: 'lengthChosen', lengthBytes: detail.value === '16' ? 16 : 32 }),
          )
        }
      />
      {question}
    </FormField>
  );
}
