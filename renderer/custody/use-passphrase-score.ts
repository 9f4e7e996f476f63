import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { loadPassphraseMeter, type PassphraseMeter, type Score } from './passphrase-score';

/** How hard the passphrase is to guess; undefined while that is not known. Typing never waits for it. */
export function usePassphraseScore(passphrase: string): Score | undefined {
  const [meter, setMeter] = useState<PassphraseMeter>();
  useEffect(() => {
    void loadPassphraseMeter().then((loaded) => setMeter(() => loaded));
  }, []);
  const settled = useDeferredValue(passphrase);
  return useMemo(() => (settled === '' ? undefined : meter?.(settled)), [meter, settled]);
}
