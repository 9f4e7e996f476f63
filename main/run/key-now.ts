import type { KeyFacts, KeyMaterialFacts } from '../aws/kms-port';
import type { AwsSession } from '../aws/session';
import { readMaterialDescription } from '../records/material-description';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { MaterialCopy } from '../shared/views/keys';
import type { AgainMaterial } from './again-target';
import type { OpenKey } from './open-key';
import { listedMaterial } from './steps/follow-state';

/** A key as AWS answers it now. `materials` and `policy`: where it tells them. */
export interface KeyNow {
  readonly facts: KeyFacts;
  readonly materials?: readonly AgainMaterial[];
  readonly policy?: string;
}

const importable = ['Enabled', 'Disabled', 'PendingImport'];

/**
 * Reads an open key again, since what was shown may be minutes old.
 * Errors: reimport.keyState {state}; those of DescribeKey.
 */
export async function keyNow(
  { facts: { keyId }, materials: before }: OpenKey,
  { kms }: AwsSession,
): Promise<Result<KeyNow>> {
  const described = await kms.describeKey(keyId);
  if (described.outcome !== 'done') return err(described.error);
  const facts = described.value;
  if (!importable.includes(facts.state) || facts.origin !== 'EXTERNAL') {
    return err(localError('run', 'reimport.keyState', { state: facts.state }, 'no'));
  }
  const listed = facts.keySpec === 'SYMMETRIC_DEFAULT' ? await kms.listMaterials(keyId) : undefined;
  const policy = await kms.getKeyPolicy(keyId);
  const materials =
    listed?.outcome === 'done'
      ? listed.value.map((material) => ({
          ...listedMaterial(material),
          ...definedOnly({ checkValue: copyOf(material, before)?.checkValue }),
        }))
      : undefined;
  return ok({
    facts,
    ...definedOnly({ materials, policy: policy.outcome === 'done' ? policy.value : undefined }),
  });
}

/** As AWS describes it now; else as it was known when the key was opened, by a note of this computer. */
const copyOf = (
  { id, description = '' }: KeyMaterialFacts,
  before: OpenKey['materials'],
): MaterialCopy | undefined =>
  readMaterialDescription(description) ?? before?.find((known) => known.id === id)?.copy;
