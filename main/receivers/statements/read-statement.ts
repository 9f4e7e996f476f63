import type { ReceiverStatement } from '../../schemas/receiver';
import { localError } from '../../shared/errors';
import { limits } from '../../shared/limits';
import { consoleSids } from '../../shared/kms-words';
import { err, ok, type Result } from '../../shared/result';
import type { LeftOut, Unusual } from '../../shared/views/statement';
import { shown } from '../shown';
import { allows, readActions, unusualAction } from './actions';
import { bound, boundToOwn, isLoose, readConditions } from './conditions';
import { isMembers, Refused, textsOf, type Members } from './fault';
import { pastedJson } from './pasted-json';
import { isPlaceholder } from './placeholders';
import { namedBy, ownRoot, readPrincipals, type Own } from './principals';

export interface PastedStatement {
  readonly statements: readonly ReceiverStatement[];
  readonly unusual: readonly Unusual[];
  readonly skipped: readonly LeftOut[];
}

/**
 * Reads what a receiver printed: a statement, several, or a whole policy, as it came from a page or a mail. SECURITY:
 * what no receiver may have is refused, and never left out in silence: a statement is taken as a whole or not at all.
 *
 * Errors: receiver.statement {reason, word?}, where the reason is a `FaultReason`.
 */
export function readStatement(text: string, own: Own): Result<PastedStatement> {
  try {
    return ok(read(text, own));
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    const { reason, word } = cause.fault;
    const facts = { reason, ...(word === undefined ? {} : { word: shown(word, 120) }) };
    return err(localError('receiver', 'receiver.statement', facts));
  }
}

function read(text: string, own: Own): PastedStatement {
  if (new TextEncoder().encode(text).length > limits.maxStatementChars) throw new Refused('tooLong');
  const { values, hasOther } = pastedJson(text);
  const written = values.flatMap(statementsIn);
  if (written.length === 0) throw new Refused('nothing');
  const statements: ReceiverStatement[] = [];
  const unusual: Unusual[] = [];
  const skipped: LeftOut[] = hasOther ? [{ sid: '', what: 'text', word: '' }] : [];
  for (const members of written) {
    refuseOddCharacters(members);
    const left = ofOwnAccount(members, own);
    if (left !== undefined) {
      skipped.push(left);
      continue;
    }
    const statement = readOne(members, own, statements);
    const { sid } = statement;
    const named = members['Sid'];
    if (typeof named === 'string' && named !== '' && named !== sid) {
      skipped.push({ sid, what: 'sid', word: named });
    }
    const word = otherResource(members['Resource'], own);
    if (word !== undefined) skipped.push({ sid, what: 'resource', word: shown(word, 120) });
    statements.push(statement);
    unusual.push(...unusualIn(statement, own));
  }
  if (statements.length === 0) {
    // All that there is would be let through by a guess.
    const isGuess = skipped.some(({ what }) => what === 'perhapsOwn');
    throw isGuess ? new Refused('everything', 'kms:*') : new Refused('onlyOwn');
  }
  return { statements, unusual, skipped };
}

function statementsIn(value: unknown): readonly Members[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((item): readonly Members[] => {
    if (!isMembers(item)) throw new Refused('form', typeof item === 'string' ? item : undefined);
    if (!('Statement' in item)) return [item];
    refuseOthers(item, ['Version', 'Id', 'Statement']);
    const inner: readonly unknown[] = Array.isArray(item['Statement'])
      ? item['Statement']
      : [item['Statement']];
    return inner.map((statement) => {
      if (!isMembers(statement)) throw new Refused('form', 'Statement');
      return statement;
    });
  });
}

// SECURITY: a letter that looks like another one would name somebody else than the person reads.
function refuseOddCharacters(value: unknown): void {
  if (typeof value === 'string') {
    if (!/^[\x20-\x7e]*$/.test(value)) throw new Refused('characters', value);
    if (value.length > 2048) throw new Refused('tooLong', value);
  } else if (Array.isArray(value)) {
    value.forEach(refuseOddCharacters);
  } else if (isMembers(value)) {
    Object.entries(value).flat().forEach(refuseOddCharacters);
  }
}

function refuseOthers(members: Members, known: readonly string[]): void {
  const other = Object.keys(members).find((member) => !known.includes(member));
  if (other !== undefined) throw new Refused('member', other);
}

/** "Enable IAM User Permissions": the account's own statement, which a whole policy begins with. */
function ofOwnAccount(members: Members, own: Own): LeftOut | undefined {
  const { Sid, Effect, Principal, Action, Condition } = members;
  const isWhole = Effect === 'Allow' && Condition === undefined && [Action].flat().join() === 'kms:*';
  if (!isWhole || !isMembers(Principal)) return undefined;
  const whose = ownRoot(namedBy(Principal), own);
  const sid = shown(typeof Sid === 'string' ? Sid : '');
  if (whose === 'own') return { sid, what: 'ownAccount', word: 'kms:*' };
  return whose && { sid, what: 'perhapsOwn', word: whose.perhaps };
}

function readOne(members: Members, own: Own, before: readonly ReceiverStatement[]): ReceiverStatement {
  for (const member of Object.keys(members)) {
    if (/^Not(?:Principal|Action|Resource)$/.test(member)) throw new Refused('not', member);
  }
  refuseOthers(members, ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition']);
  for (const member of ['Effect', 'Principal', 'Action', 'Resource']) {
    if (members[member] === undefined) throw new Refused('missing', member);
  }
  const { Sid, Effect, Principal, Action, Condition } = members;
  if (Effect !== 'Allow') throw new Refused('effect', typeof Effect === 'string' ? Effect : 'Effect');
  const principals = readPrincipals(Principal, own);
  const actions = readActions(Action);
  const conditions = readConditions(Condition);
  if (principals.includes('*')) {
    if (!bound(conditions, own)) throw new Refused('unbounded', '*');
    const mine = boundToOwn(conditions, own);
    if (mine !== undefined) throw new Refused('own', mine);
  }
  return { sid: freeSid(readSid(Sid, before.length), before), principals, actions, conditions };
}

/** The Sid of a key policy may have spaces, and AWS's own have dashes. */
function readSid(sid: unknown, before: number): string {
  if (sid === undefined || sid === '') {
    return before === 0 ? 'Allow use by the receiver' : `Allow use by the receiver ${String(before + 1)}`;
  }
  if (typeof sid !== 'string' || !/^[A-Za-z0-9 _-]{1,128}$/.test(sid)) {
    throw new Refused('sid', typeof sid === 'string' ? sid : 'Sid');
  }
  return sid;
}

/** Guides print the console's own Sids, under which the policy has statements of Keyferry; AWS takes each name once. */
function freeSid(sid: string, before: readonly ReceiverStatement[]): string {
  const taken: readonly string[] = [...Object.values(consoleSids), ...before.map((other) => other.sid)];
  const renamed = `${sid.slice(0, 110)} - receiver`;
  const numbered = taken.map((_, at) => `${renamed} ${String(at + 2)}`);
  return [sid, renamed, ...numbered].find((name) => !taken.includes(name)) ?? sid;
}

/** @returns the first resource that is not `*`: it is a key, and the new key takes its place. */
function otherResource(value: unknown, own: Own): string | undefined {
  const named = textsOf(value, 'Resource', 20).filter((resource) => resource !== '*');
  for (const resource of named) {
    const [, partition] = /^arn:([a-z-]+):kms:[^:]*:[^:]*:key\/[^/]+$/.exec(resource) ?? [];
    const isBlank = isPlaceholder(resource) && !resource.includes(':');
    if (partition === undefined && !isBlank) throw new Refused('resource', resource);
    if (partition !== undefined && partition !== own.partition) throw new Refused('partition', resource);
  }
  return named[0];
}

function unusualIn(
  { sid, principals, actions, conditions }: ReceiverStatement,
  own: Own,
): readonly Unusual[] {
  const onlyForAws = conditions.some(
    ({ operator, key, values }) =>
      operator === 'Bool' && key.toLowerCase() === 'kms:grantisforawsresource' && values.join() === 'true',
  );
  const grants = ['kms:CreateGrant', 'kms:RevokeGrant'].filter((action) => allows(actions, action));
  const found: readonly (Omit<Unusual, 'sid'> | undefined)[] = [
    ...(onlyForAws ? [] : grants.map((word) => ({ what: 'grants' as const, word }))),
    ...(principals.includes('*') ? [{ what: 'anybody' as const, word: '*' }] : []),
    ...principals
      .filter((arn) => own.accountId !== undefined && arn.includes(`:${own.accountId}:`))
      .map((word) => ({ what: 'ownPrincipal' as const, word })),
    ...conditions
      .filter(isLoose)
      .map(({ operator, key }) => ({ what: 'looseCondition' as const, word: `${operator} ${key}` })),
    ...actions.map((word) => {
      const what = unusualAction(word);
      return what && { what, word };
    }),
  ];
  return found.flatMap((one) => (one ? [{ sid, ...one }] : []));
}
