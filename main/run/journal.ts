import { readWrappingKey } from '../parameters/wrapping-key';
import type { NoteKey } from '../platform/notes/note-key';
import {
  discardUnusable,
  findNotes,
  writeNote,
  type FoundNotes,
  type NoteKind,
} from '../platform/notes/notes';
import type { StateFiles } from '../platform/notes/state-files';
import { notedRun } from '../schemas/run';
import { ok, type Result } from '../shared/result';
import { without } from '../shared/without';
import { fromEarlierVersion } from './earlier-notes';
import type { RunKeeper } from './recipe';
import { isWrapping, type Run } from './run';

/** SECURITY: a wrapping key passes the gate once more, wherever it was in between. */
const shape = notedRun.refine((run) => {
  if (!isWrapping(run) || run.parameters === undefined) return true;
  const { spec, spkiDer } = run.parameters.wrappingKey;
  const gated = readWrappingKey(spkiDer);
  return gated.ok && gated.value.spec === spec;
});

const kind: NoteKind<Run> = { format: 'keyferry-journal', field: 'run', shape, fromEarlierVersion };

export interface FoundJournals extends Omit<FoundNotes<Run>, 'found'> {
  readonly runs: readonly Run[];
}

/** Nothing secret is in it, and runs of the practice AWS are not, which ends with the app. */
export interface RunJournal extends RunKeeper {
  /** Every run whose end was shown to nobody. What cannot be resumed is named, and stays where it is. */
  readonly find: () => Promise<FoundJournals>;
  /** Forgets a note that cannot be resumed. Errors: journal.gone, save.*. */
  readonly discard: (name: string) => Promise<Result<null>>;
}

export function createRunJournal(files: StateFiles, noteKey: NoteKey): RunJournal {
  const place = { files, noteKey };
  return {
    keep: async (run) => {
      if (run.mode === 'practice') return ok(null);
      // SECURITY: material is a handle of a vault or a path of this computer; neither is worth anything later.
      const noted = isWrapping(run) ? without(run, 'material') : run;
      return await writeNote(place, kind, run.id, noted);
    },
    remove: (run) => files.remove(run.id),
    find: async () => {
      const { found, ...rest } = await findNotes(place, kind);
      return { runs: found, ...rest };
    },
    discard: (name) => discardUnusable(place, kind, name),
  };
}
