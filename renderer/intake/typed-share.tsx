import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea, { type TextareaProps } from '@cloudscape-design/components/textarea';
import { useRef, useState, type ClipboardEvent } from 'react';
import { limits } from '../../main/shared/limits';
import { typedShare } from '../words/custody/copy-intake';
import { useEmptiedField } from './use-emptied-field';

export interface TypedShareProps {
  readonly disabled: boolean;
  /** @param typed UTF-8 */
  readonly onType: (typed: Uint8Array) => void;
}

/**
 * Takes a share from paper: typed, pasted, or typed by a scanner that reads its code.
 *
 * SECURITY: what is pasted goes to main at once and is never shown. What is typed stays in the field until it is sent,
 * and leaves it then. Neither enters the state of a job.
 */
export function TypedShare({ disabled, onType }: TypedShareProps) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const field = useRef<TextareaProps.Ref>(null);
  const box = useEmptiedField();
  const send = (lines: string): void => {
    const typed = new TextEncoder().encode(lines);
    const isEmpty = lines.trim() === '';
    setText('');
    setFault(
      isEmpty ? typedShare.missing : typed.length > limits.maxTypedShareBytes ? typedShare.tooLong : '',
    );
    field.current?.focus();
    if (!isEmpty && typed.length <= limits.maxTypedShareBytes) onType(typed);
  };
  const paste = (event: ClipboardEvent): void => {
    if (text !== '') return;
    event.preventDefault();
    send(event.clipboardData.getData('text/plain'));
  };
  return (
    <ExpandableSection headerText={typedShare.title}>
      <SpaceBetween size="s">
        <div ref={box} onPaste={paste}>
          <FormField stretch label={typedShare.label} description={typedShare.text} errorText={fault}>
            <Textarea
              ref={field}
              value={text}
              rows={6}
              disabled={disabled}
              spellcheck={false}
              autoComplete={false}
              disableBrowserAutocorrect
              onChange={({ detail }) => setText(detail.value)}
            />
          </FormField>
        </div>
        <Button disabled={disabled} onClick={() => send(text)}>
          {typedShare.add}
        </Button>
      </SpaceBetween>
    </ExpandableSection>
  );
}
