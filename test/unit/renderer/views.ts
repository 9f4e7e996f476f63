import { localError } from '../../../main/shared/errors';
import type { MaterialView, ParametersView, SavedView } from '../../../main/shared/views';

/** Stand-ins for what main tells the page; tests change what they are about. */
export const parametersView: ParametersView = {
  handle: 'parameters-1',
  form: 'zip',
  files: ['WrappingPublicKey.bin', 'ImportToken.bin', 'README.txt'],
  keyId: '5f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03',
  wrappingKeySpec: 'RSA_4096',
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  validTo: '2026-11-24T10:54:23.000Z',
  fingerprint: { hex: '3f8a'.repeat(16), words: Array.from({ length: 24 }, (_, index) => `word${index}`) },
  tokenLooksFamiliar: true,
};

export function without<T extends object, K extends keyof T>(view: T, ...keys: readonly K[]): Omit<T, K> {
  const copy = { ...view };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}

export const materialView: MaterialView = {
  handle: 'material-1',
  fileName: 'key.hex',
  form: 'hex',
  kind: 'symmetric',
  lengthBytes: 32,
};

export const savedView: SavedView = {
  handle: 'saved-1',
  folderName: 'STICK',
  files: [
    { name: 'EncryptedKeyMaterial.bin', bytes: 512, sha256: 'ab'.repeat(32) },
    { name: 'ImportToken.bin', bytes: 3467, sha256: 'cd'.repeat(32) },
    { name: 'KeyferryReturnPackage.json', bytes: 6120, sha256: 'ef'.repeat(32) },
  ],
  parameters: parametersView,
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  source: 'generated',
  material: { kind: 'symmetric', lengthBytes: 32 },
  checkValue: '0123456789abcdef',
  plaintextExported: false,
  savedAt: '2026-11-23T13:40:00.000Z',
  refusedRequests: 0,
};

export const noToken = localError('parameters', 'bundle.noToken');
export const expired = localError('parameters', 'parameters.expired', {
  validTo: '2026-11-24T10:54:23.000Z',
});
export const wrongLength = localError('material', 'material.wrongLength', {
  actualBytes: 31,
  expectedBytes: 32,
});
export const diskFull = localError('save', 'save.diskFull');
