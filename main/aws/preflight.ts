import type { PermissionAnswer, PermissionRow, PreflightView } from '../shared/views/aws';
import type { AwsSession, SimulatedDecision } from './session';

interface Permission {
  readonly action: string;
  readonly optional: boolean;
  /** Whether the new key's policy can grant it as well: if so, an implicit deny by IAM is no refusal yet. */
  readonly fromKeyPolicy: boolean;
}

const iamOnly = (action: string): Permission => ({ action, optional: false, fromKeyPolicy: false });
const onTheKey = (action: string): Permission => ({ action, optional: false, fromKeyPolicy: true });
/** For the check at the end, which is skipped if the caller may not use the key. */
const forTheTest = (action: string): Permission => ({ action, optional: true, fromKeyPolicy: true });
const comfort = (action: string): Permission => ({ action, optional: true, fromKeyPolicy: false });

/** The permissions for creating and importing a key, in the order of their use. */
const permissions: readonly Permission[] = [
  iamOnly('kms:CreateKey'),
  iamOnly('kms:TagResource'),
  onTheKey('kms:PutKeyPolicy'),
  iamOnly('kms:CreateAlias'),
  onTheKey('kms:GetParametersForImport'),
  onTheKey('kms:ImportKeyMaterial'),
  onTheKey('kms:DescribeKey'),
  forTheTest('kms:Encrypt'),
  forTheTest('kms:Decrypt'),
  onTheKey('kms:GetKeyPolicy'),
  comfort('kms:ListAliases'),
  comfort('kms:ListKeys'),
  comfort('kms:ListResourceTags'),
  comfort('iam:ListUsers'),
  comfort('iam:ListRoles'),
];

/**
 * What the signed-in identity may do according to IAM's simulator; all `unknown` if it may not be asked. This is only a
 * hint, because the simulator does not know the new key's policy. Only the real call decides.
 */
export async function preflight(session: Pick<AwsSession, 'iam' | 'view'>): Promise<PreflightView> {
  const { partition, region, accountId, principalArn } = session.view;
  const decisions = await session.iam.simulate(
    principalArn,
    permissions.map(({ action }) => action),
  );
  const rows = permissions.map((permission): PermissionRow => {
    const decision = decisions?.get(permission.action);
    return {
      action: permission.action,
      optional: permission.optional,
      answer: answerOf(permission, decision),
    };
  });
  const missing = new Set(
    rows.filter(({ answer, optional }) => answer !== 'allowed' && !optional).map(({ action }) => action),
  );
  if (missing.size === 0) return { rows };
  return { rows, missingStatement: missingPolicy(missing, { partition, region, accountId }) };
}

function answerOf(permission: Permission, decision: SimulatedDecision | undefined): PermissionAnswer {
  if (decision === undefined) return 'unknown';
  if (decision === 'denied' && permission.fromKeyPolicy) return 'unknown';
  return decision === 'allowed' ? 'allowed' : 'denied';
}

/** An IAM policy for only the missing actions, as narrow as IAM can express. */
function missingPolicy(
  missing: ReadonlySet<string>,
  {
    partition,
    region,
    accountId,
  }: { readonly partition: string; readonly region: string; readonly accountId: string },
): string {
  const kms = `arn:${partition}:kms:${region}:${accountId}`;
  const onKeys = permissions
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
      Sid: 'ImportIntoKeys',
      Effect: 'Allow',
      Action: onKeys,
      Resource: `${kms}:key/*`,
    },
  ];
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.filter(Boolean) }, undefined, 2);
}
