import { useEffect } from 'react';
import { api } from './api';

/** Soon enough for whoever opened the job, and late enough for a page that is still being drawn. */
const latestMs = 2000;

/** For a job that will need a vault: has main start one once the job is drawn and nothing else is to be done. */
export function useVaultAhead(): void {
  useEffect(() => {
    const idle = requestIdleCallback(() => void api.prepareVault({}), { timeout: latestMs });
    return () => cancelIdleCallback(idle);
  }, []);
}
