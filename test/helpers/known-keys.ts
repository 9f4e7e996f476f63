import {
  CreateAliasCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  KMSClient,
  type KeyMetadata,
} from '@aws-sdk/client-kms';
import { writeMaterialDescription } from '../../main/records/material-description';
import type { PracticeAws } from '../../main/practice/practice-aws';
import { checkValueOf } from '../../main/vault/check-value';
import { createExternalKey, importMaterial } from './import-material';
import { keptRegion } from './kept-keys';

const dayMs = 86_400_000;

export interface KnownKey {
  readonly alias: string;
  readonly material: Uint8Array;
  /** Until it expires; absent where AWS has lost it. */
  readonly days?: number;
  /** Whether AWS keeps its check value beside it. */
  readonly isDescribed?: boolean;
}

/** A key whose material the test knows. @returns how AWS has the key */
export async function makeKnownKey(
  practice: PracticeAws,
  { alias, material, days, isDescribed = false }: KnownKey,
): Promise<() => Promise<KeyMetadata | undefined>> {
  const kms = new KMSClient({
    region: keptRegion,
    requestHandler: practice,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMIK7MDENGbPxRfiCY' },
  });
  const keyId = await createExternalKey(kms);
  await kms.send(new CreateAliasCommand({ AliasName: `alias/${alias}`, TargetKeyId: keyId }));
  const ValidTo = new Date(Date.now() + (days ?? 0) * dayMs);
  const said = writeMaterialDescription({ checkValue: checkValueOf(material) });
  await importMaterial(kms, keyId, material, {
    request: {
      ...(days === undefined ? {} : { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo }),
      ...(isDescribed ? { KeyMaterialDescription: said } : {}),
    },
  });
  if (days === undefined) await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: keyId }));
  return async () => (await kms.send(new DescribeKeyCommand({ KeyId: keyId }))).KeyMetadata;
}
