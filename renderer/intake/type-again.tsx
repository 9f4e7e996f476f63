import Box from '@cloudscape-design/components/box';
import { passphraseWords } from '../words/custody/custody';

/** Why the fields are empty after an attempt that brought no copy. */
export function TypeAgain({ isNeeded }: { readonly isNeeded: boolean }) {
  return (
    <div role="status">{isNeeded && <Box margin={{ bottom: 's' }}>{passphraseWords.typeAgain}</Box>}</div>
  );
}
