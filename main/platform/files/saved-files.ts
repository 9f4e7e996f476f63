import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import type { SavedPlaceView } from '../../shared/views/saved';

export interface SavedFilesPorts {
  /** Shows a file in its folder, in the system's file manager. */
  readonly revealFile: (path: string) => void;
  /** Opens a file in the program that the system has for it. @returns whether there is one. */
  readonly openFile: (path: string) => Promise<boolean>;
}

/**
 * Files that this job saved, by handles.
 *
 * SECURITY: the page never says a path, so it can show and open what was saved here, and nothing else. Only a PDF that
 * Keyferry made is opened.
 */
export function createSavedFiles({ revealFile, openFile }: SavedFilesPorts) {
  const paths = new Map<string, string>();
  return {
    keep: (path: string, saved: string = randomUUID()): SavedPlaceView => {
      paths.set(saved, path);
      return { saved, folderName: basename(dirname(path)) };
    },
    verbs: {
      showSavedFiles: ({ saved }: { readonly saved: string }): Promise<Result<null>> => {
        const path = paths.get(saved);
        if (path !== undefined) revealFile(path);
        return Promise.resolve(ok(null));
      },
      /** Errors: run.gone, print.noProgram. */
      openSavedPdf: async ({ saved }: { readonly saved: string }): Promise<Result<null>> => {
        const path = paths.get(saved);
        if (path?.endsWith('.pdf') !== true) return err(localError('save', 'run.gone', undefined, 'no'));
        return (await openFile(path))
          ? ok(null)
          : err(localError('save', 'print.noProgram', undefined, 'same'));
      },
    },
    forget: (): void => paths.clear(),
  };
}

export type SavedFiles = ReturnType<typeof createSavedFiles>;
