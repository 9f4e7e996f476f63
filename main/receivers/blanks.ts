import { parseArn } from '../aws/arn';
import { checkReceiverAccount } from '../aws/policy/check-receiver';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { ReceiverAnswers, ReceiverBlank } from '../schemas/receiver';
import type { Own } from './statements/principals';

/** What was typed, in the form in which a policy has it. */
export type Filled = ReadonlyMap<string, readonly string[]>;

/**
 * Reads what the person typed.
 *
 * Errors: receiver.account, receiver.ownAccount, receiver.blank {label, reason, own?, most?}.
 *
 * @returns accounts as the ARN of their root, everything else as it was typed
 */
export function fillBlanks(
  blanks: readonly ReceiverBlank[],
  answers: ReceiverAnswers,
  own: Own,
): Result<Filled> {
  const filled = new Map<string, readonly string[]>();
  for (const blank of blanks) {
    const typed = (answers[blank.name] ?? []).map((text) => text.trim()).filter((text) => text !== '');
    if (typed.length === 0) return refuse(blank, 'missing');
    if (typed.length > (blank.most ?? 1)) return refuse(blank, 'many', { most: blank.most ?? 1 });
    const values: string[] = [];
    for (const text of typed) {
      const value = readBlank(blank, text, own);
      if (!value.ok) return value;
      values.push(value.value);
    }
    filled.set(blank.name, values);
  }
  return ok(filled);
}

function readBlank(blank: ReceiverBlank, text: string, own: Own): Result<string> {
  if (blank.kind === 'text') {
    // SECURITY: a wildcard or a policy variable in a condition would let more in than what was typed.
    if (/[*?]|\$\{/.test(text)) return refuse(blank, 'wildcard');
    return /^[\x20-\x7e]{1,256}$/.test(text) ? ok(text) : refuse(blank, 'characters');
  }
  if (blank.kind === 'account') {
    const account = checkReceiverAccount(text, own);
    return account.ok ? ok(`arn:${own.partition}:iam::${account.value}:root`) : account;
  }
  return readPrincipal(blank, text, own);
}

const resources = {
  role: /^role\/([\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/,
  user: /^user\/([\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/,
} as const;

function readPrincipal(blank: ReceiverBlank, text: string, own: Own): Result<string> {
  const arn = parseArn(text);
  if (arn?.service !== 'iam' || arn.accountId === '') return refuse(blank, 'arn');
  if (/[*?]/.test(arn.resource)) return refuse(blank, 'wildcard');
  if (arn.partition !== own.partition) return refuse(blank, 'partition', { partition: arn.partition });
  const isRole = resources.role.test(arn.resource);
  const isUser = resources.user.test(arn.resource);
  const isKind = blank.kind === 'user' ? isUser : isRole || (blank.kind === 'role-or-user' && isUser);
  if (!isKind) return refuse(blank, blank.kind);
  const { accountId } = own;
  if (accountId !== undefined && (arn.accountId === accountId) !== (blank.kind === 'own-role')) {
    return refuse(blank, blank.kind === 'own-role' ? 'elsewhere' : 'own', { own: accountId });
  }
  return ok(text);
}

const refuse = (
  { label }: ReceiverBlank,
  reason: string,
  facts: Readonly<Record<string, string | number>> = {},
): Result<never> => err(localError('receiver', 'receiver.blank', { label, reason, ...facts }));
