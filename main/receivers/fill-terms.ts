import { definedOnly } from '../shared/defined-only';
import { ok, type Result } from '../shared/result';
import { fillBlanks, type Filled } from './blanks';
import { foreignAccount } from './named-account';
import type { Own } from './statements/principals';
import type {
  ReceiverAnswers,
  ReceiverGrant,
  ReceiverStatement,
  ReceiverTerms,
  RoleTrust,
} from '../schemas/receiver';

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
  const role = definedOnly({ role: terms.trust && roleOf(terms.trust, filled.value) });
  const valuesOf = (name: string): readonly string[] => filled.value.get(name) ?? [];
  if (terms.access.by === 'grant') {
    return ok({ statements: [], accountId, grant: grantOf(terms.access.grant, filled.value) });
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

export function grantOf(
  { grantee, retiring = '', operations }: ReceiverGrant,
  filled: Filled,
): NonNullable<FilledTerms['grant']> {
  const [to = ''] = filled.get(grantee) ?? [];
  return { grantee: to, operations, ...definedOnly({ retiring: filled.get(retiring)?.[0] }) };
}

export function roleOf({ role, principal, externalId, permissions }: RoleTrust, filled: Filled): FilledRole {
  const typed = (name: string): string => filled.get(name)?.[0] ?? '';
  return { arn: typed(role), principal: typed(principal), externalId: typed(externalId), permissions };
}
