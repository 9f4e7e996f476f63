import { createRunJournal, type RunJournal } from '../../main/run/journal';
import { createStateFiles } from '../../main/platform/notes/state-files';
import { createBench, type House } from './ceremony-bench';
import { testNoteKey } from './note-keys';

class Killed extends Error {}

type Bench = Awaited<ReturnType<typeof createBench>>;

/** Works in an app that ends after so many notes. @returns the end, or undefined where it was killed. */
export async function liveUntil<T>(
  house: House,
  folder: string,
  at: number,
  lifeOf: (bench: Bench) => Promise<T>,
): Promise<T | undefined> {
  let writes = 0;
  const journal = createRunJournal(createStateFiles(folder), testNoteKey);
  const mortal: RunJournal = {
    ...journal,
    keep: async (run) => {
      const kept = await journal.keep(run);
      writes += 1;
      if (writes === at) throw new Killed();
      return kept;
    },
  };
  const bench = await createBench({}, { ...house, mode: 'aws', journal: mortal });
  return await lifeOf(bench).catch((error: unknown) => {
    if (error instanceof Killed) return undefined;
    throw error;
  });
}
