import { accessSync, constants, lstatSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const folderName = 'Keyferry-data';

/** Where everything is kept that outlasts the window: in the user's profile, or beside the app. */
export type DataPlace =
  | { readonly kept: 'profile' }
  | { readonly kept: 'beside'; readonly folder: string }
  /** The folder is there, and nothing can be kept in it. */
  | { readonly kept: 'nowhere'; readonly folder: string };

/**
 * A folder `Keyferry-data` beside the app makes it portable: everything stays there, and nothing in the profile of whoever
 * is signed in. It is only looked for, and never made: who wants it puts it there.
 *
 * @param executable path of the running program
 * @param platform `darwin`: the folder lies beside the bundle, which is not written to.
 */
export function dataPlaceOf(executable: string, platform: NodeJS.Platform): DataPlace {
  const program = platform === 'darwin' ? join(dirname(executable), '..', '..') : executable;
  const folder = join(dirname(program), folderName);
  try {
    // SECURITY: a link could lead into a folder of somebody else.
    if (!lstatSync(folder).isDirectory()) return { kept: 'profile' };
  } catch {
    return { kept: 'profile' };
  }
  try {
    accessSync(folder, constants.W_OK);
    // A drive that was mounted to be read says so only when something is written.
    mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 });
    return { kept: 'beside', folder };
  } catch {
    return { kept: 'nowhere', folder };
  }
}

/** Whether the app's data is kept beside it; by the folder that it was given for that. */
export const isKeptBeside = (userData: string): boolean => basename(userData) === folderName;
