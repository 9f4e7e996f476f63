import Button from '@cloudscape-design/components/button';
import Calendar from '@cloudscape-design/components/calendar';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type Ref } from 'react';
import { dayOrderOf, readDay } from './day';
import { dayWords } from '../words/create-and-import/material';

/** A day as it was typed, and what that means, `2027-03-01`; empty while it is no day. */
export interface TypedDay {
  readonly typed: string;
  readonly day: string;
}

export interface DayFieldProps extends TypedDay {
  readonly ref: Ref<InputProps.Ref>;
  readonly isSelectable: (day: Date) => boolean;
  readonly onChange: (day: TypedDay) => void;
}

/** Typed as the person writes days, which no mask rewrites, or chosen from a calendar. */
export function DayField({ ref, typed, day, isSelectable, onChange }: DayFieldProps) {
  const [isOpen, setIsOpen] = useState(false);
  const order = dayOrderOf(navigator.language);
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Input
          ref={ref}
          value={typed}
          placeholder={dayWords.form}
          onChange={({ detail }) =>
            onChange({ typed: detail.value, day: readDay(detail.value, order) ?? '' })
          }
        />
        <Button iconName="calendar" ariaExpanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? dayWords.closeCalendar : dayWords.calendar}
        </Button>
      </SpaceBetween>
      {isOpen && (
        <Calendar
          value={day}
          locale={order === 'day-first' ? 'en-GB' : 'en-US'}
          ariaLabel={dayWords.calendarName}
          i18nStrings={dayWords.calendarTexts}
          isDateEnabled={isSelectable}
          onChange={({ detail }) => {
            onChange({ typed: detail.value, day: detail.value });
            setIsOpen(false);
          }}
        />
      )}
    </SpaceBetween>
  );
}
