import type { PolicyStatementView } from '../../../main/shared/views/aws';

type Condition = NonNullable<PolicyStatementView['conditions']>[number];

/** What an operator says of a value, and what its opposite says if it has one. */
const said: ReadonlyMap<string, readonly [string, string?]> = new Map<string, readonly [string, string?]>([
  ['StringEquals', ['is', 'is not']],
  ['StringEqualsIgnoreCase', ['is, in capital or small letters,', 'is not, in capital or small letters,']],
  ['StringLike', ['matches', 'does not match']],
  ['NumericEquals', ['equals', 'does not equal']],
  ['NumericLessThan', ['is less than']],
  ['NumericLessThanEquals', ['is at most']],
  ['NumericGreaterThan', ['is more than']],
  ['NumericGreaterThanEquals', ['is at least']],
  ['DateEquals', ['is exactly', 'is not exactly']],
  ['DateLessThan', ['is before']],
  ['DateLessThanEquals', ['is not after']],
  ['DateGreaterThan', ['is after']],
  ['DateGreaterThanEquals', ['is not before']],
  ['Bool', ['is']],
  ['IpAddress', ['is inside', 'is not inside']],
  ['ArnEquals', ['is an ARN like', 'is not an ARN like']],
  ['ArnLike', ['is an ARN like', 'is not an ARN like']],
]);

/** What a key stands for, where AWS’s name for it does not say it to an administrator. */
const meanings: Readonly<Record<string, string>> = {
  'aws:CurrentTime': 'the time of the request',
  'aws:PrincipalArn': 'the ARN of the caller',
  'aws:PrincipalAccount': 'the account of the caller',
  'aws:PrincipalOrgID': 'the AWS organisation of the caller',
  'aws:PrincipalOrgPaths': 'the place of the caller in its AWS organisation',
  'aws:SourceIp': 'the IP address of the caller',
  'kms:CallerAccount': 'the account of the caller',
  'kms:ViaService': 'the AWS service through which the request comes',
};

/** One condition as a sentence: all that it says, and what AWS makes of a request that does not have the value. */
export function conditionSentence({ operator, key, values }: Condition): string {
  const subject = subjectWords(key);
  if (operator === 'Null') return `Only if ${subject} is ${values[0] === 'true' ? 'not given' : 'given'}.`;
  const [, quantifier, name = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const [is, isNot] = said.get(name.replace('Not', '')) ?? [];
  const isNegated = name.includes('Not');
  const notes = wildcardNotes(name.replace('Not', ''), values);
  const yes = `${is} ${among('one', values)}${notes}`;
  const no = `${isNot} ${among('any', values)}${notes}`;
  // Nothing is claimed of an operator that is not known.
  if (is === undefined || (isNegated && isNot === undefined)) {
    return `Only if ${operator} holds for ${subject} and ${among('one', values)}.`;
  }
  if (quantifier === 'ForAnyValue') return `Only if ${subject} has a value that ${isNegated ? no : yes}.`;
  if (quantifier === 'ForAllValues') {
    return `Only if ${isNegated ? 'no' : 'every'} value of ${subject} ${yes}, or if none is given.`;
  }
  const orNone = isNegated || ifExists !== undefined ? ', or if it is not given' : '';
  return `Only if ${subject} ${isNegated ? no : yes}${orNone}.`;
}

export const forAwsServicesOnly =
  'Only for grants to AWS services that use the key for this identity (kms:GrantIsForAWSResource is true).';

/** The statement counts for no other key. */
export function resourceSentence(arns: readonly string[]): string {
  return `Only if the ARN of the key matches ${among('one', arns)}${wildcardNotes('StringLike', arns)}.`;
}

function subjectWords(key: string): string {
  const context = /^kms:EncryptionContext:(.+)$/i.exec(key)?.[1];
  if (context !== undefined) return `the value of “${context}” in the encryption context`;
  const meaning = meanings[key];
  return meaning === undefined ? key : `${meaning} (${key})`;
}

function among(one: 'one' | 'any', values: readonly string[]): string {
  const quoted = values.map((value) => `“${value}”`).join(', ');
  return values.length === 1 ? quoted : `${one} of ${quoted}`;
}

function wildcardNotes(operator: string, values: readonly string[]): string {
  if (!['StringLike', 'ArnLike', 'ArnEquals'].includes(operator)) return '';
  const any = values.some((value) => value.includes('*')) ? [' (* stands for any text)'] : [];
  const one = values.some((value) => value.includes('?')) ? [' (? stands for any one character)'] : [];
  return [...any, ...one].join('');
}
