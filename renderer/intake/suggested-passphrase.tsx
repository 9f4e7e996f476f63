import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CopyText } from '../base/copy-text';
import { sealWords } from '../words/custody/custody';
import { PassphraseSheet } from './passphrase-sheet';

/** The passphrase that Keyferry made up, in clear, with the ways to keep it. */
export function SuggestedPassphrase({ passphrase }: { readonly passphrase: string }) {
  const { title, text, print, copy } = sealWords.suggested;
  return (
    <div className="suggested">
      <SpaceBetween size="xs">
        <Box fontWeight="bold">{title}</Box>
        <p className="suggested-words">{passphrase}</p>
        <Box variant="p">{text}</Box>
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => window.print()}>{print}</Button>
          <CopyText label={copy} text={passphrase} variant="normal" />
        </SpaceBetween>
      </SpaceBetween>
      <PassphraseSheet passphrase={passphrase} />
    </div>
  );
}
