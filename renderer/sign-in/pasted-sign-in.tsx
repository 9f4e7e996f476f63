import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ClipboardEvent } from 'react';
import { pastedWords } from '../words/sign-in/sign-in';
import type { SignInWayProps } from './profile-sign-in';

/**
 * SECURITY: what is pasted goes to main at once and is never shown. What is typed stays in the field until it is
 * sent, and leaves it then. Neither enters the state of a job.
 */
export function PastedSignIn({ state, intents, region }: SignInWayProps) {
  const [text, setText] = useState('');
  const isBusy = state.attempt.at === 'asking';
  const send = (block: string): void => {
    setText('');
    if (block.trim() !== '') intents.signIn({ by: 'pasted', text: block, region });
  };
  const take = (event: ClipboardEvent): void => {
    if (text !== '') return;
    event.preventDefault();
    send(event.clipboardData.getData('text/plain'));
  };
  return (
    <Container>
      <SpaceBetween size="m">
        <div onPaste={take}>
          <FormField stretch label={pastedWords.label} description={pastedWords.description}>
            <Textarea
              value={text}
              rows={4}
              placeholder={pastedWords.placeholder}
              spellcheck={false}
              autoComplete={false}
              disabled={isBusy}
              onChange={({ detail }) => setText(detail.value)}
            />
          </FormField>
        </div>
        {text !== '' && <Button onClick={() => send(text)}>{pastedWords.submit}</Button>}
      </SpaceBetween>
    </Container>
  );
}
