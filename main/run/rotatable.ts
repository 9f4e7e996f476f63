import type { DescribedKey, KeyMaterialFacts } from '../aws/kms-port';
import { ifAllowed, onTheKey, type JobPermissions } from '../aws/permission';
import { preflightOf } from '../aws/preflight';
import type { AwsSession } from '../aws/session';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { mostRotations } from '../shared/rotation';
import type { RotationPlanView } from '../shared/views/acts';
import { waitingIn } from './steps/rotate/materials';

export interface Rotatable {
  readonly described: DescribedKey;
  readonly materials: readonly KeyMaterialFacts[];
  /** Rotations that a person asked for, so far. */
  readonly done: number;
}

/**
 * A key that takes new material and can be rotated to it, as AWS answers it now.
 *
 * @param arn of the key
 * @param mayWait says of material that waits whether it is not in the way.
 *
 * Errors: act.keyState {state}, rotate.otherKind, rotate.onPrimary, rotate.waiting {found}, rotate.usedUp; those of DescribeKey and ListKeyRotations.
 */
export async function rotatable(
  arn: string,
  { kms }: AwsSession,
  mayWait: (waiting: KeyMaterialFacts) => boolean = () => false,
): Promise<Result<Rotatable>> {
  const described = await kms.describeInFull(arn);
  if (described.outcome !== 'done') return err(described.error);
  const { facts, multiRegion } = described.value;
  if (facts.keySpec !== 'SYMMETRIC_DEFAULT')
    return err(localError('key', 'rotate.otherKind', undefined, 'no'));
  if (facts.state !== 'Enabled') {
    return err(localError('key', 'act.keyState', { state: facts.state }, 'check-first'));
  }
  if (multiRegion?.role === 'replica') return err(localError('key', 'rotate.onPrimary', undefined, 'no'));
  const listed = await kms.listMaterials(facts.keyId);
  if (listed.outcome !== 'done') return err(listed.error);
  const materials = listed.value;
  const waiting = waitingIn(materials);
  if (waiting !== undefined && !mayWait(waiting)) {
    return err(localError('key', 'rotate.waiting', { found: waiting.id }, 'no'));
  }
  const done = rotationsIn(materials);
  if (done >= mostRotations) return err(localError('key', 'rotate.usedUp', undefined, 'no'));
  return ok({ described: described.value, materials, done });
}

/** How often a person has rotated the key; for ever counted. */
export const rotationsIn = (materials: readonly KeyMaterialFacts[]): number =>
  materials.filter(({ isByDemand, rotatedAt }) => isByDemand && rotatedAt !== undefined).length;

/** What a rotation calls, as IAM names it. AWS KMS Developer Guide, "AWS KMS permissions". */
const permissionsFor = (arn: string): JobPermissions => ({
  permissions: [
    ...['kms:DescribeKey', 'kms:ListKeyRotations', 'kms:GetParametersForImport', 'kms:ImportKeyMaterial'],
    'kms:RotateKeyOnDemand',
  ]
    .map(onTheKey)
    .concat(['kms:Encrypt', 'kms:Decrypt', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus'].map(ifAllowed)),
  statements: (missing) => [{ Sid: 'RotateKey', Effect: 'Allow', Action: [...missing], Resource: arn }],
});

/** What a person is shown before the button. */
export async function rotationPlan(
  { described, done }: Rotatable,
  session: AwsSession,
): Promise<RotationPlanView> {
  const { rows, missingStatement } = await preflightOf(session, permissionsFor(described.facts.arn));
  return {
    rotationsDone: done,
    rotationsLeft: mostRotations - done,
    replicas: described.multiRegion?.otherRegions ?? [],
    permissions: rows,
    ...definedOnly({ missingStatement }),
  };
}
