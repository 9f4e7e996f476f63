import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import { useRef } from 'react';
import { useFocusOnAsking } from '../../base/use-screen';
import { receiverWords } from '../../words/create-and-import/receiver';
import { accountFault, typedAccount } from '../create-and-import/selectors';
import type { ReceiverFields } from '../create-and-import/state';

export interface AccountFieldsProps {
  readonly fields: ReceiverFields;
  readonly askedTooEarly: number;
  readonly onChange: (change: Partial<ReceiverFields>) => void;
}

/** A receiver that is let in as an account. */
export function AccountFields({ fields, askedTooEarly, onChange }: AccountFieldsProps) {
  const account = useRef<InputProps.Ref>(null);
  const fault = accountFault(fields.accountId);
  useFocusOnAsking(fault === undefined ? 0 : askedTooEarly, account);
  return (
    <>
      <FormField
        label={receiverWords.account}
        description={receiverWords.accountText}
        constraintText={receiverWords.accountCount(fields.accountId.length)}
        errorText={fault !== undefined && askedTooEarly > 0 ? receiverWords.accountFaults[fault] : ''}
      >
        <Input
          ref={account}
          value={fields.accountId}
          inputMode="numeric"
          autoComplete={false}
          onChange={({ detail }) => onChange({ accountId: typedAccount(detail.value) })}
        />
      </FormField>
      {fields.preset === 'other' && (
        <Checkbox
          checked={fields.needsGrants}
          description={receiverWords.grantsText}
          onChange={({ detail }) => onChange({ needsGrants: detail.checked })}
        >
          {receiverWords.grants}
        </Checkbox>
      )}
    </>
  );
}
