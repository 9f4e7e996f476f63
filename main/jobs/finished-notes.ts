import type { z } from 'zod';
import type { LogEntry } from '../platform/log';
import type { NoteKey } from '../platform/notes/note-key';
import {
  discardUnusable,
  findNotes,
  writeNote,
  type FoundNotes,
  type NoteKind,
} from '../platform/notes/notes';
import type { StateFiles } from '../platform/notes/state-files';
import { isImport, isOver, isWrapping, type Run } from '../run/run';
import { finishedWork, type FinishedWork } from '../schemas/finished-work';
import { limits } from '../shared/limits';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { without } from '../shared/without';

type Unkept<W> = W extends FinishedWork ? Omit<W, 'finishedAt' | 'isRecordSaved'> : never;

/**
 * Where work that is done is written down, so that its record, its summary and its card can still be saved when the
 * page is gone. Nothing secret is in it, and nothing that could be imported.
 */
export interface FinishedNotes {
  /** Practice is not kept. Errors: save.*; the log then says so. */
  readonly keep: (work: Unkept<FinishedWork>) => Promise<Result<null>>;
  /** The work whose record was saved; for a handle of nothing that is kept, nothing happens. */
  readonly recordSaved: (id: string) => Promise<void>;
  /** Removes what is older than 90 days. */
  readonly find: () => Promise<FoundNotes<FinishedWork>>;
  /** Errors: journal.gone, save.*. */
  readonly remove: (id: string) => Promise<Result<null>>;
  /** Forgets a note that cannot be used. Errors: journal.gone, save.*. */
  readonly discard: (name: string) => Promise<Result<null>>;
}

export interface FinishedNotesPorts {
  readonly finishedFiles: StateFiles;
  readonly noteKey: NoteKey;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

/** SECURITY: a run that is read from here sends nothing: every row of it is over. */
const shape: z.ZodType<FinishedWork> = finishedWork.refine(
  (work) => work.kind === 'offline' || isDone(work.run),
);
const isDone = (run: Run): boolean => [...run.rows.keys()].every((step) => isOver(run, step));

const kind: NoteKind<FinishedWork> = { format: 'keyferry-finished-work', field: 'work', shape };

const isPractice = (work: Unkept<FinishedWork>): boolean =>
  work.kind === 'run' ? work.run.mode === 'practice' : work.offline.saved.parameters.practice === true;

const dayMs = 24 * 60 * 60 * 1000;

export function createFinishedNotes({
  finishedFiles: files,
  noteKey,
  now,
  log,
}: FinishedNotesPorts): FinishedNotes {
  const place = { files, noteKey };

  async function write(work: FinishedWork): Promise<Result<null>> {
    const kept = await writeNote(place, kind, work.id, work);
    if (!kept.ok) log({ event: 'note.notWritten', code: kept.error.code, stage: kept.error.stage });
    return kept;
  }

  async function find(): Promise<FoundNotes<FinishedWork>> {
    const notes = await findNotes(place, kind);
    const oldest = now().getTime() - limits.finishedWorkDays * dayMs;
    const isOld = ({ finishedAt }: FinishedWork): boolean => finishedAt.getTime() < oldest;
    for (const { id } of notes.found.filter(isOld)) await files.remove(id);
    return { ...notes, found: notes.found.filter((work) => !isOld(work)) };
  }

  return {
    keep: async (work) => {
      if (isPractice(work)) return ok(null);
      const kept = { finishedAt: now(), isRecordSaved: false };
      return await write(
        work.kind === 'run' ? { ...work, ...kept, run: withoutWrapped(work.run) } : { ...work, ...kept },
      );
    },
    recordSaved: async (id) => {
      const { found, unconfirmed } = await find();
      const work = found.find((kept) => kept.id === id);
      // SECURITY: writing a note that nothing proves would prove it.
      const isOurs = [undefined, 'no-keychain'].includes(unconfirmed.get(id));
      if (work !== undefined && isOurs) await write({ ...work, isRecordSaved: true });
    },
    find,
    remove: async (id) => {
      // SECURITY: the name comes from the page; only one that was found in the folder becomes part of a path.
      const isListed = (await find()).found.some((work) => work.id === id);
      return isListed ? await files.remove(id) : err(localError('run', 'journal.gone', undefined, 'no'));
    },
    discard: (name) => discardUnusable(place, kind, name),
  };
}

/** SECURITY: what was imported is of no use any more, and neither is a handle or a path of this computer. */
function withoutWrapped(run: Run): Run {
  if (!isImport(run)) return run;
  const { ready } = run;
  const none = new Uint8Array();
  const kept = {
    ...run,
    ...(ready && { ready: { ...ready, encryptedKeyMaterial: none, importToken: none } }),
  };
  if (!isWrapping(kept)) return kept;
  const { parameters } = kept;
  const emptied = parameters && { parameters: { ...parameters, importToken: none } };
  // Which of the two it is, the compiler forgets where they are handled together.
  switch (kept.kind) {
    case 'create':
      return { ...without(kept, 'material'), ...emptied };
    case 'reimport':
      return { ...without(kept, 'material'), ...emptied };
    case 'rotate':
      return { ...without(kept, 'material', 'replicas'), ...emptied };
  }
}
