import Box from '@cloudscape-design/components/box';
import DateInput, { type DateInputProps } from '@cloudscape-design/components/date-input';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import { expiryOfDay, type ExpiryFields as Fields } from './expiry';
import { useFocusOnAsking } from '../base/use-screen';
import { expiryWords } from '../words/create-and-import/material';
import { bothInstants } from '../words/shell/instants';

export interface ExpiryFieldsProps {
  readonly expiry: Fields;
  /** Whether no day is chosen, or one that cannot be used. */
  readonly isMissing: boolean;
  /** How often the person tried to go on. */
  readonly askedTooEarly: number;
  readonly onChange: (expiry: Fields) => void;
}

export function ExpiryFields({ expiry, isMissing, askedTooEarly, onChange }: ExpiryFieldsProps) {
  const day = expiry.kind === 'on' ? expiry.day : '';
  const validTo = expiryOfDay(day);
  const input = useRef<DateInputProps.Ref>(null);
  useFocusOnAsking(isMissing ? askedTooEarly : 0, input);
  return (
    <SpaceBetween size="m">
      <FormField stretch label={expiryWords.label}>
        <RadioGroup
          value={expiry.kind}
          items={[
            { value: 'never', label: expiryWords.never, description: expiryWords.neverText },
            { value: 'on', label: expiryWords.on, description: expiryWords.onText },
          ]}
          onChange={({ detail }) =>
            onChange(detail.value === 'on' ? { kind: 'on', day: '' } : { kind: 'never' })
          }
        />
      </FormField>
      {expiry.kind === 'on' && (
        <FormField
          label={expiryWords.day}
          description={expiryWords.dayText}
          errorText={isMissing && (askedTooEarly > 0 || validTo) ? expiryWords.missing : ''}
        >
          <DateInput
            ref={input}
            value={day}
            placeholder={expiryWords.dayForm}
            onChange={({ detail }) => onChange({ kind: 'on', day: detail.value })}
          />
        </FormField>
      )}
      {validTo && !isMissing && (
        <Box color="text-body-secondary">{expiryWords.until(bothInstants(validTo))}</Box>
      )}
    </SpaceBetween>
  );
}
