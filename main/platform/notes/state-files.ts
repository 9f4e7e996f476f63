import { createHash } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { localError } from '../../shared/errors';
import { limits } from '../../shared/limits';
import { err, ok, type Result } from '../../shared/result';
import { readRegularFile, systemErrorCode } from '../files/read-regular-file';
import { discardFiles, flushFolder, saveError, temporaryIn, writeWhole } from '../files/save-files';

/**
 * The result of reading a state file. `damaged`: none of its generations is whole. `unreadable`: the system refused to
 * read it now. `not-a-file`: a pipe, a device, a folder or a link has its name; it was not opened.
 */
export type StateRead =
  | { readonly state: 'whole'; readonly text: string; readonly generation: 'current' | 'previous' }
  | { readonly state: 'damaged' | 'unreadable' | 'not-a-file' };

/** Small texts that must survive a kill and a full disk, each under its own name. */
export interface StateFiles {
  /** No names if there is no folder. Error: file.unreadable if the folder cannot be read. */
  readonly names: () => Promise<Result<readonly string[]>>;
  readonly read: (name: string) => Promise<StateRead>;
  /** Errors: save.diskFull, save.notWritable, save.folderGone, save.failed; the previous text then stays. */
  readonly write: (name: string, text: string) => Promise<Result<null>>;
  /** Errors: save.*; the file then stays, and is found again. */
  readonly remove: (name: string) => Promise<Result<null>>;
}

interface Place {
  readonly path: string;
  readonly isPrevious: boolean;
}

const ending = '.state';
const previousEnding = '.previous';
/** Earlier versions renamed files that they could not read. These are read as well, after the usual names. */
const asideEnding = '.set-aside';
const stateName = /^(.+)\.state(?:\.previous)?(?:\.set-aside)?$/s;

/**
 * Each file is `sha256 <hex>`, a line break, and the text. A write makes a new file, flushes it, keeps the current one
 * as the previous generation, and gives the new one its name: whenever the process ends, one of them is whole. No file
 * is ever renamed or removed because it cannot be read.
 *
 * @param folder made when it is first needed, for its owner only; temporary files that a kill left there are removed.
 */
export function createStateFiles(folder: string): StateFiles {
  const pathOf = (name: string): string => join(folder, `${name}${ending}`);
  const placesOf = (name: string): readonly Place[] =>
    ['', asideEnding].flatMap((aside) => [
      { path: pathOf(name) + aside, isPrevious: false },
      { path: pathOf(name) + previousEnding + aside, isPrevious: true },
    ]);
  let swept: Promise<void> | undefined;

  return {
    names: async () => {
      await (swept ??= discardFiles(folder, []));
      try {
        const names = (await readdir(folder)).flatMap((entry) => stateName.exec(entry)?.[1] ?? []);
        return ok([...new Set(names)].sort());
      } catch (cause) {
        const isAbsent = ['ENOENT', 'ENOTDIR'].includes(systemErrorCode(cause) ?? '');
        return isAbsent ? ok([]) : err(localError('app', 'file.unreadable', undefined, 'same'));
      }
    },
    read: async (name) => {
      let isDamaged = false;
      for (const { path, isPrevious } of placesOf(name)) {
        const found = await readText(path);
        if (found.state === 'absent') continue;
        if (found.state === 'whole') {
          return { ...found, generation: isDamaged || isPrevious ? 'previous' : 'current' };
        }
        // A file that cannot be read now may be readable later: only a damaged one falls back to the previous.
        if (found.state !== 'damaged') return found;
        isDamaged = true;
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
        for (const { path } of placesOf(name).toReversed()) await rm(path, { force: true });
        return ok(null);
      } catch (cause) {
        return err(saveError(cause));
      }
    },
  };
}

type TextRead =
  | { readonly state: 'whole'; readonly text: string }
  | { readonly state: 'absent' }
  | { readonly state: 'damaged' | 'unreadable' | 'not-a-file' };

async function readText(path: string): Promise<TextRead> {
  const read = await readRegularFile(path, limits.maxNoteBytes, 'app');
  if (read.ok) {
    const text = unsealed(read.value.toString('utf8'));
    return text === undefined ? { state: 'damaged' } : { state: 'whole', text };
  }
  switch (read.error.code) {
    case 'file.notFound':
      return { state: 'absent' };
    case 'file.notRegular':
      return { state: 'not-a-file' };
    case 'file.unreadable':
      return { state: 'unreadable' };
    default:
      return { state: 'damaged' };
  }
}

/** Without hard links the previous generation is a copy, because the current one must never be missing. */
async function keepPrevious(path: string): Promise<void> {
  const previous = path + previousEnding;
  const current = await readText(path);
  // A damaged file is nothing to fall back to, so the previous generation stays.
  if (current.state !== 'whole') return;
  await rm(previous, { force: true });
  await link(path, previous).catch(async () => {
    const file = await open(previous, 'wx', 0o600);
    await file.writeFile(sealed(current.text)).finally(() => file.close());
  });
}

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const sealed = (text: string): string => `sha256 ${digest(text)}\n${text}`;

function unsealed(content: string): string | undefined {
  const [, stated, text = ''] = /^sha256 ([0-9a-f]{64})\n(.*)$/s.exec(content) ?? [];
  return stated !== undefined && stated === digest(text) ? text : undefined;
}
