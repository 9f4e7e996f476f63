import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import type { InputProps } from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import { DayField, type TypedDay } from './day-field';
import {
  endOfDay,
  expiryFault,
  expiryOf,
  expiryOfDay,
  lastExpiry,
  type ExpiryFields as Fields,
} from './expiry';
import { useFocusOnAsking } from '../base/use-screen';
import { expiryWords } from '../words/create-and-import/material';
import { bothInstants, localInstant } from '../words/shell/instants';

const noDay: TypedDay = { typed: '', day: '' };

export interface ExpiryFieldsProps {
  readonly expiry: Fields;
  /** Whether this is what keeps the person from going on. */
  readonly isMissing: boolean;
  /** How often the person tried to go on. */
  readonly askedTooEarly: number;
  readonly onChange: (expiry: Fields) => void;
}

export function ExpiryFields({ expiry, isMissing, askedTooEarly, onChange }: ExpiryFieldsProps) {
  const now = new Date();
  const { typed, day } = expiry.kind === 'on' ? expiry : noDay;
  const validTo = expiryOfDay(day);
  const accepted = expiryOf(expiry, now);
  const input = useRef<InputProps.Ref>(null);
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
            onChange(detail.value === 'on' ? { kind: 'on', ...noDay } : { kind: 'never' })
          }
        />
      </FormField>
      {expiry.kind === 'on' && (
        <FormField
          label={expiryWords.day}
          description={expiryWords.dayText}
          errorText={!accepted && (askedTooEarly > 0 || validTo) ? faultOf(typed, validTo, now) : ''}
        >
          <DayField
            ref={input}
            typed={typed}
            day={day}
            isSelectable={(date) => expiryFault(endOfDay(date), now) === undefined}
            onChange={(changed) => onChange({ kind: 'on', ...changed })}
          />
        </FormField>
      )}
      {validTo && accepted && (
        <Box color="text-body-secondary">{expiryWords.until(bothInstants(validTo))}</Box>
      )}
    </SpaceBetween>
  );
}

function faultOf(typed: string, validTo: Date | undefined, now: Date): string {
  if (!validTo) return typed.trim() === '' ? expiryWords.missing : expiryWords.noDay;
  const last = localInstant(lastExpiry(now));
  return expiryFault(validTo, now) === 'past' ? expiryWords.past : expiryWords.tooFar(last);
}
