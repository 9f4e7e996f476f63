import { z } from 'zod';
import { fingerprintOf } from '../parameters/fingerprint';
import type { ImportParameters } from '../parameters/import-parameters';
import { readWrappingKey } from '../parameters/wrapping-key';
import type { NoteKey } from '../platform/notes/note-key';
import type { StateFiles } from '../platform/notes/state-files';
import { notedOfflineWork, type NotedOfflineWork } from '../schemas/offline-work';
import type { Result } from '../shared/result';
import { without } from '../shared/without';
import {
  discardUnusable,
  findNotes,
  writeNote,
  type FoundNotes,
  type NoteKind,
} from '../platform/notes/notes';

/** The offline job, from its copy to its saved files. */
export interface OfflineWork extends Omit<NotedOfflineWork, 'parameters'> {
  readonly parameters: ImportParameters;
}

/** Where runs of the offline job are written down. Nothing secret is in it: no key material, no passphrase, no path. */
export interface OfflineJournal {
  /** Errors: save.*. What stood there before stays. */
  readonly keep: (work: OfflineWork) => Promise<Result<null>>;
  readonly remove: (id: string) => Promise<Result<null>>;
  readonly find: () => Promise<FoundNotes<OfflineWork>>;
  /** Forgets a note that cannot be resumed. Errors: journal.gone, save.*. */
  readonly discard: (name: string) => Promise<Result<null>>;
}

const shape = notedOfflineWork.transform(({ parameters, ...work }, context): OfflineWork => {
  const { spkiDer, ...rest } = parameters;
  // SECURITY: a wrapping key passes the gate once more, wherever it was in between.
  const wrappingKey = readWrappingKey(spkiDer);
  if (wrappingKey.ok) {
    const fingerprint = fingerprintOf(wrappingKey.value.spkiDer);
    return { ...work, parameters: { ...rest, wrappingKey: wrappingKey.value, fingerprint } };
  }
  context.addIssue(wrappingKey.error.code);
  return z.NEVER;
});

const kind: NoteKind<OfflineWork> = { format: 'keyferry-offline-work', field: 'work', shape };

export function createOfflineJournal(files: StateFiles, noteKey: NoteKey): OfflineJournal {
  const place = { files, noteKey };
  return {
    keep: (work) => {
      const { wrappingKey, ...rest } = without(work.parameters, 'fingerprint');
      const noted = { ...work, parameters: { ...rest, spkiDer: wrappingKey.spkiDer } };
      return writeNote(place, kind, work.id, noted);
    },
    remove: (id) => files.remove(id),
    find: () => findNotes(place, kind),
    discard: (name) => discardUnusable(place, kind, name),
  };
}
