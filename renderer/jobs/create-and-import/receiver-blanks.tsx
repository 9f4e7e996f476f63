import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea, { type TextareaProps } from '@cloudscape-design/components/textarea';
import { useRef } from 'react';
import type { ReceiverBlank } from '../../../main/shared/views/receiver';
import { useFocusOnAsking } from '../../base/use-screen';
import { publishedText, termsWords } from '../../words/create-and-import/receiver-terms';
import { answersTo, emptyBlank, otherBlanks, presetOf } from './selectors';
import type { ReceiverFields } from './state';

export interface ReceiverBlanksProps {
  readonly receiver: ReceiverFields;
  readonly askedTooEarly: number;
  /** Whether the fields above these are complete, so that the first empty one here takes the focus. */
  readonly isNext: boolean;
  readonly onChange: (answers: ReceiverFields['answers']) => void;
}

/** What a preset asks for besides the account: one field each. */
export function ReceiverBlanks({ receiver, askedTooEarly, isNext, onChange }: ReceiverBlanksProps) {
  const blanks = otherBlanks(receiver);
  const empty = emptyBlank(receiver);
  if (blanks.length === 0) return null;
  return (
    <SpaceBetween size="l">
      {blanks.map((blank) => (
        <BlankField
          key={blank.name}
          blank={blank}
          receiver={receiver}
          askedTooEarly={askedTooEarly}
          takesFocus={isNext && blank === empty}
          onChange={onChange}
        />
      ))}
    </SpaceBetween>
  );
}

interface BlankFieldProps extends Omit<ReceiverBlanksProps, 'isNext'> {
  readonly blank: ReceiverBlank;
  readonly takesFocus: boolean;
}

function BlankField({ blank, receiver, askedTooEarly, takesFocus, onChange }: BlankFieldProps) {
  const field = useRef<InputProps.Ref & TextareaProps.Ref>(null);
  useFocusOnAsking(takesFocus ? askedTooEarly : 0, field);
  const typed = answersTo(receiver, blank);
  const isSeveral = blank.most !== undefined;
  const value = receiver.answers[blank.name] ?? '';
  const change = ({ detail }: { readonly detail: { readonly value: string } }): void =>
    onChange({ ...receiver.answers, [blank.name]: detail.value });
  return (
    <FormField
      label={blank.label}
      description={isSeveral ? `${blank.hint} ${termsWords.severalLines}` : blank.hint}
      constraintText={publishedText(blank, typed, presetOf(receiver)?.name ?? '')}
      errorText={askedTooEarly > 0 && typed.length === 0 ? termsWords.missing(blank.label) : ''}
    >
      {isSeveral ? (
        <Textarea ref={field} rows={2} value={value} spellcheck={false} onChange={change} />
      ) : (
        <Input ref={field} value={value} autoComplete={false} spellcheck={false} onChange={change} />
      )}
    </FormField>
  );
}
