import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea, { type TextareaProps } from '@cloudscape-design/components/textarea';
import { useRef } from 'react';
import { useFocusOnAsking } from '../../base/use-screen';
import { fromCard } from '../../words/create-and-import/receiver-card';
import { practiceRole, publishedText, termsWords } from '../../words/create-and-import/receiver-terms';
import { answersTo, emptyBlank, otherBlanks, presetOf, type AskedBlank } from './blanks';
import type { ReceiverFields } from './state';

export interface ReceiverBlanksProps {
  readonly receiver: ReceiverFields;
  readonly askedTooEarly: number;
  readonly isPractice: boolean;
  /** Whether the fields above these are complete, so that the first empty one here takes the focus. */
  readonly isNext: boolean;
  readonly onChange: (answers: ReceiverFields['answers']) => void;
}

/** What a preset or a card asks for besides the account: one field each. */
export function ReceiverBlanks(props: ReceiverBlanksProps) {
  const { receiver, isNext } = props;
  const blanks = otherBlanks(receiver);
  const empty = emptyBlank(receiver);
  if (blanks.length === 0) return null;
  return (
    <SpaceBetween size="l">
      {blanks.map((blank) => (
        <BlankField key={blank.name} {...props} blank={blank} takesFocus={isNext && blank === empty} />
      ))}
    </SpaceBetween>
  );
}

interface BlankFieldProps extends ReceiverBlanksProps {
  readonly blank: AskedBlank;
  readonly takesFocus: boolean;
}

function BlankField({ blank, receiver, askedTooEarly, isPractice, takesFocus, onChange }: BlankFieldProps) {
  const field = useRef<InputProps.Ref & TextareaProps.Ref>(null);
  useFocusOnAsking(takesFocus ? askedTooEarly : 0, field);
  const typed = answersTo(receiver, blank);
  const isSeveral = blank.most !== undefined;
  const value = receiver.answers[blank.name] ?? '';
  const answer = (text: string): void => onChange({ ...receiver.answers, [blank.name]: text });
  const change = ({ detail }: { readonly detail: { readonly value: string } }): void => answer(detail.value);
  return (
    <FormField
      label={blank.label}
      description={isSeveral ? `${blank.hint} ${termsWords.severalLines}` : blank.hint}
      constraintText={
        blank.value === undefined
          ? publishedText(blank, typed, presetOf(receiver)?.name ?? '')
          : fromCard(value, blank.value)
      }
      errorText={askedTooEarly > 0 && typed.length === 0 ? termsWords.missing(blank.label) : ''}
    >
      <SpaceBetween size="xs">
        {isSeveral ? (
          <Textarea ref={field} rows={2} value={value} spellcheck={false} onChange={change} />
        ) : (
          <Input ref={field} value={value} autoComplete={false} spellcheck={false} onChange={change} />
        )}
        {isPractice && blank.kind === 'own-role' && value === '' && (
          <Button
            variant="inline-link"
            onClick={() => {
              answer(practiceRole);
              // The button that was pressed goes with the empty field.
              field.current?.focus();
            }}
          >
            {termsWords.practiceRole}
          </Button>
        )}
      </SpaceBetween>
    </FormField>
  );
}
