import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { HeldView } from '../../main/shared/views/custody';
import { useFocusOnAsking } from '../base/use-screen';
import { copyKeyName } from '../words/custody/copies';
import { restoreWords } from '../words/custody/custody-restore';
import type { CustodyProps } from './custody-props';
import { confirmsNewKey } from './selectors';

export interface ForOtherKeyProps extends CustodyProps {
  readonly held: HeldView;
  /** Leaves for the job that imports the material into its own key; absent where there is no such way. */
  readonly onLookAfter: (() => void) | undefined;
}

/** Restored material may have a key already: the way back into it, and the typed way to a new one. */
export function ForOtherKey({ state, intents, held, onLookAfter }: ForOtherKeyProps) {
  const { confirmation, askedTooEarly } = state;
  const words = restoreWords.forOtherKey;
  const isConfirmed = confirmsNewKey(confirmation);
  const input = useRef<InputProps.Ref>(null);
  useFocusOnAsking(isConfirmed ? 0 : askedTooEarly, input);
  const fault = confirmation.trim() === '' ? words.missing : words.wrong;
  return (
    <SpaceBetween size="l">
      <Alert type="warning" header={words.title}>
        <SpaceBetween size="s">
          <Box>{words.text(copyKeyName(held.copy))}</Box>
          <Box>{words.way}</Box>
          {onLookAfter && <Button onClick={onLookAfter}>{words.lookAfter}</Button>}
        </SpaceBetween>
      </Alert>
      <Container>
        <FormField
          label={words.label}
          description={words.description}
          errorText={askedTooEarly > 0 && !isConfirmed ? fault : ''}
          warningText={isConfirmed ? words.confirmed : ''}
        >
          <Input
            ref={input}
            value={confirmation}
            autoComplete={false}
            spellcheck={false}
            onChange={({ detail }) => intents.dispatch({ type: 'confirmationTyped', text: detail.value })}
          />
        </FormField>
      </Container>
    </SpaceBetween>
  );
}
