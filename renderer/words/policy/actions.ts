import {
  administratorActions,
  grantActions,
  replicaAdministratorActions,
  useActions,
} from '../../../main/shared/kms-words';
import type { ReadStatement } from '../../../main/shared/views/policy';

const manage =
  'manage the key: change its policy, aliases, description and tags, make and revoke grants, switch it on and off, import and delete its key material, ';

/** Sets of actions that the console gives together, in one phrase that says all of them. */
const together: readonly (readonly [readonly string[], string])[] = [
  [useActions, 'encrypt and decrypt with the key, make data keys with it, and see its details'],
  [grantActions, 'make, list and revoke grants, which let others use the key'],
  [administratorActions, `${manage}rotate it, and schedule its deletion`],
  [replicaAdministratorActions, `${manage}replicate it to other Regions, and schedule its deletion`],
];

/** What the statement is about: `These may ` goes before it. */
export function allowedWords(statement: ReadStatement): string {
  const { actions, allActionsBut } = statement;
  const phrase = allActionsBut ? undefined : together.find(([set]) => areSame(set, actions))?.[1];
  if (phrase !== undefined) return phrase;
  return isEverything(statement) ? `do ${objectWords(statement)}` : `use ${objectWords(statement)}`;
}

/** The console's last statement, with its condition. */
export function lettingServicesIn({ effect, actions, allActionsBut, onlyForAwsResources }: ReadStatement) {
  if (effect !== undefined || allActionsBut || !onlyForAwsResources) return undefined;
  return areSame(grantActions, actions)
    ? 'let AWS services use the key for data that they store, and list and revoke such grants'
    : undefined;
}

/** The same as an object: `everything with the key`, `Encrypt and Decrypt on the key`. */
export function objectWords(statement: ReadStatement): string {
  const { actions, allActionsBut } = statement;
  if (!isEverything(statement)) return `${listed(actions)} on the key`;
  return `everything with the key${allActionsBut ? ` except ${listed(actions)}` : ''}`;
}

function isEverything({ actions, allActionsBut }: ReadStatement): boolean {
  return allActionsBut === true || actions.some((action) => /^(\*|kms:\*)$/i.test(action));
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.every((item) => other.includes(item)) && other.every((item) => one.includes(item));
}

/** Names first, and patterns of a kind together, so that no name is taken for a part of a pattern. */
function listed(actions: readonly string[]): string {
  const names = actions.map((action) => action.replace(/^kms:/i, ''));
  const starts = names.flatMap((name) => /^(\w+)\*$/.exec(name)?.[1] ?? []);
  const patterns = names.filter((name) => /[*?]/.test(name) && !/^\w+\*$/.test(name));
  const items = [
    ...names.filter((name) => !/[*?]/.test(name)),
    ...(starts.length === 0 ? [] : [`all actions that begin with ${starts.join(' or ')}`]),
    ...(patterns.length === 0
      ? []
      : [`all actions like ${patterns.map((name) => `“${name}”`).join(' or ')}`]),
  ];
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
