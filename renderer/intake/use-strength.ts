import { useEffect, useEffectEvent, useState } from 'react';
import type { PassphraseStrength } from '../../main/shared/views/custody';

/** Main is asked once typing pauses for so long. */
const pauseMs = 120;

/**
 * How hard the passphrase is to guess; undefined while that is not known. Typing never waits for it: until the answer
 * comes, that of a moment ago stands.
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
