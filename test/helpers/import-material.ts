import {
  CreateKeyCommand,
  GetParametersForImportCommand,
  ImportKeyMaterialCommand,
  type CreateKeyCommandInput,
  type ImportKeyMaterialCommandInput,
  type ImportKeyMaterialCommandOutput,
  type KMSClient,
  type WrappingKeySpec,
} from '@aws-sdk/client-kms';
import type { WrappingAlgorithm } from '../../main/shared/kms-words';
import { wrapKeyMaterial } from '../../main/vault/wrap';

export interface ImportChoice {
  readonly algorithm?: WrappingAlgorithm;
  readonly spec?: WrappingKeySpec;
  readonly request?: Partial<ImportKeyMaterialCommandInput>;
}

/** A KMS key without key material. */
export async function createExternalKey(
  kms: KMSClient,
  input: Partial<CreateKeyCommandInput> = {},
): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Origin: 'EXTERNAL', ...input }));
  return needed(KeyMetadata?.KeyId);
}

/** Gets import parameters, wraps the material as the app does, and imports it without expiry. */
export async function importMaterial(
  kms: KMSClient,
  keyId: string,
  material: Uint8Array,
  { algorithm = 'RSAES_OAEP_SHA_256', spec = 'RSA_2048', request = {} }: ImportChoice = {},
): Promise<ImportKeyMaterialCommandOutput> {
  const { PublicKey, ImportToken } = await kms.send(
    new GetParametersForImportCommand({ KeyId: keyId, WrappingAlgorithm: algorithm, WrappingKeySpec: spec }),
  );
  return kms.send(
    new ImportKeyMaterialCommand({
      KeyId: keyId,
      ImportToken,
      EncryptedKeyMaterial: wrapKeyMaterial(material, needed(PublicKey), algorithm),
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      ...request,
    }),
  );
}

/** For members that the SDK's types have as optional, but that every server returns. */
export function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A member is missing from the answer');
  return value;
}
