import { parseArn } from '../aws/arn';
import { checkReceiverAccount } from '../aws/policy/check-receiver';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { foreignAccount } from './named-account';
import type { ReceiverAnswers, ReceiverBlank, ReceiverStatement, ReceiverTerms } from '../schemas/receiver';

/** The account that will own the key. */
interface Own {
  readonly accountId: string;
  readonly partition: string;
}

/** What was typed, in the form in which a policy has it. */
type Filled = ReadonlyMap<string, readonly string[]>;

/** The role in the person's own account that the receiver assumes. */
export interface FilledRole {
  readonly arn: string;
  /** The ARN of an account's root, or of a role, that may assume it. */
  readonly principal: string;
  readonly externalId: string;
  /** Whether it needs a policy of its own. */
  readonly permissions: boolean;
}

export interface FilledTerms {
  readonly statements: readonly ReceiverStatement[];
  /** The receiver's account; empty where nothing of what was typed names one but the person's own. */
  readonly accountId: string;
  /** Absent where the receiver assumes none. */
  readonly role?: FilledRole;
  /** ARNs, and operations as AWS names them; absent where no grant is asked for. */
  readonly grant?: {
    readonly grantee: string;
    readonly retiring?: string;
    readonly operations: readonly string[];
  };
}

/**
 * Puts what the person typed into the statements or the grant that a receiver asks for; one that joins the statements
 * of the console has neither. Nothing is added to what the terms ask for.
 *
 * Errors: receiver.account, receiver.ownAccount, receiver.blank {label, reason, own?, most?}.
 */
export function fillTerms(terms: ReceiverTerms, answers: ReceiverAnswers, own: Own): Result<FilledTerms> {
  const filled = fillBlanks(terms.blanks, answers, own);
  if (!filled.ok) return filled;
  const accountId = foreignAccount([...filled.value.values()].flat(), own);
  const role = definedOnly({ role: roleOf(terms, filled.value) });
  const valuesOf = (name: string): readonly string[] => filled.value.get(name) ?? [];
  if (terms.access.by === 'grant') {
    const { grantee, retiring = '', operations } = terms.access.grant;
    const [[to = ''], [back]] = [valuesOf(grantee), valuesOf(retiring)];
    return ok({
      statements: [],
      accountId,
      grant: { grantee: to, operations, ...definedOnly({ retiring: back }) },
    });
  }
  if (terms.access.by !== 'statements') return ok({ statements: [], accountId });
  return ok({
    accountId,
    ...role,
    statements: terms.access.statements.map(({ sid, principal, actions, conditions }) => ({
      sid,
      principals: principal === '*' ? ['*'] : valuesOf(principal),
      actions,
      conditions: conditions.map(({ operator, key, values }) => ({
        operator,
        key,
        values: values.flatMap((value) => ('is' in value ? [value.is] : valuesOf(value.blank))),
      })),
    })),
  });
}

function roleOf({ trust }: ReceiverTerms, filled: Filled): FilledRole | undefined {
  if (trust === undefined) return undefined;
  const { role, principal, externalId, permissions } = trust;
  const typed = (name: string): string => filled.get(name)?.[0] ?? '';
  return { arn: typed(role), principal: typed(principal), externalId: typed(externalId), permissions };
}

/** Errors: as fillTerms. @returns accounts as the ARN of their root, everything else as it was typed. */
function fillBlanks(blanks: readonly ReceiverBlank[], answers: ReceiverAnswers, own: Own): Result<Filled> {
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
  if ((arn.accountId === own.accountId) !== (blank.kind === 'own-role')) {
    return refuse(blank, blank.kind === 'own-role' ? 'elsewhere' : 'own', { own: own.accountId });
  }
  return ok(text);
}

const refuse = (
  { label }: ReceiverBlank,
  reason: string,
  facts: Readonly<Record<string, string | number>> = {},
): Result<never> => err(localError('receiver', 'receiver.blank', { label, reason, ...facts }));
