import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { StateFiles } from '../../../main/platform/notes/state-files';
import type { KillPoint } from './order';

/** Notes with a kill point: the kernel kills the app there, so nothing is cleaned up. */
export function mortalFiles(files: StateFiles, folder: string, kill: KillPoint | undefined) {
  let writes = 0;
  const die = (): Promise<never> => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  };
  const mortal: StateFiles = {
    ...files,
    write: async (name, text) => {
      writes += 1;
      if (writes !== kill?.at) return await files.write(name, text);
      if (kill.moment === 'before') return await die();
      const written = await files.write(name, text);
      if (!written.ok) return written;
      if (kill.moment === 'torn') {
        const path = join(folder, `${name}.state`);
        truncateSync(path, Math.floor(readFileSync(path).length / 2));
      }
      return await die();
    },
  };
  return { mortal, writes: () => writes };
}
