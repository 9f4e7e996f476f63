import type { DescribedKey, KeyMaterialFacts } from '../../aws/kms-port';
import { ifAllowed, onTheKey, type JobPermissions } from '../../aws/permission';
import { preflightOf } from '../../aws/preflight';
import type { AwsSession } from '../../aws/session';
import type { OpenKey } from '../../run/open-key';
import { rowsOf } from '../../run/recipe';
import { rotate as recipe } from '../../run/recipes/rotate';
import { waitingIn } from '../../run/steps/rotate/materials';
import type { RequestOf, RunView } from '../../shared/contract';
import { definedOnly } from '../../shared/defined-only';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { mostRotations } from '../../shared/rotation';
import type { RotationPlanView } from '../../shared/views/acts';
import { materialForKey, runWithMaterial, type MaterialForKeyPorts } from './material-for-key';
import { findOpenedKey } from './opened-key';

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

/** New material becomes the one that a key encrypts with. */
export function createRotateKey(ports: MaterialForKeyPorts) {
  /** Errors: those of findOpenedKey and of rotatable. Changes nothing. */
  async function planRotation(request: RequestOf<'planRotation'>): Promise<Result<RotationPlanView>> {
    const found = findOpenedKey(ports, request);
    if (!found.ok) return found;
    const { open, session } = found.value;
    const key = await rotatable(open, session);
    if (!key.ok) return key;
    const { rows, missingStatement } = await preflightOf(session, permissionsFor(open.facts.arn));
    const { done, described } = key.value;
    return ok({
      rotationsDone: done,
      rotationsLeft: mostRotations - done,
      replicas: described.multiRegion?.otherRegions ?? [],
      permissions: rows,
      ...definedOnly({ missingStatement }),
    });
  }

  /**
   * Errors: those of materialForKey and rotatable. Nothing is changed before the run begins.
   */
  async function rotateKey(request: RequestOf<'rotateKey'>): Promise<Result<RunView>> {
    const begun = materialForKey(ports, request);
    if (!begun.ok) return begun;
    const { open, session } = begun.value;
    const key = await rotatable(open, session);
    if (!key.ok) return key;
    const { facts } = key.value.described;
    const policy = await session.kms.getKeyPolicy(facts.keyId);
    return await ports.runs.start(
      {
        kind: 'rotate',
        ...runWithMaterial(ports, begun.value, facts, rowsOf(recipe)),
        expiry: request.expiry,
        ...definedOnly({ policyBefore: policy.outcome === 'done' ? policy.value : undefined }),
      },
      session,
    );
  }

  return { verbs: { planRotation, rotateKey } };
}

interface Rotatable {
  readonly described: DescribedKey;
  /** Rotations that a person asked for, so far. */
  readonly done: number;
}

/**
 * A key that takes new material and can be rotated to it, as AWS answers it now.
 *
 * Errors: act.keyState {state}, rotate.otherKind, rotate.onPrimary, rotate.waiting {found}, rotate.usedUp; those of DescribeKey and ListKeyRotations.
 */
async function rotatable({ facts: { arn } }: OpenKey, { kms }: AwsSession): Promise<Result<Rotatable>> {
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
  const waiting = waitingIn(listed.value);
  if (waiting !== undefined) return err(localError('key', 'rotate.waiting', { found: waiting.id }, 'no'));
  const done = rotationsIn(listed.value);
  if (done >= mostRotations) return err(localError('key', 'rotate.usedUp', undefined, 'no'));
  return ok({ described: described.value, done });
}

/** How often a person has rotated the key; for ever counted. */
export const rotationsIn = (materials: readonly KeyMaterialFacts[]): number =>
  materials.filter(({ isByDemand, rotatedAt }) => isByDemand && rotatedAt !== undefined).length;
