import { useEffect, useEffectEvent, useState } from 'react';
import { limits } from '../../main/shared/limits';
import type { PassphraseStrength } from '../../main/shared/views/custody';
import { strengthText } from '../words/custody/passphrase-strength';

/** Main is asked once typing pauses for so long. */
const pauseMs = 120;

/**
 * How hard the passphrase is to guess; undefined while that is not known. Typing never waits for it: until the answer
 * comes, the last one stands.
 */
export function useStrength(
  passphrase: string,
  measure: (passphrase: string) => Promise<PassphraseStrength | undefined>,
): PassphraseStrength | undefined {
  const [strength, setStrength] = useState<PassphraseStrength>();
  const ask = useEffectEvent(measure);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const measured = passphrase === '' ? undefined : await ask(passphrase);
      if (isCurrent) setStrength(measured);
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return passphrase === '' ? undefined : strength;
}

const bars = 4;

/** How hard the passphrase is to guess, in words and as a bar; it says nothing until something has been typed. */
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
