import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { noCopyWords } from '../words/custody/custody';
import type { CustodyProps } from './custody-props';
import { confirmsNoCopy, isBusy } from './selectors';

/** The way on without a copy: typed, so that nobody chooses it by accident, and smaller than the way to a copy. */
export function NoCopy({ state, intents }: CustodyProps) {
  const { source, confirmation, askedTooEarly } = state;
  const isConfirmed = confirmsNoCopy(confirmation);
  const isWrong = askedTooEarly > 0 && confirmation.trim() !== '' && !isConfirmed;
  return (
    <FormField
      label={
        <Box tagOverride="span" variant="small">
          {noCopyWords.label}
        </Box>
      }
      description={source === 'file' ? noCopyWords.own : noCopyWords.generated}
      errorText={isWrong ? noCopyWords.wrong : ''}
      warningText={isConfirmed ? noCopyWords.confirmed : ''}
    >
      <div className="short-field">
        <Input
          value={confirmation}
          disabled={isBusy(state)}
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) => intents.dispatch({ type: 'confirmationTyped', text: detail.value })}
        />
      </div>
    </FormField>
  );
}
