import type { RegionReading } from '../../../main/shared/views/keys';
import { counted, listed, numeral } from '../shell/counted';

export const keysPage = {
  title: 'Keys',
  lead: (account: string, regions: string) =>
    `Every key of account ${account} that was made for imported material, in ${regions}. Reading changes nothing.`,
  regions: (count: number) => counted(count, 'Region'),
  otherRegions: 'Other Regions',
  readAgain: 'Read again',
  asOf: (instant: string) => `As of ${instant}.`,
  saveCsv: 'Save as CSV',
  csvText: 'The file holds every key of the list, whatever the filter shows.',
  none: {
    title: 'No imported keys',
    text: 'No key here was made for imported material. Keys that AWS made the material for, and keys in other key stores, are left out.',
  },
  noMatch: {
    title: 'No key fits',
    text: 'The filter hides all of them.',
    clear: 'Show all keys',
  },
  caption: 'Imported keys',
} as const;

export const progressWords = {
  title: 'Reading the keys',
  stop: 'Stop',
  stopping: 'Stopping',
  stopped: 'Reading was stopped. What was read stays.',
  line: (keys: number, regions: readonly RegionReading[]) => {
    const done = regions.filter(({ state }) => state === 'done').length;
    return regions.length < 2
      ? `${counted(keys, 'imported key')} found so far.`
      : `${counted(keys, 'imported key')} found so far. ${numeral(done)} of ${counted(regions.length, 'Region')} read.`;
  },
  read: (keys: number) => `All keys are read. ${counted(keys, 'imported key')}.`,
  throttled: 'AWS slows the reading down. It goes on, and nothing is left out.',
  perRegion: 'Progress of each Region',
  region: ({ state, listed: all, described, unreadable }: RegionReading): string => {
    const counts = `${numeral(described)} of ${counted(all, 'key')}`;
    const hidden = unreadable === 0 ? '' : `, ${numeral(unreadable)} not visible to you`;
    switch (state) {
      case 'waiting':
        return 'Waits';
      case 'reading':
        return all === 0 ? 'Reading' : `Read ${counts}${hidden}`;
      case 'done':
        return all === 0 ? 'Read, no keys' : `Read, ${counts}${hidden}`;
      case 'not-enabled':
        return 'Not enabled for this account';
      case 'failed':
        return 'Could not be read';
      case 'paused':
        return `Paused at ${counts}`;
      case 'stopped':
        return `Stopped at ${counts}`;
    }
  },
} as const;

export const gapWords = {
  failed: (count: number) => `${counted(count, 'Region')} could not be read`,
  asleep: (regions: readonly string[]) =>
    `${counted(regions.length, 'Region')} ${regions.length === 1 ? 'is' : 'are'} not enabled for this account: ${listed(regions)}.`,
  nameless: (regions: readonly string[]) =>
    `The aliases in ${listed(regions)} could not be read, so keys stand there with their IDs.`,
  hidden: (regions: readonly (readonly [region: string, count: number])[]) => {
    const all = regions.reduce((sum, [, count]) => sum + count, 0);
    const where = listed(regions.map(([region, count]) => `${numeral(count)} in ${region}`));
    return all === 1
      ? `One key is not visible to you (${where}). You may not describe it, so AWS does not say whether it is an imported key. It stands last in the list.`
      : `${numeral(all)} keys are not visible to you (${where}). You may not describe them, so AWS does not say whether they are imported keys. They stand last in the list.`;
  },
  paused: {
    title: 'Your sign-in has ended',
    text: (asOf: string) => `The list is as of ${asOf}. Sign in again, and reading goes on where it stopped.`,
    signIn: 'Sign in again',
  },
  clock: {
    title: 'The clock of this computer is wrong',
    text: 'The days left are counted by the time that AWS has.',
  },
} as const;

export const filterWords = {
  label: 'Find keys',
  placeholder: 'Name, ID, Region, account or state',
  clear: 'Clear the filter',
  quick: 'Which keys',
  all: 'All keys',
  attention: 'Needs attention',
  expiring: 'Expires within 30 days',
  unfinished: 'Unfinished',
  deletion: 'Waiting for deletion',
  shown: (shown: number, all: number) =>
    shown === all ? counted(all, 'key') : `${numeral(shown)} of ${counted(all, 'key')}`,
  columns: 'Columns',
  columnsTitle: 'Columns to show',
} as const;

export const columnWords = {
  name: 'Name',
  state: 'State',
  expires: 'Expires',
  material: 'Material',
  receivers: 'Receivers',
  region: 'Region',
  created: 'Created',
} as const;

export const rowWords = {
  next: 'Next step',
  anybody: 'Anybody',
  noReceivers: 'None',
  receiversUnread: 'Not readable',
  notYet: 'Reading',
  more: (count: number) => `and ${numeral(count)} more`,
  primary: 'Multi-Region, primary',
  replica: 'Multi-Region, replica',
} as const;

/** A multi-Region key that has no alias in this Region, by that of another one. */
export const relatedName = (kind: 'primary' | 'replica', alias: string): string =>
  `${kind === 'primary' ? 'Primary' : 'Replica'} of ${alias}`;

export const pagesWords = {
  label: 'Pages of the list',
  previous: 'Previous page',
  next: 'Next page',
  page: (page: number, pages: number) => `Page ${numeral(page)} of ${numeral(pages)}`,
} as const;

export const mayNotList = {
  title: 'You may not list keys',
  text: 'AWS refused to list the keys of this account. Ask the person who manages IAM for these permissions, or open a key whose ARN you have.',
  statement: 'Permissions to ask for',
  copy: 'Copy the permissions',
  arn: 'ARN of a key',
  arnText: 'It begins with arn: and names the key itself, not its alias.',
  arnWrong: 'This is not the ARN of a key.',
  open: 'Open this key',
} as const;
