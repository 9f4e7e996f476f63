import { randomUUID } from 'node:crypto';
import type { ImportParameters } from '../parameters/import-parameters';
import { isPracticeImportToken } from '../parameters/practice-import-token';
import type { LogEntry } from '../platform/log';
import type { CopyPurpose, CustodyView } from '../shared/views/custody';
import type { WrappingAlgorithm } from '../shared/kms-words';
import type { CopyNote } from '../custody/copy-purpose';
import type { OfflineJournal, OfflineWork } from './offline-journal';

export interface OfflineNotesPorts {
  readonly offlineJournal: OfflineJournal;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

type ParametersPurpose = Extract<CopyPurpose, { parameters: string }>;

/**
 * What the offline job writes down, by the handle of its import parameters. Nothing that is done here reaches AWS, so
 * a note that cannot be written stops nothing; the log says so.
 */
export function createOfflineNotes({ offlineJournal, now, log }: OfflineNotesPorts) {
  const works = new Map<string, OfflineWork>();
  /** Check values of copies that were made before the app ended, by the handle of the import parameters. */
  const checkValues = new Map<string, string>();

  async function write(work: OfflineWork): Promise<void> {
    // As with every practice, what was not finished is gone.
    if (isPracticeImportToken(work.parameters.importToken)) return;
    const kept = await offlineJournal.keep(work);
    if (!kept.ok) log({ event: 'note.notWritten', code: kept.error.code, stage: kept.error.stage });
  }

  const newWork = (
    parameters: ImportParameters,
    wrappingAlgorithm: WrappingAlgorithm,
    lengthBytes: 32 | 16,
  ): OfflineWork => ({
    id: randomUUID(),
    startedAt: now(),
    parameters,
    wrappingAlgorithm,
    lengthBytes,
    state: 'copying',
  });

  return {
    /** For a copy that is about to be made. */
    aroundCopy: (purpose: ParametersPurpose, parameters: ImportParameters): CopyNote => {
      const { parameters: handle, wrappingAlgorithm, lengthBytes } = purpose;
      const before = works.get(handle);
      const work: OfflineWork = {
        ...(before ?? newWork(parameters, wrappingAlgorithm, lengthBytes)),
        wrappingAlgorithm,
        lengthBytes,
        state: 'copying',
      };
      return {
        begin: () => write(work),
        end: async (made) => {
          if (made === undefined) {
            await (before ? write(before) : offlineJournal.remove(work.id));
            return;
          }
          const copied: OfflineWork = { ...work, state: 'copied', ...made };
          works.set(handle, copied);
          checkValues.delete(handle);
          await write(copied);
        },
      };
    },
    /** For a wrapping that is about to begin; without a copy, now or before, there is nothing to note. */
    aroundWrap: (
      handle: string,
      parameters: ImportParameters,
      wrappingAlgorithm: WrappingAlgorithm,
      custody: CustodyView,
    ) => {
      const before = works.get(handle);
      const isNoted = before !== undefined || custody.kept !== 'none';
      const work: OfflineWork = {
        ...(before ?? newWork(parameters, wrappingAlgorithm, 32)),
        wrappingAlgorithm,
        state: 'wrapping',
        custody,
      };
      return {
        begin: async (): Promise<void> => {
          if (isNoted) await write(work);
        },
        /** @param saved base name of where the files are, and their code; undefined where the copy is what there is. */
        end: async (
          saved: { readonly folderName: string; readonly transferCode: string } | undefined,
        ): Promise<void> => {
          if (!isNoted) return;
          const after: OfflineWork =
            saved === undefined
              ? (before ?? { ...work, state: 'copied' })
              : { ...work, state: 'saved', ...saved };
          works.set(handle, after);
          await write(after);
        },
      };
    },
    /** Somebody is shown the end of it. */
    finished: async (handle: string): Promise<void> => {
      const work = works.get(handle);
      works.delete(handle);
      if (work !== undefined) await offlineJournal.remove(work.id);
    },
    resumed: (handle: string, work: OfflineWork): void => {
      works.set(handle, work);
      if (work.checkValue !== undefined) checkValues.set(handle, work.checkValue);
    },
    /** The check value of the copy that resumed work made before. */
    checkValueOf: (handle: string): string | undefined => checkValues.get(handle),
    has: (id: string): boolean => [...works.values()].some((work) => work.id === id),
    forget: (): void => {
      works.clear();
      checkValues.clear();
    },
  };
}

export type OfflineNotes = ReturnType<typeof createOfflineNotes>;
