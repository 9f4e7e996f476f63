import type { ButtonProps } from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea, { type TextareaProps } from '@cloudscape-design/components/textarea';
import { useRef } from 'react';
import { custodyWords, recipientWords } from '../words/custody/custody';
import { copyFaults } from './copy-plan';
import type { CustodyProps } from './custody-props';
import { SaveRow } from './save-row';
import { isBusy } from './selectors';
import { useFocusOnFault } from './use-focus-on-fault';

/** A copy that opens with the identities of its recipients, for those who use age already. */
export function RecipientsForm({ state, intents }: CustodyProps) {
  const { fields, askedTooEarly } = state;
  const fault = copyFaults(fields, undefined).recipients;
  const busy = isBusy(state);
  const keys = useRef<TextareaProps.Ref>(null);
  const save = useRef<ButtonProps.Ref>(null);
  useFocusOnFault(askedTooEarly, [
    [fault !== undefined, () => keys.current?.focus()],
    [true, () => save.current?.focus()],
  ]);
  return (
    <SpaceBetween size="m">
      <FormField
        stretch
        label={recipientWords.label}
        description={recipientWords.text}
        errorText={fault !== undefined && askedTooEarly > 0 ? recipientWords.faults[fault] : ''}
      >
        <Textarea
          ref={keys}
          value={fields.recipients}
          rows={3}
          placeholder={recipientWords.placeholder}
          disabled={busy}
          spellcheck={false}
          autoComplete={false}
          onChange={({ detail }) =>
            intents.dispatch({ type: 'fieldsChanged', change: { recipients: detail.value } })
          }
        />
      </FormField>
      <SaveRow
        label={custodyWords.save.recipients}
        isBusy={busy}
        busyText={custodyWords.saving}
        errorText={askedTooEarly > 0 ? custodyWords.notSaved : ''}
        buttonRef={save}
        onClick={intents.saveCopy}
      />
    </SpaceBetween>
  );
}
