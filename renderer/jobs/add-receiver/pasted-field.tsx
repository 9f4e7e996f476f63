import FormField from '@cloudscape-design/components/form-field';
import Textarea, { type TextareaProps } from '@cloudscape-design/components/textarea';
import { useRef } from 'react';
import { useFocusWhenAsked } from '../../base/use-screen';
import { addReceiverPage } from '../../words/add-receiver/add-receiver';
import { statementWords } from '../../words/create-and-import/statement';
import { presetOf } from '../create-and-import/blanks';
import type { ReceiverFields } from '../create-and-import/state';

export interface PastedFieldProps {
  readonly fields: ReceiverFields;
  /** Whether it is what is missing. */
  readonly isMissing: boolean;
  readonly askedTooEarly: number;
  readonly onChange: (change: Partial<ReceiverFields>) => void;
}

/** Takes the statement that the receiver gave. What it allows is shown with the change. */
export function PastedField({ fields, isMissing, askedTooEarly, onChange }: PastedFieldProps) {
  const field = useRef<TextareaProps.Ref>(null);
  useFocusWhenAsked(askedTooEarly, isMissing, field);
  const name = presetOf(fields)?.name;
  return (
    <FormField
      stretch
      label={statementWords.label}
      description={name === undefined ? statementWords.insteadOfAccount : addReceiverPage.pastedOf(name)}
      errorText={isMissing && askedTooEarly > 0 ? statementWords.missing : ''}
    >
      <Textarea
        ref={field}
        rows={7}
        value={fields.pasted}
        spellcheck={false}
        autoComplete={false}
        onChange={({ detail }) => onChange({ pasted: detail.value })}
      />
    </FormField>
  );
}
