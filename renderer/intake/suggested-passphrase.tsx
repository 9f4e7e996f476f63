import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { passphrasePaper } from '../../main/shared/file-names';
import { CopyText } from '../base/copy-text';
import { passphraseSheet, sealWords } from '../words/custody/custody';
import { practice } from '../words/shell/practice';

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

/** The only thing that is printed while it is on the page, and not shown on screen. The style sheet marks practice. */
function PassphraseSheet({ passphrase }: { readonly passphrase: string }) {
  useNameOnPrint(passphrasePaper);
  return createPortal(
    <section className="passphrase-sheet">
      <p className="passphrase-sheet-practice">{practice.mark}</p>
      <h1>{passphraseSheet.title}</h1>
      <p>{passphraseSheet.lead}</p>
      <p>{passphraseSheet.words}</p>
      <p className="passphrase-sheet-words">{passphrase}</p>
      <dl>
        {passphraseSheet.lines.map((line) => (
          <div key={line}>
            <dt>{line}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </section>,
    document.body,
  );
}

/** Where the system saves a PDF instead, it suggests the title as its name: a copy is not saved beside it then. */
function useNameOnPrint(name: string): void {
  useEffect(() => {
    const { title } = document;
    const take = (): void => {
      document.title = name;
    };
    const giveBack = (): void => {
      document.title = title;
    };
    addEventListener('beforeprint', take);
    addEventListener('afterprint', giveBack);
    return () => {
      removeEventListener('beforeprint', take);
      removeEventListener('afterprint', giveBack);
    };
  }, [name]);
}
