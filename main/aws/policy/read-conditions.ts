import type { PolicyStatementView } from '../../shared/views/aws';
import { isMembers } from './members';

export type ReadCondition = NonNullable<PolicyStatementView['conditions']>[number];

/** What a value has to be, by the family of operators. */
const families: readonly (readonly [RegExp, (value: string) => boolean])[] = [
  [/^String(Not)?(Equals|Like|EqualsIgnoreCase)$/, () => true],
  [
    /^Numeric(NotEquals|Equals|LessThan|LessThanEquals|GreaterThan|GreaterThanEquals)$/,
    (value) => /^-?\d+(\.\d+)?$/.test(value),
  ],
  [
    /^Date(NotEquals|Equals|LessThan|LessThanEquals|GreaterThan|GreaterThanEquals)$/,
    // AWS also takes seconds since 1970, which nobody reads as a date.
    (value) =>
      /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value) &&
      Number.isFinite(Date.parse(value)),
  ],
  [/^(Not)?IpAddress$/, isNetwork],
  [/^Arn(Not)?(Equals|Like)$/, (value) => /^[^:]+(:[^:]*){4}:./.test(value)],
];
const truth = /^(true|false)$/;

/** Keys with several values at once. AWS takes an operator without a quantifier for them, and means something else. */
const severalValues = [
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:tagkeys',
  'aws:vpceorgpaths',
  'kms:encryptioncontextkeys',
  'kms:grantoperations',
  'kms:resourcealiases',
];

/**
 * Reads the Condition of a statement. All of what it returns must hold.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 *
 * @returns undefined if any of it is not understood.
 */
export function readConditions(condition: unknown): readonly ReadCondition[] | undefined {
  if (condition === undefined) return [];
  if (!isMembers(condition)) return undefined;
  const read = Object.entries(condition).flatMap(([operator, keys]) => {
    const pairs = isMembers(keys) ? Object.entries(keys) : [];
    return pairs.length === 0
      ? [undefined]
      : pairs.map(([key, values]) => readCondition(operator, key, [values].flat()));
  });
  const conditions = read.filter((one) => one !== undefined);
  return conditions.length === read.length ? conditions : undefined;
}

function readCondition(operator: string, key: string, given: readonly unknown[]): ReadCondition | undefined {
  const values = given.filter((value) => ['string', 'number', 'boolean'].includes(typeof value)).map(String);
  if (values.length === 0 || values.length !== given.length || !values.every(isPlain)) return undefined;
  if (!/^([a-z0-9-]+:[\w+=.@/:-]+|kms:EncryptionContext:.+)$/i.test(key) || !isPlain(key)) return undefined;
  return isUnderstood(operator, key, values) ? { operator, key, values } : undefined;
}

function isUnderstood(operator: string, key: string, values: readonly string[]): boolean {
  const [only = ''] = values;
  if (operator === 'Null') return values.length === 1 && truth.test(only);
  const [, quantifier, name = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  // What AWS does then is not written down.
  if (quantifier === 'ForAnyValue' && ifExists !== undefined) return false;
  if (quantifier === undefined && severalValues.includes(key.toLowerCase())) return false;
  if (name === 'Bool') return values.length === 1 && truth.test(only);
  const [, isValue] = families.find(([operators]) => operators.test(name)) ?? [];
  return isValue !== undefined && values.every(isValue);
}

/**
 * No policy variable, whose value nobody knows beforehand; and only the characters that KMS takes in a policy, without
 * those that cannot be seen.
 */
const isPlain = (text: string): boolean =>
  /^[\x20-\x7e\xa1-\xac\xae-\xff]*$/.test(text) && !text.includes('${');

const ipv4 = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;

/** 32 or 128; -1 for no IP address. `node:net` would tell, but the offline job loads no network module. */
function addressBits(address: string): number {
  if (ipv4.test(address)) return 32;
  // WHATWG URL: the host in brackets is an IPv6 address.
  return /^[\da-f:.]+$/i.test(address) && URL.canParse(`http://[${address}]`) ? 128 : -1;
}

function isNetwork(value: string): boolean {
  const [address = '', bits, ...more] = value.split('/');
  const most = addressBits(address);
  return (
    most > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}
