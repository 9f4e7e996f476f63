import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import ToggleButton from '@cloudscape-design/components/toggle-button';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { passphraseWords } from '../words/custody/custody';
import { useEmptiedField } from './use-emptied-field';

export interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  /** Empty when nothing is wrong. */
  readonly errorText: string;
  /** Whether a new passphrase is being chosen, rather than an existing one typed. */
  readonly isNew: boolean;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  readonly description?: string;
  readonly disabled?: boolean;
  readonly focusRef?: Ref<{ focus(): void }>;
}

/** A passphrase, hidden unless the person asks to see it. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { label, value, isNew, onChange, onEnter, description, disabled = false } = props;
  const [isShown, setIsShown] = useState(false);
  const input = useRef<InputProps.Ref>(null);
  const box = useEmptiedField();
  useImperativeHandle(props.focusRef, () => ({ focus: () => input.current?.focus() }), []);
  return (
    <FormField
      label={label}
      description={description}
      errorText={props.errorText}
      secondaryControl={
        <ToggleButton
          pressed={isShown}
          disabled={disabled}
          ariaLabel={passphraseWords.showNamed(label)}
          onChange={({ detail }) => setIsShown(detail.pressed)}
        >
          {passphraseWords.show}
        </ToggleButton>
      }
    >
      <div ref={box}>
        <Input
          ref={input}
          type={isShown ? 'text' : 'password'}
          value={value}
          disabled={disabled}
          autoComplete={isNew ? 'new-password' : false}
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

/** Why the fields are empty after an attempt that brought no copy. */
export function TypeAgain({ isNeeded }: { readonly isNeeded: boolean }) {
  return (
    <div role="status">{isNeeded && <Box margin={{ bottom: 's' }}>{passphraseWords.typeAgain}</Box>}</div>
  );
}
