import type { StateFiles } from '../platform/state-files';
import { ok } from '../shared/result';
import { without } from '../shared/without';
import type { Run, RunKeeper } from './ceremony-run';
import { journaledRun } from './journaled-run';
import { findNotes, writeNote, type FoundNotes, type NoteKind } from './notes';

const kind: NoteKind<Run> = { format: 'keyferry-journal', version: 1, field: 'run', shape: journaledRun };

export interface FoundJournals extends Pick<FoundNotes<Run>, 'setAside' | 'older'> {
  readonly runs: readonly Run[];
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
      return await writeNote(files, kind, run.id, without(run, 'material'));
    },
    remove: (run) => files.remove(run.id),
    find: async () => {
      const { found, ...rest } = await findNotes(files, kind);
      return { runs: found, ...rest };
    },
  };
}
