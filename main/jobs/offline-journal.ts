import { z } from 'zod';
import { fingerprintOf } from '../parameters/fingerprint';
import type { ImportParameters } from '../parameters/import-parameters';
import { readWrappingKey } from '../parameters/wrapping-key';
import type { NoteKey } from '../platform/notes/note-key';
import type { StateFiles } from '../platform/notes/state-files';
import type { CustodyView } from '../shared/views/custody';
import { wrappingAlgorithms, type WrappingAlgorithm } from '../shared/kms-words';
import { limits } from '../shared/limits';
import type { Result } from '../shared/result';
import { offlineStates, type OfflineState } from '../shared/views/unfinished';
import { without } from '../shared/without';
import { journaledCustody } from '../schemas/noted-custody';
import {
  discardUnusable,
  findNotes,
  writeNote,
  type FoundNotes,
  type NoteKind,
} from '../platform/notes/notes';

/** A run of the offline job, from its copy to its saved files. */
export interface OfflineWork {
  readonly id: string;
  readonly startedAt: Date;
  readonly parameters: ImportParameters;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly lengthBytes: 32 | 16;
  readonly state: OfflineState;
  /** Of the last copy that is known to be whole. */
  readonly custody?: CustodyView;
  /** Of the material in that copy, 16 hex digits. */
  readonly checkValue?: string;
  /** Base name of the folder with the saved files. */
  readonly folderName?: string;
  /** Of those files: if the app ends before its last page was read, nothing else says it. */
  readonly transferCode?: string;
}

/** Where runs of the offline job are written down. Nothing secret is in it: no key material, no passphrase, no path. */
export interface OfflineJournal {
  /** Errors: save.*. What stood there before stays. */
  readonly keep: (work: OfflineWork) => Promise<Result<null>>;
  readonly remove: (id: string) => Promise<Result<null>>;
  readonly find: () => Promise<FoundNotes<OfflineWork>>;
  /** Forgets a note that cannot be gone on with. Errors: journal.gone, save.*. */
  readonly discard: (name: string) => Promise<Result<null>>;
}

const line = z.string().max(2048);

const parameters = z
  .strictObject({
    form: z.enum(['zip', 'folder', 'files', 'cli-json']),
    files: z.array(line),
    keyId: line.exactOptional(),
    keyArn: z
      .strictObject({ arn: line, partition: line, region: line, accountId: line, keyId: line })
      .exactOptional(),
    spkiDer: z.instanceof(Uint8Array),
    importToken: z
      .instanceof(Uint8Array)
      .refine(({ length }) => length > 0 && length <= limits.maxTokenBytes),
    tokenLooksFamiliar: z.boolean(),
    wrappingAlgorithm: z.enum(wrappingAlgorithms).exactOptional(),
    validTo: z.date().exactOptional(),
  })
  .transform(({ spkiDer, ...rest }, context): ImportParameters => {
    // SECURITY: a wrapping key passes the gate once more, wherever it was in between.
    const wrappingKey = readWrappingKey(spkiDer);
    if (wrappingKey.ok) {
      return {
        ...rest,
        wrappingKey: wrappingKey.value,
        fingerprint: fingerprintOf(wrappingKey.value.spkiDer),
      };
    }
    context.addIssue(wrappingKey.error.code);
    return z.NEVER;
  });

const shape: z.ZodType<OfflineWork> = z.strictObject({
  id: z.uuid(),
  startedAt: z.date(),
  parameters,
  wrappingAlgorithm: z.enum(wrappingAlgorithms),
  lengthBytes: z.union([z.literal(32), z.literal(16)]),
  state: z.enum(offlineStates),
  custody: journaledCustody.exactOptional(),
  checkValue: line.exactOptional(),
  folderName: line.exactOptional(),
  transferCode: line.exactOptional(),
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
