import { createHash } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../shared/result';
import { discardFiles, flushFolder, saveError, temporaryIn, writeWhole } from './save-files';

/** What a state file held when it was read; `damaged` when neither of its generations is whole. */
export type StateRead =
  | { readonly state: 'whole'; readonly text: string; readonly generation: 'current' | 'previous' }
  | { readonly state: 'damaged' };

/** Small texts that must survive a kill and a full disk, each under a name of its own. */
export interface StateFiles {
  readonly names: () => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<StateRead>;
  /** Errors: save.diskFull, save.notWritable, save.folderGone, save.failed. What was there before stays. */
  readonly write: (name: string, text: string) => Promise<Result<null>>;
  /** Errors: save.*. What cannot be removed stays, and is found again. */
  readonly remove: (name: string) => Promise<Result<null>>;
  /** Keeps both generations, out of the way of `names`. */
  readonly setAside: (name: string) => Promise<void>;
}

const ending = '.state';
const previousEnding = '.previous';
const asideEnding = '.set-aside';

/**
 * Each file is `sha256 <hex>`, a line break, and the text. A write makes a whole new file, flushes it, keeps the one
 * before it as the previous generation, and gives the new one its name: whenever the process ends, one of them is whole.
 *
 * @param folder made when it is first needed, for its owner alone; temporary files that a kill left there are removed.
 */
export function createStateFiles(folder: string): StateFiles {
  const pathOf = (name: string): string => join(folder, `${name}${ending}`);
  let swept: Promise<void> | undefined;

  return {
    names: async () => {
      await (swept ??= discardFiles(folder, []));
      const entries = await readdir(folder).catch(() => []);
      const names = entries
        .map((entry) => entry.replace(new RegExp(`${previousEnding}$`), ''))
        .filter((entry) => entry.endsWith(ending))
        .map((entry) => entry.slice(0, -ending.length));
      return [...new Set(names)].sort();
    },
    read: async (name) => {
      for (const generation of ['current', 'previous'] as const) {
        const path = pathOf(name) + (generation === 'current' ? '' : previousEnding);
        const text = unsealed(await readFile(path, 'utf8').catch(() => ''));
        if (text !== undefined) return { state: 'whole', text, generation };
      }
      return { state: 'damaged' };
    },
    write: async (name, text) => {
      const path = pathOf(name);
      const fresh = temporaryIn(folder);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeWhole(fresh, Buffer.from(sealed(text), 'utf8'));
        await keepPrevious(path);
        await rename(fresh, path);
        await flushFolder(folder);
        return ok(null);
      } catch (cause) {
        await rm(fresh, { force: true }).catch(() => undefined);
        return err(saveError(cause));
      }
    },
    remove: async (name) => {
      try {
        for (const path of [pathOf(name) + previousEnding, pathOf(name)]) await rm(path, { force: true });
        return ok(null);
      } catch (cause) {
        return err(saveError(cause));
      }
    },
    setAside: async (name) => {
      for (const path of [pathOf(name), pathOf(name) + previousEnding]) {
        await rename(path, path + asideEnding).catch(() => undefined);
      }
    },
  };
}

/** File systems without hard links get a copy: the current one must never be missing, not even for a moment. */
async function keepPrevious(path: string): Promise<void> {
  const previous = path + previousEnding;
  const current = await readFile(path).catch(() => undefined);
  // A damaged one is no generation to fall back to: the one before it stays.
  if (current === undefined || unsealed(current.toString('utf8')) === undefined) return;
  await rm(previous, { force: true });
  await link(path, previous).catch(async () => {
    const file = await open(previous, 'w', 0o600);
    await file.writeFile(current).finally(() => file.close());
  });
}

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const sealed = (text: string): string => `sha256 ${digest(text)}\n${text}`;

function unsealed(content: string): string | undefined {
  const [, stated, text = ''] = /^sha256 ([0-9a-f]{64})\n(.*)$/s.exec(content) ?? [];
  return stated !== undefined && stated === digest(text) ? text : undefined;
}
