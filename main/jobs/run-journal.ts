import type { StateFiles } from '../platform/state-files';
import { ok } from '../shared/result';
import { without } from '../shared/without';
import type { Run, RunKeeper } from './ceremony-run';
import { journaledRun } from './journaled-run';
import { fromTaggedJson, toTaggedJson } from './tagged-json';

const format = 'keyferry-journal';
const version = 1;

/** Why a journal cannot be gone on with. It is kept, out of the way. */
export type SetAside = 'damaged' | 'newer-version';

export interface FoundJournals {
  readonly runs: readonly Run[];
  readonly setAside: readonly SetAside[];
}

/** Nothing secret is in it, and runs of the practice AWS are not, which ends with the app. */
export interface RunJournal extends RunKeeper {
  /** Every run whose end nobody was shown; what cannot be read is set aside, and counted. */
  readonly find: () => Promise<FoundJournals>;
}

export function createRunJournal(files: StateFiles): RunJournal {
  return {
    keep: async (run) => {
      if (run.mode === 'practice') return ok(null);
      // SECURITY: material is a handle of a vault or a path of this computer; neither is worth anything later.
      const kept = { format, version, run: without(run, 'material') };
      return await files.write(run.id, toTaggedJson(kept));
    },
    remove: (run) => files.remove(run.id),
    find: async () => {
      const runs: Run[] = [];
      const setAside: SetAside[] = [];
      for (const name of await files.names()) {
        const found = await read(files, name);
        if (typeof found === 'string') {
          await files.setAside(name);
          setAside.push(found);
        } else runs.push(found);
      }
      return { runs, setAside };
    },
  };
}

async function read(files: StateFiles, name: string): Promise<Run | SetAside> {
  const found = await files.read(name);
  const document = found.state === 'whole' ? fromTaggedJson(found.text) : undefined;
  if (typeof document !== 'object' || document === null || !('format' in document)) return 'damaged';
  if (document.format !== format || !('version' in document)) return 'damaged';
  if (typeof document.version === 'number' && document.version > version) return 'newer-version';
  const parsed = journaledRun.safeParse('run' in document ? document.run : undefined);
  return parsed.success && parsed.data.id === name ? parsed.data : 'damaged';
}
