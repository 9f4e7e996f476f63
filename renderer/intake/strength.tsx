import { limits } from '../../main/shared/limits';
import type { PassphraseStrength } from '../../main/shared/views/custody';
import { strengthText } from '../words/custody/passphrase-strength';

const bars = 4;

/** How hard the passphrase is to guess, in words and as a bar; it says nothing before something was typed. */
export function Strength({ strength }: { readonly strength: PassphraseStrength | undefined }) {
  const share = strength && strength.bits / limits.minPassphraseBits;
  return (
    <div className="strength">
      <div
        className="strength-bar"
        data-score={share === undefined ? undefined : Math.min(bars, Math.floor(share * bars))}
        aria-hidden="true"
      >
        <span />
        <span />
        <span />
        <span />
      </div>
      <div role="status" className="strength-text">
        {strengthText(strength)}
      </div>
    </div>
  );
}
