/** Wrapping key specs that Keyferry can use (AWS KMS API, `WrappingKeySpec`). */
export const wrappingKeySpecs = ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const;
export type WrappingKeySpec = (typeof wrappingKeySpecs)[number];

/**
 * Wrapping algorithms that Keyferry can use (AWS KMS API, `WrappingAlgorithm`). Not offered: RSAES_PKCS1_V1_5, which
 * KMS has refused since 2023-10-10, and SM2PKE, which exists only in China Regions.
 */
export const wrappingAlgorithms = [
  'RSAES_OAEP_SHA_256',
  'RSAES_OAEP_SHA_1',
  'RSA_AES_KEY_WRAP_SHA_256',
  'RSA_AES_KEY_WRAP_SHA_1',
] as const;
export type WrappingAlgorithm = (typeof wrappingAlgorithms)[number];

/** Whether the algorithm wraps an ephemeral AES key (RFC 5649) rather than the material itself. */
export function usesAesKeyWrap(algorithm: WrappingAlgorithm): boolean {
  return algorithm.startsWith('RSA_AES_KEY_WRAP');
}

/** The hash of the algorithm, as node:crypto names it. */
export function hashOf(algorithm: WrappingAlgorithm): 'sha256' | 'sha1' {
  return algorithm.endsWith('SHA_256') ? 'sha256' : 'sha1';
}

/** Symmetric KMS keys take 16 bytes in China Regions, whose names begin with `cn-`, and 32 everywhere else. */
export const materialLengthIn = (region: string | undefined): 32 | 16 =>
  region?.startsWith('cn-') ? 16 : 32;

/** What the AWS console lets users of a symmetric key do with it. */
export const useActions: readonly string[] = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
];

/** The Sids by which the AWS console recognises the statements of a key policy. They are never reworded. */
export const consoleSids = {
  account: 'Enable IAM User Permissions',
  administrators: 'Allow access for Key Administrators',
  users: 'Allow use of the key',
  grants: 'Allow attachment of persistent resources',
} as const;

/** Lets AWS services use the key on a user's behalf; the console adds the condition `kms:GrantIsForAWSResource`. */
export const grantActions: readonly string[] = ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'];

const keyAdministration: readonly string[] = [
  'kms:Create*',
  'kms:Describe*',
  'kms:Enable*',
  'kms:List*',
  'kms:Put*',
  'kms:Update*',
  'kms:Revoke*',
  'kms:Disable*',
  'kms:Get*',
  'kms:Delete*',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:ScheduleKeyDeletion',
  'kms:CancelKeyDeletion',
];

/** What the AWS console lets administrators do with a symmetric key with imported key material. */
export const administratorActions: readonly string[] = [
  ...keyAdministration,
  'kms:RotateKeyOnDemand',
  'kms:ImportKeyMaterial',
];

/** The same for a multi-Region key. */
export const replicaAdministratorActions: readonly string[] = [
  ...keyAdministration,
  'kms:ImportKeyMaterial',
  'kms:ReplicateKey',
  'kms:UpdatePrimaryRegion',
];

/** What a grant on a symmetric key can be for. Source: AWS KMS API Reference, CreateGrant. */
export const grantOperations = [
  'Encrypt',
  'Decrypt',
  'ReEncryptFrom',
  'ReEncryptTo',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'DescribeKey',
  'CreateGrant',
  'RetireGrant',
] as const;
