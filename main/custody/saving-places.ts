import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { StateFiles } from '../platform/notes/state-files';
import { sweepFolder, type SweptFolder } from '../platform/files/sweep-folder';
import { savingPlace, type SavingPlace } from '../schemas/saving-place';
import { fileNames } from '../shared/file-names';
import type { SweptView } from '../shared/views/unfinished';
import { shareName } from './watch-target';

/** FAT rounds times to two seconds. */
const roundingMs = 2000;

export type SavingPlaces = ReturnType<typeof createSavingPlaces>;

/**
 * Writes down where a vault is about to save, so that what a kill or a pulled stick leaves there in temporary files,
 * shares in clear among them, is found and removed: when the saving is over, or at the next start.
 */
export function createSavingPlaces(files: StateFiles, now: () => Date) {
  const underWay = new Set<string>();
  /** Told for as long as the app runs. */
  const removed: string[] = [];
  const inClear: string[] = [];

  /** Undefined: the folder could not be looked into, and the note stays. */
  async function sweep(name: string, { folder, begunAt }: SavingPlace): Promise<SweptFolder | undefined> {
    const since = new Date(new Date(begunAt).getTime() - roundingMs);
    const found = await sweepFolder(folder, since, isInClear);
    if (found !== undefined) await files.remove(name);
    return found;
  }

  return {
    /**
     * To be called before the vault writes. A note that cannot be written stops nothing.
     *
     * @returns to be called when the saving is over, however it ended.
     */
    begin: async (folder: string): Promise<() => Promise<void>> => {
      const note: SavingPlace = { version: 1, folder, begunAt: now().toISOString() };
      const name = randomUUID();
      underWay.add(name);
      await files.write(name, JSON.stringify(note));
      return async () => {
        await sweep(name, note);
        underWay.delete(name);
      };
    },
    /** What earlier savings left: removed wherever the folder is there, and asked for again where it is not. */
    sweepAll: async (): Promise<SweptView | undefined> => {
      const away: string[] = [];
      const names = await files.names();
      for (const name of names.ok ? names.value : []) {
        if (underWay.has(name)) continue;
        const read = await files.read(name);
        const note = read.state === 'whole' ? parse(read.text) : undefined;
        // A damaged note names no folder to look into.
        if (note === undefined) continue;
        const folder = basename(note.folder);
        const found = await sweep(name, note);
        if (found === undefined) away.push(folder);
        else {
          if (found.removed > 0) removed.push(folder);
          if (found.kept.length > 0) inClear.push(folder);
        }
      }
      const isNothing = [away, removed, inClear].every((folders) => folders.length === 0);
      return isNothing
        ? undefined
        : { away: unique(away), removed: unique(removed), inClear: unique(inClear) };
    },
  };
}

/** Files under their own names that hold a share, or the key material, in clear. */
const isInClear = (name: string): boolean => shareName.test(name) || name === fileNames.plaintextKeyMaterial;

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

function parse(text: string): SavingPlace | undefined {
  try {
    return savingPlace.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
