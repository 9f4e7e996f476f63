import type { PermissionAnswer, PermissionRow, PreflightView } from '../shared/views/aws';
import { definedOnly } from '../shared/defined-only';
import { lookAfterPermissions } from './look-after-permissions';
import {
  comfort,
  forGrants,
  iamOnly,
  ifAllowed,
  onTheKey,
  policyOf,
  type JobPermissions,
  type Permission,
  type PermissionScope,
} from './permission';
import type { AwsSession, SimulatedDecision } from './session';

/** The permissions for creating and importing a key. */
const createPermissions: readonly Permission[] = [
  iamOnly('kms:CreateKey'),
  iamOnly('kms:TagResource'),
  onTheKey('kms:PutKeyPolicy'),
  iamOnly('kms:CreateAlias'),
  onTheKey('kms:GetParametersForImport'),
  onTheKey('kms:ImportKeyMaterial'),
  onTheKey('kms:DescribeKey'),
  // For the check at the end.
  ifAllowed('kms:Encrypt'),
  ifAllowed('kms:Decrypt'),
  onTheKey('kms:GetKeyPolicy'),
  forGrants('kms:ListGrants'),
  forGrants('kms:CreateGrant'),
  comfort('kms:ListAliases'),
  comfort('kms:ListKeys'),
  comfort('kms:ListResourceTags'),
  comfort('iam:ListUsers'),
  comfort('iam:ListRoles'),
];

/** A job that asks for its permissions before it begins. */
export type PreflightJob = 'create' | 'look-after';

const jobs: Readonly<Record<PreflightJob, JobPermissions>> = {
  create: { permissions: createPermissions, statements: createStatements },
  'look-after': lookAfterPermissions,
};

/**
 * What the signed-in identity may do according to IAM's simulator; all `unknown` if it may not be asked. This is only a
 * hint, because the simulator does not know the policy of a key. Only the real call decides.
 */
export const preflight = (session: Asking, job: PreflightJob = 'create'): Promise<PreflightView> =>
  preflightOf(session, jobs[job]);

type Asking = Pick<AwsSession, 'iam' | 'view'>;

/** The same for whatever is about to be done. */
export async function preflightOf(
  session: Asking,
  { permissions, statements }: JobPermissions,
): Promise<PreflightView> {
  const decisions = await session.iam.simulate(
    session.view.principalArn,
    permissions.map(({ action }) => action),
  );
  const rows = permissions.map((permission): PermissionRow => {
    const decision = decisions?.get(permission.action);
    return {
      action: permission.action,
      optional: permission.optional,
      answer: answerOf(permission, decision),
      ...definedOnly({ forGrants: permission.forGrants }),
    };
  });
  const statementFor = (needed: (row: PermissionRow) => boolean): string | undefined => {
    const missing = rows.filter((row) => needed(row) && row.answer !== 'allowed' && !row.optional);
    if (missing.length === 0) return undefined;
    const actions = new Set(missing.map(({ action }) => action));
    return policyOf(statements(actions, session.view));
  };
  const missingStatement = statementFor(({ forGrants }) => forGrants !== true);
  const missingForGrants = rows.some(({ forGrants }) => forGrants)
    ? statementFor(({ forGrants, action }) => forGrants === true || action === 'kms:DescribeKey')
    : undefined;
  return { rows, ...definedOnly({ missingStatement, missingForGrants }) };
}

function answerOf(permission: Permission, decision: SimulatedDecision | undefined): PermissionAnswer {
  if (decision === undefined) return 'unknown';
  if (decision === 'denied' && permission.fromKeyPolicy) return 'unknown';
  return decision === 'allowed' ? 'allowed' : 'denied';
}

/** Only the missing actions, as narrow as IAM can express them. */
function createStatements(
  missing: ReadonlySet<string>,
  { partition, region, accountId }: PermissionScope,
): readonly object[] {
  const kms = `arn:${partition}:kms:${region}:${accountId}`;
  const onKeys = createPermissions
    .map(({ action }) => action)
    .filter((action) => missing.has(action) && action !== 'kms:CreateKey' && action !== 'kms:TagResource');
  const statements = [
    missing.has('kms:CreateKey') && {
      Sid: 'CreateExternalKeys',
      Effect: 'Allow',
      Action: 'kms:CreateKey',
      Resource: '*',
      Condition: { StringEquals: { 'kms:KeyOrigin': 'EXTERNAL' } },
    },
    missing.has('kms:TagResource') && {
      Sid: 'TagKeysWhenCreatingThem',
      Effect: 'Allow',
      Action: 'kms:TagResource',
      Resource: `${kms}:key/*`,
    },
    missing.has('kms:CreateAlias') && {
      Sid: 'NameKeys',
      Effect: 'Allow',
      Action: 'kms:CreateAlias',
      Resource: `${kms}:alias/*`,
    },
    onKeys.length > 0 && {
      Sid: onKeys.includes('kms:CreateGrant') ? 'LetReceiversIn' : 'ImportIntoKeys',
      Effect: 'Allow',
      Action: onKeys,
      Resource: `${kms}:key/*`,
    },
  ];
  return statements.filter((statement) => statement !== false);
}
