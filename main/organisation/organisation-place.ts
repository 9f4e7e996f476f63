import { posix, win32 } from 'node:path';

export interface OrganisationPlace {
  readonly folder: string;
  readonly file: string;
  readonly platform: NodeJS.Platform;
  /** User IDs that may own the folder and the file. */
  readonly owners: readonly number[];
}

/** SECURITY: `%ProgramData%` is not asked, because everybody may set a variable for a program that they start. */
const folders: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'C:\\ProgramData\\Keyferry',
  darwin: '/Library/Application Support/Keyferry',
};

const root = 0;

/** What only an app that is not packaged is asked for: tests and development put such a file below a folder of theirs. */
export interface Development {
  readonly environment: NodeJS.ProcessEnv;
  readonly user: number | undefined;
}

/** Where the settings of the organisation are, and who may have written them. */
export function organisationPlace(
  platform: NodeJS.Platform,
  development: Development | undefined,
): OrganisationPlace {
  const paths = platform === 'win32' ? win32 : posix;
  const below = development?.environment['KEYFERRY_SYSTEM_ROOT'];
  const usual = folders[platform] ?? '/etc/keyferry';
  const folder = below === undefined ? usual : paths.join(below, 'keyferry');
  const owners = below === undefined ? [root] : [root, development?.user ?? root];
  return { folder, file: paths.join(folder, 'settings.json'), platform, owners };
}
