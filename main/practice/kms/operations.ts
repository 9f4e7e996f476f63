import { createAlias, deleteAlias, listAliases, updateAlias } from './aliases';
import { decrypt, encrypt, generateDataKey } from './encrypt';
import { deleteImportedKeyMaterial } from './import/delete-material';
import { importKeyMaterial } from './import/import-material';
import { createGrant } from './grants/create-grant';
import { retireGrant, revokeGrant } from './grants/end-grant';
import { listGrants, listRetirableGrants } from './grants/list-grants';
import { getParametersForImport } from './import/import-parameters';
import { cancelKeyDeletion, scheduleKeyDeletion } from './key-deletion';
import { createKey, describeKey, disableKey, enableKey, listKeys, updateKeyDescription } from './keys';
import type { KmsOperation } from './kms-operation';
import { getKeyLastUsage, noted } from './last-use';
import { replicateKey } from './multi-region/replicate-key';
import { updatePrimaryRegion } from './multi-region/update-primary-region';
import { getKeyPolicy, listKeyPolicies, putKeyPolicy } from './policies';
import { listKeyRotations, rotateKeyOnDemand } from './rotations';
import { disableKeyRotation, enableKeyRotation, getKeyRotationStatus } from './rotation-status';
import { generateMac, sign, verify, verifyMac } from './sign';
import { listResourceTags, tagResource, untagResource } from './tags';

/** By the name in X-Amz-Target. */
export const kmsOperations: ReadonlyMap<string, KmsOperation> = new Map<string, KmsOperation>([
  ['CancelKeyDeletion', cancelKeyDeletion],
  ['CreateAlias', createAlias],
  ['CreateGrant', createGrant],
  ['CreateKey', createKey],
  ['Decrypt', noted(decrypt)],
  ['DeleteAlias', deleteAlias],
  ['DeleteImportedKeyMaterial', deleteImportedKeyMaterial],
  ['DescribeKey', describeKey],
  ['DisableKey', disableKey],
  ['DisableKeyRotation', disableKeyRotation],
  ['EnableKey', enableKey],
  ['EnableKeyRotation', enableKeyRotation],
  ['Encrypt', noted(encrypt)],
  ['GenerateDataKey', noted(generateDataKey)],
  ['GenerateMac', noted(generateMac)],
  ['GetKeyLastUsage', getKeyLastUsage],
  ['GetKeyPolicy', getKeyPolicy],
  ['GetKeyRotationStatus', getKeyRotationStatus],
  ['GetParametersForImport', getParametersForImport],
  ['ImportKeyMaterial', importKeyMaterial],
  ['ListAliases', listAliases],
  ['ListGrants', listGrants],
  ['ListKeyPolicies', listKeyPolicies],
  ['ListKeyRotations', listKeyRotations],
  ['ListKeys', listKeys],
  ['ListResourceTags', listResourceTags],
  ['ListRetirableGrants', listRetirableGrants],
  ['PutKeyPolicy', putKeyPolicy],
  ['ReplicateKey', replicateKey],
  ['RetireGrant', retireGrant],
  ['RevokeGrant', revokeGrant],
  ['RotateKeyOnDemand', rotateKeyOnDemand],
  ['ScheduleKeyDeletion', scheduleKeyDeletion],
  ['Sign', noted(sign)],
  ['TagResource', tagResource],
  ['UntagResource', untagResource],
  ['UpdateAlias', updateAlias],
  ['UpdateKeyDescription', updateKeyDescription],
  ['UpdatePrimaryRegion', updatePrimaryRegion],
  ['Verify', noted(verify)],
  ['VerifyMac', noted(verifyMac)],
]);
