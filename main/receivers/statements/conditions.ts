import { parseArn } from '../../aws/arn';
import type { ReceiverStatement } from '../../schemas/receiver';
import { isMembers, Refused, textsOf } from './fault';
import { isExampleAccount, refuseBlanks } from './placeholders';
import type { Own } from './principals';

type Conditions = ReceiverStatement['conditions'];
type Condition = Conditions[number];

const operatorForm =
  /^(?:For(?:All|Any)Values?:)?(?:(?:String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)|Arn(?:Not)?(?:Equals|Like)|(?:Numeric|Date)(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Bool|BinaryEquals|(?:Not)?IpAddress)(?:IfExists)?|Null)$/;

/** @throws Refused form, operator, duplicate, tooMany, variable, placeholder */
export function readConditions(value: unknown): Conditions {
  if (value === undefined) return [];
  if (!isMembers(value)) throw new Refused('form', 'Condition');
  const all = Object.entries(value).flatMap(([operator, keys]) => {
    if (!operatorForm.test(operator)) throw new Refused('operator', operator);
    if (!isMembers(keys)) throw new Refused('form', operator);
    // SECURITY: AWS does not tell upper from lower case in keys, so these would be the same field twice.
    const names = Object.keys(keys).map((key) => key.toLowerCase());
    const twice = names.find((name, at) => names.indexOf(name) < at);
    if (twice !== undefined) throw new Refused('duplicate', twice);
    return Object.entries(keys).map(([key, values]) => readCondition(operator, key, values));
  });
  if (all.length > 10) throw new Refused('tooMany', 'Condition');
  return all;
}

function readCondition(operator: string, key: string, written: unknown): Condition {
  if (!/^[A-Za-z0-9-]+:[\x21-\x7e]+$/.test(key)) throw new Refused('form', key === '' ? operator : key);
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  // AWS takes `true` for "true".
  const asTexts = list.map((item) =>
    typeof item === 'boolean' || typeof item === 'number' ? String(item) : item,
  );
  const values = textsOf(asTexts, key, 20);
  for (const text of [key, ...values]) refuseBlanks(text);
  const isAccount = /^(?:kms:calleraccount|aws:(?:principal|source)account)$/i.test(key);
  const example = isAccount ? values.find(isExampleAccount) : undefined;
  if (example !== undefined) throw new Refused('placeholder', example);
  return { operator, key, values };
}

/** Holds as well where the request does not say the thing at all, or for everything but what is named. */
export const isLoose = ({ operator }: Condition): boolean => /IfExists$|Not|^Null$|^ForAll/.test(operator);

/**
 * Whether conditions bound `*` to callers that are named, each value by itself: an organization, an account, or people
 * of one account. Where a request comes from, or through which service, says nothing of whose it is; `aws:SourceAccount`
 * is there only when a service asks by itself.
 * Source: IAM User Guide, "AWS global condition context keys", Properties of the principal; AWS KMS Developer Guide,
 * kms:CallerAccount.
 */
export const bound = (conditions: Conditions, own: Own): boolean =>
  conditions.some((condition) => {
    const { operator, key, values } = condition;
    const boundBy = bounds[key.toLowerCase()];
    return boundBy?.by.test(operator) === true && values.every((value) => boundBy.to(value, own));
  });

// Set operators only where the key has several values: on others, AWS warns against them.
const text = /^String(?:Equals|Like)$/;
const account = (value: string): boolean => /^\d{12}$/.test(value);

const bounds: Readonly<
  Record<string, { readonly by: RegExp; readonly to: (value: string, own: Own) => boolean }>
> = {
  'aws:principalorgid': { by: text, to: (value) => /^o-[a-z0-9]{10,32}$/.test(value) },
  'aws:principalorgpaths': {
    by: /^ForAnyValue:String(?:Equals|Like)$/,
    to: (value) => /^o-[a-z0-9]{10,32}\/[a-z0-9/*-]*$/.test(value),
  },
  'aws:principalaccount': { by: text, to: account },
  'kms:calleraccount': { by: text, to: account },
  'aws:principalarn': {
    by: /^(?:StringEquals|StringLike|ArnEquals|ArnLike)$/,
    to: (value, { partition }) => {
      const arn = parseArn(value);
      return arn?.service === 'iam' && arn.partition === partition && arn.accountId !== '';
    },
  },
};

/** The account that `*` is bounded to, if it is the person's own as a whole. */
export const boundToOwn = (conditions: Conditions, own: Own): string | undefined =>
  conditions
    .filter(({ key }) => /^(?:kms:calleraccount|aws:principal(?:account|arn))$/i.test(key))
    .flatMap(({ values }) => values)
    .find((value) => value === own.accountId || wholeOwn(value, own));

function wholeOwn(value: string, { accountId }: Own): boolean {
  const arn = parseArn(value);
  return (
    arn !== undefined &&
    arn.accountId === accountId &&
    /^(?:root$|[^/]*\*|(?:role|user)\/\*)/.test(arn.resource)
  );
}
