import { definedOnly } from '../../shared/defined-only';
import type { ReadStatement } from '../../shared/views/policy';
import { isMembers } from './members';
import { readConditions, type ReadCondition } from './read-conditions';
import { readPrincipals } from './read-principals';

/**
 * Reads the statements of any key policy, so that they can be put into sentences. A statement with anything in it that
 * is not understood comes back as its JSON: a sentence that leaves out a word of it would be a wrong one.
 *
 * @param document a key policy, parsed from JSON
 */
export function readPolicy(document: unknown): readonly ReadStatement[] {
  if (!isMembers(document) || document['Statement'] === undefined) return [unreadable(document)];
  if (Object.keys(document).some((name) => !['Version', 'Id', 'Statement'].includes(name))) {
    return [unreadable(document)];
  }
  return [document['Statement']].flat().map((statement) => readStatement(statement) ?? unreadable(statement));
}

/** The same for the text that AWS answers; what is no JSON is one statement that cannot be read. */
export function readPolicyText(text: string): readonly ReadStatement[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    document = text;
  }
  return readPolicy(document);
}

const unreadable = (statement: unknown): ReadStatement => ({
  sid: '',
  principals: [],
  actions: [],
  onlyForAwsResources: false,
  json: JSON.stringify(statement, undefined, 2).replace(/[^\n\x20-\x7e]/g, escaped),
});

// Nothing in it shall hide, or turn the text around.
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

const known = ['Sid', 'Effect', 'Principal', 'Action', 'NotAction', 'Resource', 'Condition'];

function readStatement(statement: unknown): ReadStatement | undefined {
  if (!isMembers(statement) || Object.keys(statement).some((name) => !known.includes(name))) return undefined;
  const { Sid: sid = '', Effect: effect, Action: action, NotAction: notAction } = statement;
  if (typeof sid !== 'string' || (effect !== 'Allow' && effect !== 'Deny')) return undefined;
  if ((action === undefined) === (notAction === undefined)) return undefined;
  const principals = readPrincipals(statement['Principal']);
  const actions = textsLike(action ?? notAction, /^(\*|[a-z0-9-]+:[a-z0-9*?]+)$/i);
  const resources = textsLike(
    statement['Resource'],
    /^(\*|arn:aws[a-z-]*:kms:[a-z0-9*?-]*:[\d*?]*:[a-z]+\/[A-Za-z0-9/_*?-]+)$/,
  );
  const conditions = readConditions(statement['Condition']);
  if (!principals || !actions || !resources || !conditions) return undefined;
  // Nothing at all would be left.
  if (notAction !== undefined && actions.some((name) => /^(\*|kms:\*)$/i.test(name))) return undefined;
  return {
    sid,
    principals,
    actions,
    ...apart(conditions),
    ...definedOnly({
      effect: effect === 'Deny' ? effect : undefined,
      allActionsBut: notAction === undefined ? undefined : (true as const),
      resources: resources.includes('*') ? undefined : resources,
    }),
  };
}

/** The condition that only AWS services get by a grant is told apart, because the console writes it. */
export function apart(conditions: readonly ReadCondition[]) {
  const others = conditions.filter(
    ({ operator, key, values }) =>
      !(operator === 'Bool' && key === 'kms:GrantIsForAWSResource' && values.join() === 'true'),
  );
  return {
    onlyForAwsResources: others.length < conditions.length,
    ...definedOnly({ conditions: others.length === 0 ? undefined : others }),
  };
}

function textsLike(value: unknown, pattern: RegExp): readonly string[] | undefined {
  const items: readonly unknown[] = [value].flat();
  const texts = items.filter((item): item is string => typeof item === 'string' && pattern.test(item));
  return texts.length > 0 && texts.length === items.length ? texts : undefined;
}
