import type { ReceiverStatement } from '../../schemas/receiver';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { checkPolicySize } from '../check-key';
import { writtenStatement } from './key-policy';
import { samePolicy } from './same-policy';
import { spliceStatements } from './policy-splice';

export interface PolicyAddition {
  /** The whole policy, as it will be sent. */
  readonly text: string;
  /** The statements that were added, with the Sids that were free; none where the policy has them all. */
  readonly added: readonly ReceiverStatement[];
}

/**
 * Adds statements to the policy of a key that exists. What stands in it stays as AWS returned it, character by
 * character; what it says already, by another Sid or not, is not said twice.
 *
 * Errors: key.policyTooLarge, key.principal; policy.unreadable, where the text is not a policy that can be added to.
 *
 * @param policy JSON text, as AWS returned it.
 */
export function addStatements(
  policy: string,
  statements: readonly ReceiverStatement[],
): Result<PolicyAddition> {
  const before = read(policy);
  if (before === undefined) return unreadable();
  const missing = statements.filter(
    (statement) => !before.statements.some((there) => saysTheSame(there, statement)),
  );
  if (missing.length === 0) return ok({ text: policy, added: [] });
  const taken = new Set(before.statements.map(({ Sid }) => Sid));
  const added = missing.map((statement) => {
    const sid = freeSid(statement.sid, taken);
    taken.add(sid);
    return { ...statement, sid };
  });
  const written = added.map(writtenStatement);
  const text = spliceStatements(policy, written.map(laidOut));
  // SECURITY: whatever the splice did, what others wrote is still there, and nothing came with it that was not asked for.
  if (text === undefined || !isOnlyLonger(before.document, text, written)) return unreadable();
  const checked = checkPolicySize(text);
  return checked.ok ? ok({ text, added }) : checked;
}

type Members = Readonly<Record<string, unknown>>;

function read(
  policy: string,
): { readonly document: Members; readonly statements: readonly Members[] } | undefined {
  let document: unknown;
  try {
    document = JSON.parse(policy);
  } catch {
    return undefined;
  }
  if (!isMembers(document)) return undefined;
  const statements = [document['Statement']].flat();
  return statements.every(isMembers) ? { document, statements } : undefined;
}

function isOnlyLonger(before: Members, text: string, written: readonly unknown[]): boolean {
  const after = read(text);
  if (after === undefined) return false;
  const expected = { ...before, Statement: [...[before['Statement']].flat(), ...written] };
  return JSON.stringify(after.document) === JSON.stringify(expected);
}

/** A statement without its Sid, which means nothing. */
function saysTheSame(there: Members, wanted: ReceiverStatement): boolean {
  const alone = (statement: object): string => JSON.stringify({ Statement: [{ ...statement, Sid: '' }] });
  return samePolicy(alone(there), alone(writtenStatement(wanted)));
}

/** As AWS lays out what it returns, more or less: people read it beside that. */
const laidOut = (statement: object): string =>
  JSON.stringify(statement, undefined, 2).replaceAll('\n', '\n  ');

function freeSid(sid: string, taken: ReadonlySet<unknown>): string {
  if (!taken.has(sid)) return sid;
  let number = 2;
  while (taken.has(`${sid} ${number}`)) number += 1;
  return `${sid} ${number}`;
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unreadable = () => err(localError('run', 'policy.unreadable', undefined, 'check-first'));
