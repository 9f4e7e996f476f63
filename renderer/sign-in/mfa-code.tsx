import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import { useEffect, useRef, useState } from 'react';
import { mfaWords } from '../words/sign-in/sign-in';

export interface MfaCodeProps {
  readonly serial: string;
  readonly isBusy: boolean;
  readonly onSend: (code: string) => void;
}

const sixDigits = /^\d{6}$/;

/** SECURITY: the code stays in this field until it is sent, and leaves it then. */
export function MfaCode({ serial, isBusy, onSend }: MfaCodeProps) {
  const [code, setCode] = useState('');
  const [sentTooEarly, setSentTooEarly] = useState(false);
  const field = useRef<InputProps.Ref>(null);
  useEffect(() => field.current?.focus(), []);
  const send = (): void => {
    if (!sixDigits.test(code)) {
      setSentTooEarly(true);
      field.current?.focus();
      return;
    }
    setCode('');
    setSentTooEarly(false);
    onSend(code);
  };
  return (
    <FormField
      label={mfaWords.label}
      description={mfaWords.description(serial)}
      errorText={sentTooEarly ? mfaWords.wrong : ''}
      secondaryControl={
        <Button loading={isBusy} onClick={send}>
          {mfaWords.submit}
        </Button>
      }
    >
      <Input
        ref={field}
        value={code}
        inputMode="numeric"
        autoComplete="one-time-code"
        disabled={isBusy}
        onChange={({ detail }) => setCode(detail.value.replaceAll(' ', ''))}
        onKeyDown={({ detail }) => {
          if (detail.key === 'Enter') send();
        }}
      />
    </FormField>
  );
}
