import { listed } from '../shell/counted';
import type { ActWords } from './act-words';

export const replicaWords: ActWords = {
  title: 'Replicate to another Region',
  text: 'Makes the same key in another Region. Its key material has to be imported there as well.',
  lead: 'The replica has the same key ID and takes the same key material, so what is encrypted in one Region can be decrypted in the other. It works as soon as its key material is imported there: have the copy at hand. AWS bills it like another key. Deleting the replica undoes this.',
  running: 'Replicating the key',
  done: (key) => `${key} has a replica`,
  doneText: 'The replica exists, and waits for its key material. Nobody can use it before that is imported.',
  job: 'Replicate a key to another Region',
};

export const replicaFields = {
  title: 'The replica',
  region: 'Region of the replica',
  regionText: 'Where no key of the same ID is yet. The Region has to be enabled for the account.',
  regionMissing: 'Choose a Region first.',
  given: 'What it is given',
  policy: 'Key policy',
  policyText: 'The one of the primary key, word by word',
  receivers: 'Accounts that may use it',
  noReceivers: 'Only the key’s own account',
  everybody: 'Everybody, under the conditions of the key policy',
  description: 'Description',
  noDescription: 'None',
  tags: 'Tags',
  noTags: 'None',
  not: 'What it is not given',
  notText: 'Aliases and grants. Receivers who use the key by a grant need a new one for the replica.',
  later:
    'Later, each is changed on its own: policy, grants, aliases, tags, and the expiry of the key material.',
} as const;

export const replicaReview = (to: string, name: string): string =>
  to === ''
    ? 'Choose the Region first.'
    : `A replica of ${name} is made in ${to}, with the key policy, the description and the tags of the primary key. It cannot be used before the key material is imported there.`;

export const replicaDone = {
  next: 'Import the material into the replica',
  nextText: (region: string) =>
    `The replica in ${region} waits for its key material. Import every material that the key has, from its copy; a key that was rotated has several.`,
  nextButton: 'Import the material there',
} as const;

export const receiversOf = (accounts: readonly string[]): string =>
  accounts.includes('*')
    ? replicaFields.everybody
    : accounts.length === 0
      ? replicaFields.noReceivers
      : listed(accounts);
