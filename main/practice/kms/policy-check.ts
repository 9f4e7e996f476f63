import { refuse } from '../aws-fault';
import { partitionOf } from '../identities';
import type { Call } from '../world';

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const malformed = (detail: string): never => refuse('MalformedPolicyDocumentException', detail);

/**
 * Checks a key policy as KMS does: its form, that its principals exist, and that the caller can still change it. Since
 * August 2025 a statement without Action or Resource is refused as well.
 * Source: AWS KMS Developer Guide, "Key policies", and AWS's notice to its customers; the texts about principals and
 * about the caller were recorded from AWS.
 *
 * @throws AwsFault MalformedPolicyDocumentException
 */
export function checkPolicy(
  call: Call,
  document: unknown,
  { mayLockOut }: { readonly mayLockOut: boolean },
): void {
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
  if (!mayLockOut && !letsCallerReturn(call, statements)) {
    malformed('The new key policy will not allow you to update the key policy in the future.');
  }
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
  if (!principalsOf(principal).every((name) => exists(call, name))) {
    malformed('Policy contains a statement with one or more invalid principals.');
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const textsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((item): item is string => typeof item === 'string');

/** The principals under `AWS`; those of services and federations are not checked. */
function principalsOf(principal: unknown): readonly string[] {
  if (typeof principal === 'string') return [principal];
  return isMembers(principal) && principal['AWS'] !== undefined ? textsOf(principal['AWS']) : [];
}

function exists({ world, store }: Call, name: string): boolean {
  if (name === '*') return true;
  const { unknownAccounts } = world.options;
  if (/^\d{12}$/.test(name)) return !unknownAccounts.includes(name);
  const parts =
    /^arn:([\w-]+):(iam|sts)::(\d{12}):(root|(user|role|assumed-role|federated-user)\/(.+))$/.exec(name);
  if (!parts) return false;
  const [, partition, , account = '', whole, kind, path = ''] = parts;
  if (partition !== partitionOf(store.region) || unknownAccounts.includes(account)) return false;
  if (whole === 'root' || account !== world.identities.accountId) return true;
  if (kind !== 'user' && kind !== 'role') return true;
  return world.identities.people.some(
    (person) => person.kind === kind && `${person.path}${person.name}` === `/${path}`,
  );
}

/** The lockout check: whether the caller may change the policy. The account's statement counts if IAM allows it. */
function letsCallerReturn(call: Call, statements: readonly Members[]): boolean {
  const about = statements.filter(
    (statement) => namesCaller(call, statement) && coversPutKeyPolicy(statement),
  );
  const denied = about.some(({ Effect }) => Effect === 'Deny');
  return !denied && about.some((statement) => statement['Effect'] === 'Allow' && !('Condition' in statement));
}

function namesCaller({ world, caller }: Call, statement: Members): boolean {
  const root = new RegExp(`^(\\d{12}|arn:[\\w-]+:iam::\\d{12}:root)$`);
  const iamAllows = !world.options.denied.includes('kms:PutKeyPolicy');
  return principalsOf(statement['Principal']).some(
    (name) =>
      name === '*' ||
      name === caller.principalArn ||
      name === caller.callerArn ||
      (iamAllows && root.test(name) && name.includes(caller.accountId)),
  );
}

function coversPutKeyPolicy(statement: Members): boolean {
  return textsOf(statement['Action']).some((action) => {
    const pattern = action
      .toLowerCase()
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    return new RegExp(`^${pattern}$`).test('kms:putkeypolicy');
  });
}
