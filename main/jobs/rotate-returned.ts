import type { KeyFacts, KeyMaterialFacts } from '../aws/kms-port';
import type { AwsSession } from '../aws/session';
import type { ReturnedMaterial } from '../parameters/read-return-package';
import { readMaterialDescription } from '../records/material-description';
import { rotatable, type Rotatable } from '../run/rotatable';
import type { RotateRun } from '../run/run';
import { waitingIn } from '../run/steps/rotate/materials';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { FinishedNotes } from './finished-notes';
import { materialView } from './look-after/key-row';
import { withNotes } from './look-after/noted-materials';

type Returned = Pick<ReturnedMaterial, 'checkValue'>;

export interface RotatableTo extends Rotatable {
  /** This very material, where it waits already; AWS compares the bytes before anything is rotated. */
  readonly waiting?: KeyMaterialFacts;
}

/**
 * Whether a key can be rotated to material that came back as new.
 *
 * SECURITY: material that the key had is no new material: it brings nothing into safety. What is known of the key says so
 * here; of the rest, AWS does.
 *
 * Errors: those of rotatable; rotate.sameMaterial.
 */
export async function rotatableTo(
  { checkValue }: Returned,
  { arn }: KeyFacts,
  session: AwsSession,
  finished: Pick<FinishedNotes, 'find'>,
): Promise<Result<RotatableTo>> {
  const isThis = ({ description = '' }: KeyMaterialFacts): boolean =>
    checkValue !== undefined && readMaterialDescription(description)?.checkValue === checkValue;
  const key = await rotatable(arn, session, isThis);
  if (!key.ok) return key;
  const { materials } = key.value;
  const waiting = waitingIn(materials);
  const others = materials.filter(({ id }) => id !== waiting?.id).map(materialView);
  const known = await withNotes({ read: true, value: others }, finished);
  const hadIt = known?.read === true && known.value.some(({ copy }) => copy?.checkValue === checkValue);
  return hadIt
    ? err(localError('package', 'rotate.sameMaterial', undefined, 'no'))
    : ok({ ...key.value, ...definedOnly({ waiting }) });
}

/** What a run has besides that rotates to it. */
export async function rotationOf(
  { checkValue, wrappingAlgorithm, wrappingKeySpec }: ReturnedMaterial,
  { waiting }: RotatableTo,
  { kms }: AwsSession,
  { keyId }: KeyFacts,
): Promise<Pick<RotateRun, 'kind' | 'isReturned' | 'fit' | 'alias' | 'newMaterialId' | 'sentCheckValue'>> {
  const aliases = await kms.aliasesOf(keyId);
  return {
    kind: 'rotate',
    isReturned: true,
    fit: {
      // A package that says that it is new says both.
      wrappingAlgorithm: wrappingAlgorithm ?? 'RSAES_OAEP_SHA_256',
      wrappingKeySpec: wrappingKeySpec ?? 'RSA_4096',
    },
    ...definedOnly({
      alias: aliases.outcome === 'done' ? aliases.value[0] : undefined,
      newMaterialId: waiting?.id,
      sentCheckValue: waiting && checkValue,
    }),
  };
}
