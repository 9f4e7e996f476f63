import type { BoundStatement, KeyAct } from '../../../main/shared/views/acts';
import { counted, listed } from '../shell/counted';
import type { ActWords } from './act-words';

type Naming = 'give-alias' | 'move-alias' | 'remove-alias';

export const labelWords: Readonly<Record<'relabel-key' | Naming, ActWords>> = {
  'relabel-key': {
    title: 'Change description and tags',
    text: 'What is written on the key. Nobody’s use changes, unless permissions go by a tag.',
    lead: 'Both are labels for people, bills and permissions. Encrypting and decrypting do not depend on them, unless a permission goes by a tag. Everybody who may read the key, and its log in CloudTrail, sees them: nothing secret belongs there.',
    running: 'Changing description and tags',
    done: (key) => `The labels of ${key} are as you wanted`,
    doneText: 'AWS answers the description and the tags as you wanted them.',
    job: 'Change the description and the tags of a key',
  },
  'give-alias': {
    title: 'Give a new alias',
    text: 'A name that no key has yet. Nothing that exists changes.',
    lead: 'The key can then be called by this alias as well as by its ID and its ARN. A key may have several aliases; each belongs to one key.',
    running: 'Giving the alias',
    done: (key) => `${key} has a new alias`,
    doneText: 'Those who may use the key can call it by the new alias.',
    job: 'Give a key an alias',
  },
  'move-alias': {
    title: 'Move alias',
    text: 'Brings an alias from another key to this one. Those who call by it get this key.',
    lead: 'Those who call by the alias use this key from then on: what they encrypt is encrypted with it. What was encrypted with the former key is still decrypted with that one, as AWS notes the key in the ciphertext, so keep it. Moving the alias back undoes this for new data.',
    running: 'Moving the alias',
    done: (key) => `An alias has come to ${key}`,
    doneText:
      'Those who call by the alias use this key now. The former key is still needed for what it encrypted.',
    job: 'Move an alias to a key',
  },
  'remove-alias': {
    title: 'Remove an alias',
    text: 'Those who call the key by it fail at once. The key lives on.',
    lead: 'Those who call the key by this alias fail at once; those who call it by its ID or its ARN notice nothing. The key and its data stay. Giving the alias again undoes this.',
    running: 'Removing the alias',
    done: (key) => `An alias of ${key} is removed`,
    doneText: 'Nobody can call the key by it any more. The key itself works as before.',
    job: 'Remove an alias of a key',
  },
};

export const relabelFields = {
  title: 'Description and tags',
  description: 'Description',
  descriptionText: 'Anybody who may describe the key reads it.',
  tags: 'Tags',
  tagsText: 'A tag is a name with a value, for example cost-center = 4711.',
  fixed: (tags: string) =>
    `These tags stay as they are, as AWS or Keyferry recognizes the key by them: ${tags}.`,
  nothing: 'Change the description or a tag first.',
  nameMissing: 'Each tag needs a name.',
} as const;

export const aliasFields = {
  title: 'The alias',
  own: (aliases: readonly string[]) =>
    aliases.length === 0 ? 'The key has no alias.' : `The key has ${listed(aliases.map(aliasText))}.`,
  newAlias: 'New alias',
  newAliasText: 'Letters, digits, / _ and -. Leave out alias/ in front.',
  newMissing: 'Type the new alias first.',
  choose: 'Alias',
  choosePlaceholder: 'Choose an alias',
  chooseMissing: 'Choose an alias first.',
  moveText:
    'Aliases of other keys in the same Region. Only a key of the same kind and usage can take one over.',
  noneOther: 'No other key in this Region has an alias.',
  noneOwn: 'The key has no alias that could be removed.',
  filter: 'Find an alias',
  noMatch: 'No alias fits.',
  ofKey: (keyId: string) => `Key ${keyId}`,
} as const;

const aliasText = (alias: string): string => `alias/${alias}`;

export const boundWords = {
  tags: {
    title: 'Permissions can go by tags',
    hit: 'A statement of the key policy goes by this change',
    none: 'No statement of the key policy goes by a tag.',
    text: 'Whom these statements let in, or keep out, can change with the tags. Make sure that you do not lock yourself out.',
    elsewhere:
      'Policies in IAM and rules of your organization can go by tags as well. Keyferry cannot read those: ask the person who manages IAM.',
  },
  aliases: {
    title: 'Permissions can go by aliases',
    hit: 'Statements of the key policy go by aliases',
    none: 'No statement of the key policy goes by an alias.',
    text: 'Whom these statements let in, or keep out, can change with the alias. Make sure that you do not lock yourself out.',
    elsewhere:
      'Policies in IAM and rules of your organization can go by aliases as well. Keyferry cannot read those: ask the person who manages IAM.',
  },
  regions: {
    title: 'The key policy and Regions',
    hit: 'Statements of the key policy go by a Region',
    none: 'No statement of the key policy goes by a Region.',
    text: 'The replica gets them word by word, so there they may let in nobody, or other callers than you expect. Read them, and change the policy of the replica afterwards where it is needed.',
    elsewhere: '',
  },
  unread: 'You may not read the key policy, so Keyferry cannot say whether it goes by them.',
  notAll: 'Part of the key policy could not be read. It may go by them too: read it on the page of the key.',
} as const;

/** `A statement of the key policy goes by this tag: statement 2, “Team” …`. */
export function boundText({ sid, number, denies, by }: BoundStatement): string {
  const name = sid === '' ? `Statement ${number}` : `Statement ${number}, “${sid}”`;
  const conditions = by.map(({ key, values }) => `${key} (${listed(values)})`);
  return `${name} ${denies ? 'denies' : 'allows'} by ${listed(conditions)}.`;
}

/** What is about to happen to the labels, in one sentence each. */
export function labelReview(act: Extract<KeyAct, { do: 'relabel-key' }>, name: string): string {
  const { description, set, removed } = act;
  const parts = [
    description === undefined
      ? ''
      : description === ''
        ? 'The description is removed.'
        : `The description becomes “${description}”.`,
    set.length === 0
      ? ''
      : `${counted(set.length, 'tag')} ${set.length === 1 ? 'is' : 'are'} set: ${listed(set.map(({ key, value }) => `${key} = ${value}`))}.`,
    removed.length === 0
      ? ''
      : `${counted(removed.length, 'tag')} ${removed.length === 1 ? 'is' : 'are'} removed: ${listed(removed)}.`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? `Nothing of ${name} is changed yet.` : `Of ${name}: ${parts.join(' ')}`;
}

export function aliasReview({ do: act, alias }: Extract<KeyAct, { do: Naming }>, name: string): string {
  if (alias === '') return 'Choose the alias first.';
  switch (act) {
    case 'give-alias':
      return `${name} can be called by ${aliasText(alias)} as well.`;
    case 'move-alias':
      return `${aliasText(alias)} leaves its key and belongs to this one, ${name}. Those who call by it use this key at once.`;
    case 'remove-alias':
      return `${aliasText(alias)} is removed from ${name}. Those who call by it fail at once.`;
  }
}
