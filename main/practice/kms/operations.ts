import type { Fields } from '../fields';
import type { Call } from '../world';
import { createAlias, deleteAlias, listAliases } from './aliases';
import { decrypt, encrypt, generateDataKey } from './encrypt';
import { deleteImportedKeyMaterial, importKeyMaterial } from './import/import-material';
import { createGrant, listGrants } from './grants';
import { getParametersForImport } from './import/import-parameters';
import {
  cancelKeyDeletion,
  createKey,
  describeKey,
  disableKey,
  enableKey,
  listKeys,
  scheduleKeyDeletion,
  updateKeyDescription,
} from './keys';
import { getKeyPolicy, listKeyPolicies, putKeyPolicy } from './policies';
import { listKeyRotations, rotateKeyOnDemand } from './rotations';
import { generateMac, sign, verify, verifyMac } from './sign';
import { listResourceTags, tagResource, untagResource } from './tags';

/** Returns the members of the answer; undefined where AWS answers with an empty body. */
export type KmsOperation = (call: Call, input: Fields) => object | undefined | Promise<object | undefined>;

/** By the name in X-Amz-Target. */
export const kmsOperations: ReadonlyMap<string, KmsOperation> = new Map<string, KmsOperation>([
  ['CancelKeyDeletion', cancelKeyDeletion],
  ['CreateAlias', createAlias],
  ['CreateGrant', createGrant],
  ['CreateKey', createKey],
  ['Decrypt', decrypt],
  ['DeleteAlias', deleteAlias],
  ['DeleteImportedKeyMaterial', deleteImportedKeyMaterial],
  ['DescribeKey', describeKey],
  ['DisableKey', disableKey],
  ['EnableKey', enableKey],
  ['Encrypt', encrypt],
  ['GenerateDataKey', generateDataKey],
  ['GenerateMac', generateMac],
  ['GetKeyPolicy', getKeyPolicy],
  ['GetParametersForImport', getParametersForImport],
  ['ImportKeyMaterial', importKeyMaterial],
  ['ListAliases', listAliases],
  ['ListGrants', listGrants],
  ['ListKeyPolicies', listKeyPolicies],
  ['ListKeyRotations', listKeyRotations],
  ['ListKeys', listKeys],
  ['ListResourceTags', listResourceTags],
  ['PutKeyPolicy', putKeyPolicy],
  ['RotateKeyOnDemand', rotateKeyOnDemand],
  ['ScheduleKeyDeletion', scheduleKeyDeletion],
  ['Sign', sign],
  ['TagResource', tagResource],
  ['UntagResource', untagResource],
  ['UpdateKeyDescription', updateKeyDescription],
  ['Verify', verify],
  ['VerifyMac', verifyMac],
]);
