import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import type { RefObject } from 'react';
import { twoWords } from '../words/custody/two-words';
import { useEmptiedField } from './use-emptied-field';

export interface TwoWordsFieldProps {
  /** Which words, the first being 1. */
  readonly places: readonly [number, number];
  readonly value: string;
  /** Empty when nothing is wrong. */
  readonly errorText: string;
  readonly disabled: boolean;
  readonly inputRef: RefObject<InputProps.Ref | null>;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
}

/** Two words of a suggested passphrase, which whoever kept it can type. The style sheet covers it meanwhile. */
export function TwoWordsField({
  places,
  value,
  errorText,
  disabled,
  inputRef,
  onChange,
  onEnter,
}: TwoWordsFieldProps) {
  const box = useEmptiedField();
  return (
    <FormField label={twoWords.label(places)} description={twoWords.text} errorText={errorText}>
      <div ref={box} className="two-words">
        <Input
          ref={inputRef}
          value={value}
          disabled={disabled}
          autoComplete={false}
          spellcheck={false}
          disableBrowserAutocorrect
          onChange={({ detail }) => onChange(detail.value)}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter' && !detail.isComposing) onEnter();
          }}
        />
      </div>
    </FormField>
  );
}
