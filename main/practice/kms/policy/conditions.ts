import { isLike, isMembers, listOf, type Members } from './document';
import { all, unclear, type Judged } from './judged';

/** The values of a key of the request; undefined where it has none, `unknown` where practice cannot tell. */
export type ContextOf = (key: string) => readonly string[] | 'unknown' | undefined;

type Test = (value: string, wanted: string) => boolean;

const numbers =
  (holds: (value: number, wanted: number) => boolean): Test =>
  (value, wanted) =>
    holds(Number(value), Number(wanted));
const dates =
  (holds: (value: number, wanted: number) => boolean): Test =>
  (value, wanted) =>
    holds(Date.parse(value), Date.parse(wanted));
const ignoringCase: Test = (value, wanted) => value.toLowerCase() === wanted.toLowerCase();

function isArnLike(value: string, wanted: string): boolean {
  const [parts, patterns] = [sectionsOf(value), sectionsOf(wanted)];
  return parts.length === 6 && patterns.length === 6 && patterns.every((p, at) => isLike(parts[at] ?? '', p));
}

function sectionsOf(arn: string): readonly string[] {
  const sections = arn.split(':');
  return [...sections.slice(0, 5), ...(sections.length > 5 ? [sections.slice(5).join(':')] : [])];
}

/**
 * By name. Each operator with `Not` is the opposite of the one without it. There are none for addresses, because a
 * request to the practice AWS comes from no address.
 */
const tests: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['StringEquals', (value, wanted) => value === wanted],
  ['StringEqualsIgnoreCase', ignoringCase],
  ['StringLike', isLike],
  ['NumericEquals', numbers((value, wanted) => value === wanted)],
  ['NumericLessThan', numbers((value, wanted) => value < wanted)],
  ['NumericLessThanEquals', numbers((value, wanted) => value <= wanted)],
  ['NumericGreaterThan', numbers((value, wanted) => value > wanted)],
  ['NumericGreaterThanEquals', numbers((value, wanted) => value >= wanted)],
  ['DateEquals', dates((value, wanted) => value === wanted)],
  ['DateLessThan', dates((value, wanted) => value < wanted)],
  ['DateLessThanEquals', dates((value, wanted) => value <= wanted)],
  ['DateGreaterThan', dates((value, wanted) => value > wanted)],
  ['DateGreaterThanEquals', dates((value, wanted) => value >= wanted)],
  ['Bool', ignoringCase],
  ['ArnEquals', isArnLike],
  ['ArnLike', isArnLike],
]);

/**
 * Judges the Condition of a statement: each key of each operator must hold, by any one of its values.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Single-valued vs. multivalued context
 * keys".
 */
export function conditionsHold(condition: unknown, contextOf: ContextOf): Judged {
  if (condition === undefined) return true;
  if (!isMembers(condition)) return unclear('Condition');
  return all(
    Object.entries(condition).flatMap(([operator, keys]) =>
      isMembers(keys) ? keysHold(operator, keys, contextOf) : [unclear(operator)],
    ),
  );
}

function keysHold(operator: string, keys: Members, contextOf: ContextOf): readonly Judged[] {
  return Object.entries(keys).map(([key, wanted]) => {
    const values = contextOf(key.toLowerCase());
    if (values === 'unknown') return unclear(key);
    const texts = listOf(wanted).map(String);
    if (texts.some((text) => text.includes('${'))) return unclear(`a policy variable at ${key}`);
    if (operator === 'Null') return texts.some((text) => (text === 'true') === (values === undefined));
    return holds(operator, values, texts) ?? unclear(`${operator} of ${key}`);
  });
}

/** @returns undefined where practice does not know the operator, or what its values mean. */
function holds(
  operator: string,
  values: readonly string[] | undefined,
  wanted: readonly string[],
): boolean | undefined {
  const [, quantifier, name = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const test = tests.get(name.replace('Not', ''));
  // What ForAnyValue and IfExists mean together is not written down.
  if (test === undefined || (quantifier === 'ForAnyValue' && ifExists !== undefined)) return undefined;
  if (![...wanted, ...(values ?? [])].every((value) => isReadable(name, value))) return undefined;
  const isNegated = name.includes('Not');
  const one = (value: string): boolean => wanted.some((text) => test(value, text)) !== isNegated;
  if (quantifier === 'ForAnyValue') return (values ?? []).some(one);
  if (quantifier === 'ForAllValues') return (values ?? []).every(one);
  if (values === undefined) return isNegated || ifExists !== undefined;
  const [only] = values;
  // Several values need a quantifier.
  return values.length === 1 && only !== undefined ? one(only) : undefined;
}

function isReadable(operator: string, value: string): boolean {
  if (operator.startsWith('Numeric')) return value !== '' && Number.isFinite(Number(value));
  // AWS also takes seconds since 1970, which Date.parse would take for a year.
  if (operator.startsWith('Date')) return /^\d{4}-/.test(value) && Number.isFinite(Date.parse(value));
  return true;
}
