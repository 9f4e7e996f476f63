import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { receiverWords } from '../../words/create-and-import/receiver';
import { ReceiverPicker } from '../create-and-import/receiver-picker';
import type { ReceiverFields } from '../create-and-import/state';

export interface AnyReceiverProps {
  readonly fields: ReceiverFields;
  readonly askedTooEarly: number;
  readonly onChange: (change: Partial<ReceiverFields>) => void;
}

/** Which service: one that is known, or another one with its name. The key exists, so each can say whom to let in. */
export function AnyReceiver({ fields, askedTooEarly, onChange }: AnyReceiverProps) {
  return (
    <SpaceBetween size="l">
      <ReceiverPicker
        receiver={fields}
        askedTooEarly={askedTooEarly}
        onChange={(change) => onChange({ ...change, isLater: false })}
      />
      {fields.preset === 'other' && (
        <FormField label={receiverWords.name} description={receiverWords.nameText}>
          <Input
            value={fields.name}
            autoComplete={false}
            onChange={({ detail }) => onChange({ name: detail.value })}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}
