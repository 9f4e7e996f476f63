import { createPortal } from 'react-dom';
import { passphraseSheet } from '../words/custody/custody';
import { practice } from '../words/shell/practice';

/** All that is printed while it is on the page; on screen it is not shown. The style sheet marks practice. */
export function PassphraseSheet({ passphrase }: { readonly passphrase: string }) {
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
