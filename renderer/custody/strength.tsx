import { strengthText } from '../words/custody';
import type { Score } from './passphrase-score';

export interface StrengthProps {
  readonly passphrase: string;
  readonly score: Score | undefined;
}

/** How hard the passphrase is to guess, in words and as a bar; it says nothing before something was typed. */
export function Strength({ passphrase, score }: StrengthProps) {
  return (
    <div className="strength">
      <div className="strength-bar" data-score={passphrase === '' ? undefined : score} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
      <div role="status" className="strength-text">
        {strengthText(passphrase, score)}
      </div>
    </div>
  );
}
