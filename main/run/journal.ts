import type { NoteKey } from '../platform/notes/note-key';
import type { StateFiles } from '../platform/notes/state-files';
import { ok, type Result } from '../shared/result';
import { without } from '../shared/without';
import type { Run, RunKeeper } from './run';
import { journaledRun } from './noted-run';
import {
  discardUnusable,
  findNotes,
  writeNote,
  type FoundNotes,
  type NoteKind,
} from '../platform/notes/notes';

const kind: NoteKind<Run> = { format: 'keyferry-journal', field: 'run', shape: journaledRun };

export interface FoundJournals extends Omit<FoundNotes<Run>, 'found'> {
  readonly runs: readonly Run[];
}

/** Nothing secret is in it, and runs of the practice AWS are not, which ends with the app. */
export interface RunJournal extends RunKeeper {
  /** Every run whose end nobody was shown; what cannot be gone on with is named, and stays where it is. */
  readonly find: () => Promise<FoundJournals>;
  /** Forgets a note that cannot be gone on with. Errors: journal.gone, save.*. */
  readonly discard: (name: string) => Promise<Result<null>>;
}

export function createRunJournal(files: StateFiles, noteKey: NoteKey): RunJournal {
  const place = { files, noteKey };
  return {
    keep: async (run) => {
      if (run.mode === 'practice') return ok(null);
      // SECURITY: material is a handle of a vault or a path of this computer; neither is worth anything later.
      return await writeNote(place, kind, run.id, without(run, 'material'));
    },
    remove: (run) => files.remove(run.id),
    find: async () => {
      const { found, ...rest } = await findNotes(place, kind);
      return { runs: found, ...rest };
    },
    discard: (name) => discardUnusable(place, kind, name),
  };
}
