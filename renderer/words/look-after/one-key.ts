import type { KeyRow, LastUse } from '../../../main/shared/views/keys';
import { counted, listed } from '../shell/counted';
import { bothInstants, localDay } from '../shell/instants';

export const keyPage = {
  back: 'Back to the keys',
  readAgain: 'Read again',
  reading: 'Reading the key',
  asOf: (instant: string) => `As of ${instant}.`,
  facts: 'The key',
  copyArn: 'Copy ARN',
  showJson: 'Show the key policy as JSON',
  copyJson: 'Copy the key policy',
  moreRegions: (regions: readonly string[]) =>
    `The same key is also in ${listed(regions)}. Each Region has a policy, grants, a state and an expiry of its own; what is said here holds for this one only.`,
  tagsUnread: 'The tags could not be read',
} as const;

export const factLabels = {
  arn: 'ARN',
  keyId: 'Key ID',
  aliases: 'Aliases',
  description: 'Description',
  region: 'Region',
  account: 'Account',
  keySpec: 'Key spec',
  created: 'Created',
  kind: 'Multi-Region',
  tags: 'Tags',
} as const;

export const kindWords = { primary: 'Primary key', replica: 'Replica key' } as const;

export const materialsPanel = {
  title: 'Key material',
  all: 'Every current and former material has to be there. If one of them expires or is deleted, the whole key stops, for new data as well.',
  one: 'If it expires or is deleted, the key stops for everybody.',
  notSymmetric:
    'AWS does not say more about the material of this kind of key. It has one material; its expiry stands above.',
  extending:
    'An expiry can only be moved by importing the same material again, so the copy is needed for that.',
  columns: {
    material: 'Material',
    there: 'At AWS',
    expires: 'Expires',
    from: 'In use since',
  },
  caption: 'Materials of the key',
  unread: 'The materials could not be read',
  roles: {
    CURRENT: 'Current',
    NON_CURRENT: 'Former',
    PENDING_ROTATION: 'Waiting',
    PENDING_MULTI_REGION_IMPORT_AND_ROTATION: 'Waiting for replicas',
  },
  roleTexts: {
    CURRENT: 'Encrypts and decrypts',
    NON_CURRENT: 'Decrypts older data',
    PENDING_ROTATION: 'Unused until the key is rotated',
    PENDING_MULTI_REGION_IMPORT_AND_ROTATION: 'Unused until every replica has it too',
  },
  there: 'There',
  missing: 'Missing',
  first: 'Expires first',
  none: 'The key never had material.',
  firstMaterial: 'First import',
  idLabel: 'Material ID',
  rotationsLeft: (left: number) => `${counted(left, 'rotation')} of 25 left in the life of the key.`,
} as const;

export const usersPanel = {
  title: 'Who may use it',
  receivers: 'Receivers',
  receiversText: (accounts: readonly string[]): string => {
    if (accounts.includes('*'))
      return 'The key policy names everybody; see its sentences for the conditions.';
    if (accounts.length === 0) return 'The key policy lets no other account use the key.';
    return `The key policy lets these accounts use the key: ${listed(accounts)}.`;
  },
  policy: 'Key policy',
  policyUnread: 'The key policy could not be read',
  blocking:
    'A statement of this policy has no action or no resource. Since August 2025 AWS refuses every change of such a policy until that statement is completed or removed.',
  grants: 'Grants',
  grantsText:
    'A grant lets somebody use the key beside the policy. It stays when its holder is removed from the policy, and it has no expiry.',
  noGrants: 'There are no grants.',
  grantsUnread: 'The grants could not be read',
  lastUse: 'Last use',
  lastUseUnread: 'The last use could not be read',
} as const;

export const historyPanel = {
  title: 'History',
  text: 'What AWS keeps of it, and what was done on this computer. CloudTrail of your account knows more.',
  none: 'AWS says nothing of its history.',
  created: 'The key was created.',
  rotated: (material: string) => `Rotated: the material ${material}… became the current one.`,
  here: 'Worked on with Keyferry on this computer.',
} as const;

export const grantWords = {
  /** @param who in words, as in a key policy; undefined where AWS does not say it */
  sentence: (who: string | undefined, operations: readonly string[]) =>
    `${who === undefined ? 'Somebody whom AWS does not name' : capital(who)} may use it for ${listed(operations)}.`,
  named: (name: string) => `Named “${name}”.`,
  constrained: 'Only with a certain encryption context, or for a certain source.',
  madeBy: (account: string) => `Made by account ${account}.`,
  madeAt: (instant: string) => `Made on ${localDay(new Date(instant))}.`,
  retiring: (who: string) => `${capital(who)} may give it back.`,
  ofService: 'Held by an AWS service: its data may become unreadable without the grant.',
} as const;

/** What is known of the last use, and how far that goes. */
export function lastUseWords({ trackedSince, last }: LastUse): readonly string[] {
  const since =
    trackedSince === undefined ? '' : ` AWS has watched since ${localDay(new Date(trackedSince))}.`;
  return [
    last === undefined
      ? `AWS knows of no use.${since} That does not mean that nobody needs the key.`
      : `${last.operation}, on ${bothInstants(new Date(last.at))}.${since}`,
    'AWS is up to an hour behind and counts this Region only. Keyferry’s own check counts as a use. Services that keep a data key in memory do not show.',
  ];
}

/** Name of the page: `alias/orders`, else the ID. */
export const keyTitle = ({ aliases, keyId }: Pick<KeyRow, 'aliases' | 'keyId'>): string =>
  aliases[0] === undefined ? keyId : `alias/${aliases[0]}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
