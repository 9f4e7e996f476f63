import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import { useRef } from 'react';
import { useFocusOnAsking } from '../../base/use-screen';
import { receiverPresets } from '../../../main/receivers/presets';
import type { ReceiverPreset } from '../../../main/shared/views/receiver';
import { Term } from '../../components/term';
import { groupNames, otherService, receiverWords } from '../../words/create-and-import/receiver';
import { presetTag, termsWords } from '../../words/create-and-import/receiver-terms';
import { refusesImported } from './selectors';
import type { DraftState } from './state';

type Receiver = DraftState['receiver'];

export interface ReceiverPickerProps {
  readonly receiver: Receiver;
  readonly askedTooEarly: number;
  readonly onChange: (change: Partial<Receiver>) => void;
}

const other: SelectProps.Option = {
  value: 'other',
  label: otherService,
  description: receiverWords.otherText,
};

const [first, ...rest] = receiverPresets;

function optionOf(preset: ReceiverPreset): SelectProps.Option {
  const tag = presetTag(preset);
  return {
    value: preset.id,
    label: preset.name,
    ...(tag === '' ? {} : { labelTag: tag }),
  };
}

const byName = (one: ReceiverPreset, another: ReceiverPreset): number => one.name.localeCompare(another.name);

/** The default and “other” first, because they need no search; then the groups. */
const options: SelectProps.Options = [
  ...(first ? [optionOf(first)] : []),
  other,
  ...Object.entries(groupNames)
    .map(([group, label]) => ({
      label,
      options: rest
        .filter((preset) => preset.group === group)
        .toSorted(byName)
        .map(optionOf),
    }))
    .filter((group) => group.options.length > 0),
];

/** The service that will use the key: one that is known, or another one. */
export function ReceiverPicker({ receiver, askedTooEarly, onChange }: ReceiverPickerProps) {
  const list = useRef<SelectProps.Ref>(null);
  const known = receiverPresets.find(({ id }) => id === receiver.preset);
  const isRefused = refusesImported(receiver);
  useFocusOnAsking(isRefused ? askedTooEarly : 0, list);
  return (
    <FormField
      label={receiverWords.receiver}
      info={<Term name="receiver" />}
      description={receiverWords.receiverText}
      errorText={isRefused && askedTooEarly > 0 ? termsWords.chooseAnother(known?.name ?? '') : ''}
    >
      <Select
        ref={list}
        selectedOption={known ? optionOf(known) : other}
        options={options}
        filteringType="auto"
        filteringPlaceholder={receiverWords.search}
        filteringAriaLabel={receiverWords.search}
        noMatch={receiverWords.noMatch}
        onChange={({ detail }) => {
          const preset = detail.selectedOption.value ?? 'other';
          const terms = receiverPresets.find(({ id }) => id === preset)?.terms;
          const needsGrants = terms?.access.by === 'console' && terms.access.grants;
          // What was typed for one service is not meant for another.
          const isLater = terms?.known === 'after-arn';
          onChange({ preset, needsGrants, answers: {}, pasted: '', terms: undefined, isLater });
        }}
      />
    </FormField>
  );
}
