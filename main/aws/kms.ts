import {
  CreateAliasCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  GetParametersForImportCommand,
  ImportKeyMaterialCommand,
  KMSClient,
  PutKeyPolicyCommand,
  type KMSClientConfig,
} from '@aws-sdk/client-kms';
import { definedOnly } from '../shared/defined-only';
import { bytesOf, grantOperations, keyFactsOf, parametersOf, sameKey, textOf } from './kms-answers';
import { changingPort } from './kms-change';
import { findAlias, findKeysByTag, listGrants, listTags } from './kms-find';
import { readingPort } from './kms-read';
import type { ChangingOperation, KmsPort } from './kms-port';
import { change, look, lookOnce, patience as usualPatience, type Patience } from './send';

/** ImportKeyMaterial and the encrypting calls, `CiphertextType`. */
const maxCiphertextBytes = 6144;
const maxPlaintextBytes = 4096;
const maxPolicyChars = 131_072;

/**
 * KMS behind the AWS SDK. A change is sent once and has three outcomes. A call that only reads is tried again after
 * transient failures, except GetParametersForImport, which the jobs pace (an account may send one per second). No
 * answer is trusted: one that is not what AWS promises is `aws.unexpected`. `kmsOnce` tries each call once. Source: AWS
 * KMS API Reference.
 */
export function createKmsPorts(
  config: KMSClientConfig,
  patience: Patience = usualPatience,
): { readonly kms: KmsPort; readonly kmsOnce: KmsPort; readonly close: () => void } {
  const client = new KMSClient(config);
  return {
    kms: portOver(client, patience),
    kmsOnce: portOver(client, { ...patience, tries: 1 }),
    close: () => client.destroy(),
  };
}

function portOver(client: KMSClient, patience: Patience): KmsPort {
  const call = (operation: string) => ({ source: 'kms', operation, stage: 'run' }) as const;
  const changing = (operation: ChangingOperation) => call(operation);

  return {
    createKey: ({ policy, description, tags, multiRegion }) =>
      change({
        ...changing('CreateKey'),
        send: () =>
          client.send(
            new CreateKeyCommand({
              Origin: 'EXTERNAL',
              KeySpec: 'SYMMETRIC_DEFAULT',
              KeyUsage: 'ENCRYPT_DECRYPT',
              Policy: policy,
              Description: description,
              Tags: tags.map(({ key, value }) => ({ TagKey: key, TagValue: value })),
              MultiRegion: multiRegion,
              // SECURITY: KMS itself makes sure that the caller can still change the policy.
              BypassPolicyLockoutSafetyCheck: false,
            }),
          ),
        read: ({ KeyMetadata }) => {
          const key = keyFactsOf(KeyMetadata);
          return key?.origin === 'EXTERNAL' ? key : undefined;
        },
      }),

    createAlias: (aliasName, keyId) =>
      change({
        ...changing('CreateAlias'),
        send: () => client.send(new CreateAliasCommand({ AliasName: aliasName, TargetKeyId: keyId })),
        read: () => null,
      }),

    getParametersForImport: (keyId, wrappingAlgorithm, wrappingKeySpec) =>
      lookOnce({
        ...call('GetParametersForImport'),
        send: () =>
          client.send(
            new GetParametersForImportCommand({
              KeyId: keyId,
              WrappingAlgorithm: wrappingAlgorithm,
              WrappingKeySpec: wrappingKeySpec,
            }),
          ),
        read: (answer) => parametersOf(answer, keyId),
      }),

    importKeyMaterial: ({ keyId, importToken, encryptedKeyMaterial, expiry, symmetric = {} }) =>
      change({
        ...changing('ImportKeyMaterial'),
        send: () =>
          client.send(
            new ImportKeyMaterialCommand({
              KeyId: keyId,
              ImportToken: importToken,
              EncryptedKeyMaterial: encryptedKeyMaterial,
              ...definedOnly({
                ImportType: symmetric.importType,
                KeyMaterialId: symmetric.keyMaterialId,
                KeyMaterialDescription: symmetric.description,
              }),
              // Always explicit, because by default the material expires.
              ...(expiry.kind === 'never'
                ? { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
                : { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: new Date(expiry.validTo) }),
            }),
          ),
        // Older services answer without these fields.
        read: ({ KeyId, KeyMaterialId }) => {
          if (KeyId !== undefined && !sameKey(KeyId, keyId)) return undefined;
          if (KeyMaterialId === undefined) return {};
          return /^[0-9a-f]{64}$/.test(KeyMaterialId) ? { keyMaterialId: KeyMaterialId } : undefined;
        },
      }),

    describeKey: (keyId) =>
      look(
        {
          ...call('DescribeKey'),
          send: () => client.send(new DescribeKeyCommand({ KeyId: keyId })),
          read: ({ KeyMetadata }) => {
            const key = keyFactsOf(KeyMetadata);
            // For an alias, the answer is the key that it points to.
            return key && (keyId.startsWith('alias/') || sameKey(key.arn, keyId)) ? key : undefined;
          },
        },
        patience,
      ),

    encrypt: (keyId, plaintext) =>
      look(
        {
          ...call('Encrypt'),
          send: () => client.send(new EncryptCommand({ KeyId: keyId, Plaintext: plaintext })),
          read: ({ KeyId, CiphertextBlob }) =>
            sameKey(KeyId, keyId) ? bytesOf(CiphertextBlob, maxCiphertextBytes) : undefined,
        },
        patience,
      ),

    decrypt: (keyId, ciphertext) =>
      look(
        {
          ...call('Decrypt'),
          send: () => client.send(new DecryptCommand({ KeyId: keyId, CiphertextBlob: ciphertext })),
          read: ({ KeyId, Plaintext, KeyMaterialId }) => {
            const plaintext = sameKey(KeyId, keyId) ? bytesOf(Plaintext, maxPlaintextBytes) : undefined;
            return plaintext && { plaintext, ...definedOnly({ keyMaterialId: KeyMaterialId }) };
          },
        },
        patience,
      ),

    getKeyPolicy: (keyId) =>
      look(
        {
          ...call('GetKeyPolicy'),
          send: () => client.send(new GetKeyPolicyCommand({ KeyId: keyId, PolicyName: 'default' })),
          read: ({ Policy }) => textOf(Policy, maxPolicyChars),
        },
        patience,
      ),

    putKeyPolicy: (keyId, policy) =>
      change({
        ...changing('PutKeyPolicy'),
        send: () =>
          client.send(
            new PutKeyPolicyCommand({
              KeyId: keyId,
              PolicyName: 'default',
              Policy: policy,
              // SECURITY: KMS itself makes sure that the caller can still change the policy.
              BypassPolicyLockoutSafetyCheck: false,
            }),
          ),
        read: () => null,
      }),

    createGrant: (keyId, { name, grantee, retiring, operations }) =>
      change({
        ...changing('CreateGrant'),
        send: () =>
          client.send(
            new CreateGrantCommand({
              KeyId: keyId,
              Name: name,
              GranteePrincipal: grantee,
              RetiringPrincipal: retiring,
              Operations: grantOperations(operations),
            }),
          ),
        read: ({ GrantId }) => {
          const grantId = textOf(GrantId, 128);
          return grantId === undefined ? undefined : { grantId };
        },
      }),

    listGrants: (keyId) => listGrants(client, keyId, patience),

    findAlias: (aliasName) => findAlias(client, aliasName, patience),

    ...readingPort(client, patience),

    ...changingPort(client),

    findKeysByTag: (tag) => findKeysByTag(client, tag, patience),

    listTags: (keyId) => listTags(client, keyId, patience),
  };
}
