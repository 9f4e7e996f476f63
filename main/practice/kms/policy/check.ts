import { refuse } from '../../aws-fault';
import { partitionOf } from '../../identities';
import type { Call } from '../../world';
import { decide, type PolicyRequest } from './decide';
import { isMembers, listOf, textsOf, type Members } from './document';

const malformed = (detail: string): never => refuse('MalformedPolicyDocumentException', detail);

/**
 * Checks a key policy as KMS does: its form, that its principals exist, and that the caller can still change it. Since
 * August 2025 a statement without Action or Resource is refused as well.
 * Source: AWS KMS Developer Guide, "Key policies", and AWS's notice to its customers; the texts about principals and
 * about the caller were recorded from AWS.
 *
 * @param next the PutKeyPolicy by which the caller would change it again, unless that is not to be checked
 * @throws AwsFault MalformedPolicyDocumentException
 */
export function checkPolicy(call: Call, document: unknown, next: PolicyRequest | 'unchecked'): void {
  if (!isMembers(document)) malformed('Policy is not a JSON object');
  // The guard above throws for anything else, but its type cannot say so.
  const policy = document as Members;
  const version = policy['Version'];
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') {
    malformed('Policy contains an invalid version');
  }
  const statements = listOf(policy['Statement']).filter(isMembers);
  if (statements.length === 0 || statements.length !== listOf(policy['Statement']).length) {
    malformed('Policy contains no valid statement');
  }
  for (const statement of statements) checkStatement(call, statement);
  if (next !== 'unchecked') checkLockout(decide(statements, next));
}

function checkStatement(call: Call, statement: Members): void {
  if (statement['Effect'] !== 'Allow' && statement['Effect'] !== 'Deny') {
    malformed('Policy statement must have an Effect of Allow or Deny');
  }
  for (const [member, opposite] of [
    ['Action', 'NotAction'],
    ['Resource', 'NotResource'],
  ] as const) {
    if (textsOf(statement[member] ?? statement[opposite]).length === 0) {
      malformed(`Policy statement must contain ${member} or ${opposite}`);
    }
  }
  const principal = statement['Principal'] ?? statement['NotPrincipal'];
  if (principal === undefined) malformed('Policy statement must contain principals');
  if (principal !== '*' && !(isMembers(principal) && areValid(call, principal))) {
    malformed('Policy contains a statement with one or more invalid principals.');
  }
  const { Condition: condition } = statement;
  if (condition !== undefined && !(isMembers(condition) && Object.values(condition).every(isMembers))) {
    malformed('Policy statement must have a Condition of operators and keys');
  }
}

const principalKinds = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** Whether each kind names somebody. Services, federations and canonical IDs are not looked up. */
function areValid(call: Call, principal: Members): boolean {
  const kinds = Object.entries(principal);
  return (
    kinds.length > 0 &&
    kinds.every(([kind, given]) => {
      const names = textsOf(given);
      return (
        principalKinds.includes(kind) &&
        names.length > 0 &&
        names.length === listOf(given).length &&
        (kind !== 'AWS' || names.every((name) => exists(call, name)))
      );
    })
  );
}

export function exists({ world, store }: Call, name: string): boolean {
  if (name === '*') return true;
  const { unknownAccounts } = world.options;
  if (/^\d{12}$/.test(name)) return !unknownAccounts.includes(name);
  const parts =
    /^arn:([\w-]+):(iam|sts)::(\d{12}):(root|(user|role|assumed-role|federated-user)\/(.+))$/.exec(name);
  if (!parts) return false;
  const [, partition, , account = '', whole, kind, path = ''] = parts;
  if (partition !== partitionOf(store.region) || unknownAccounts.includes(account)) return false;
  if (whole === 'root' || account !== world.identities.accountId || kind === 'federated-user') return true;
  if (kind === 'assumed-role') return world.identities.person('role', path.split('/')[0] ?? '') !== undefined;
  return world.identities.people.some(
    (person) => person.kind === kind && `${person.path}${person.name}` === `/${path}`,
  );
}

/** The lockout check. Where practice cannot judge it, its text says that instead of AWS's. */
function checkLockout(decision: ReturnType<typeof decide>): void {
  if (decision.answer === 'allowed') return;
  malformed(
    decision.answer === 'unclear'
      ? `The practice AWS cannot judge ${decision.what} in the new key policy, and so cannot tell whether you could update it in the future.`
      : 'The new key policy will not allow you to update the key policy in the future.',
  );
}
