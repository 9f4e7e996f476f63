import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { noCopyWords } from '../words/custody/custody';
import type { CustodyProps } from './custody-props';
import { confirmsNoCopy, isBusy } from './selectors';

/** The way on without a copy: typed, so that nobody chooses it by accident. */
export function NoCopy({ state, intents }: CustodyProps) {
  const { source, confirmation, askedTooEarly } = state;
  const isConfirmed = confirmsNoCopy(confirmation);
  const isWrong = askedTooEarly > 0 && confirmation.trim() !== '' && !isConfirmed;
  return (
    <FormField
      label={noCopyWords.label}
      description={source === 'file' ? noCopyWords.own : noCopyWords.generated}
      errorText={isWrong ? noCopyWords.wrong : ''}
      warningText={isConfirmed ? noCopyWords.confirmed : ''}
    >
      <Input
        value={confirmation}
        disabled={isBusy(state)}
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail }) => intents.dispatch({ type: 'confirmationTyped', text: detail.value })}
      />
    </FormField>
  );
}
