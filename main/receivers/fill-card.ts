import type { CardTerms, ReceiverAnswers, ReceiverBlank } from '../schemas/receiver';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { LeftOut, Unusual } from '../shared/views/statement';
import { fillBlanks, type Filled } from './blanks';
import { grantOf, roleOf, type FilledTerms } from './fill-terms';
import { foreignAccount, namedIn } from './named-account';
import { readStatement, type PastedStatement } from './statements/read-statement';
import type { Own } from './statements/principals';
import { parseStrictJson } from './strict-json';

interface FilledCard extends FilledTerms {
  /** Each of these has to be confirmed. */
  readonly unusual: readonly Unusual[];
  readonly skipped: readonly LeftOut[];
}

/**
 * Puts what the person typed into what a receiver card asks for. SECURITY: the statement is then read as if it had been
 * pasted, so neither the card nor what was typed can ask for more than a pasted one.
 *
 * Errors: card.badValue {field}; those of fillBlanks and of readStatement.
 */
export function fillCard(terms: CardTerms, answers: ReceiverAnswers, own: Own): Result<FilledCard> {
  const field = fieldAtFault(terms);
  if (field !== undefined) return err(localError('receiver', 'card.badValue', { field }));
  const filled = fillBlanks(terms.blanks, answers, own);
  if (!filled.ok) return filled;
  const read = readFilled(terms, filled.value, own);
  if (!read.ok) return read;
  const { statements, unusual, skipped } = read.value;
  const grant = terms.grant && grantOf(terms.grant, filled.value);
  const role = terms.trust && roleOf(terms.trust, filled.value);
  const named = [...namedIn(statements), grant?.grantee, role?.principal].filter((arn) => arn !== undefined);
  return ok({
    statements,
    skipped,
    unusual: [
      ...unusual,
      ...(grant?.operations.includes('CreateGrant') === true
        ? [{ sid: '', what: 'grants' as const, word: 'kms:CreateGrant' }]
        : []),
    ],
    accountId: foreignAccount(named, own),
    ...definedOnly({ grant, role }),
  });
}

/**
 * The field of a card whose blanks do not fit together: two of one name, one that is asked for and not used, or one
 * that is used and not asked for, or is of another kind than its place takes.
 */
function fieldAtFault({ blanks, statement, grant, trust }: CardTerms): string | undefined {
  const isOf = (name: string | undefined, ...kinds: readonly ReceiverBlank['kind'][]): boolean =>
    name === undefined || blanks.some((blank) => blank.name === name && kinds.includes(blank.kind));
  const used = [
    ...(statement === undefined ? [] : blanksIn(parseStrictJson(statement))),
    ...[grant?.grantee, grant?.retiring, trust?.role, trust?.principal, trust?.externalId],
  ].filter((name) => name !== undefined);
  if (new Set(blanks.map(({ name }) => name)).size < blanks.length) return 'blanks';
  if (blanks.some(({ name }) => !used.includes(name))) return 'blanks';
  if (used.some((name) => !blanks.some((blank) => blank.name === name))) return 'blanks';
  const people = ['role', 'user', 'role-or-user'] as const;
  if (grant && !(isOf(grant.grantee, ...people) && isOf(grant.retiring, ...people))) return 'grant';
  if (!trust) return undefined;
  const { role, principal, externalId } = trust;
  const fits = isOf(role, 'own-role') && isOf(principal, 'account', 'role') && isOf(externalId, 'text');
  return fits ? undefined : 'trust';
}

function blanksIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const name = blankOf(value);
  return name === undefined ? Object.values(value).flatMap(blanksIn) : [name];
}

/** `{ "blank": "tenant" }` stands in a statement for what the person types. */
function blankOf(value: object): string | undefined {
  const isBlank = Object.keys(value).join() === 'blank' && 'blank' in value;
  return isBlank && typeof value.blank === 'string' ? value.blank : undefined;
}

const nothing: PastedStatement = { statements: [], unusual: [], skipped: [] };

function readFilled({ blanks, statement }: CardTerms, filled: Filled, own: Own): Result<PastedStatement> {
  if (statement === undefined) return ok(nothing);
  const parsed = parseStrictJson(statement);
  if (!parsed.ok) return err(localError('receiver', 'receiver.statement', { reason: 'form' }));
  // Before the sign-in, the account of the person's own role is the only one that is known to be theirs.
  const ownRole = blanks.find(({ kind }) => kind === 'own-role')?.name ?? '';
  const [, ofRole] = /^arn:[^:]*:iam::(\d{12}):/.exec(filled.get(ownRole)?.[0] ?? '') ?? [];
  const accountId = own.accountId ?? ofRole;
  return readStatement(JSON.stringify(withAnswers(parsed.value, filled)), { ...own, accountId });
}

function withAnswers(value: unknown, filled: Filled, isCondition = false): unknown {
  if (Array.isArray(value)) return value.flatMap((item) => withAnswers(item, filled, isCondition));
  if (typeof value !== 'object' || value === null) return value;
  const typed = filled.get(blankOf(value) ?? '');
  // A condition names an account by its digits.
  if (typed)
    return isCondition ? typed.map((text) => text.replace(/^arn:[^:]*:iam::(\d{12}):root$/, '$1')) : typed;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => [
      member,
      withAnswers(inner, filled, isCondition || member === 'Condition'),
    ]),
  );
}
