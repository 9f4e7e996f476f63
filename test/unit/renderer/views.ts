import { definedOnly } from '../../../main/shared/defined-only';
import type {
  CopyView,
  CustodyView,
  FoundCopyView,
  HeldView,
  RecordView,
  RehearsalView,
} from '../../../main/shared/views/custody';
import { localError } from '../../../main/shared/errors';
import type { SavedView } from '../../../main/shared/views/saved';
import type { MaterialView, ParametersView } from '../../../main/shared/views/app';

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
  transferCode: '7F3A 91C2 0KMX 4TQZ',
  custody: { kept: 'none' },
  plaintextExported: false,
  savedAt: '2026-11-23T13:40:00.000Z',
  refusedRequests: 0,
};

export const sealedCopy: CopyView = {
  form: 'passphrase',
  files: [{ name: 'orders.age', bytes: 1408, sha256: 'a9'.repeat(32) }],
  madeAt: '2026-11-23T13:30:00.000Z',
  checkValue: '0123456789abcdef',
  practice: false,
  key: { alias: 'orders', accountId: '111122223333', region: 'eu-central-1', ceremony: 'c-1' },
};

export const sharedCopy: CopyView = {
  ...sealedCopy,
  form: 'shares',
  files: [
    { name: 'Share 1 Alice.txt', bytes: 900 },
    { name: 'Share 3 Carol.txt', bytes: 900 },
  ],
  shares: { serial: '7F3A-91C2', threshold: 2, count: 3, custodians: ['Alice', 'Carol'] },
};

type KeptCustody = Exclude<CustodyView, { readonly kept: 'none' }>;

export const sealedCustody: KeptCustody = {
  kept: 'passphrase',
  restored: false,
  files: sealedCopy.files,
  madeAt: sealedCopy.madeAt,
};

export const sharedCustody: KeptCustody = {
  ...sealedCustody,
  kept: 'shares',
  files: ['Alice', 'Bob', 'Carol'].map((name, index) => ({
    name: `Share ${index + 1} ${name}.txt`,
    bytes: 900,
  })),
  shares: { serial: '7F3A-91C2', threshold: 2, count: 3, custodians: ['Alice', 'Bob', 'Carol'] },
};

export const restoredCustody: KeptCustody = {
  ...sharedCustody,
  restored: true,
  files: sharedCopy.files,
  ...definedOnly({ shares: sharedCopy.shares }),
};

export const foundSealed: FoundCopyView = {
  handle: 'copy-1',
  form: 'passphrase',
  files: ['orders.age'],
  hasIdentity: false,
};

export const foundShares: FoundCopyView = {
  handle: 'copy-2',
  form: 'shares',
  files: ['Share 1 Alice.txt', 'Share 3 Carol.txt'],
  hasIdentity: false,
  shares: {
    serial: '7F3A-91C2',
    threshold: 2,
    count: 3,
    have: [
      { number: 1, custodian: 'Alice' },
      { number: 3, custodian: 'Carol' },
    ],
    heldUntil: '2026-11-23T14:00:00.000Z',
  },
};

export const recordView: RecordView = {
  fileName: 'Key hand-over orders.json',
  checkValue: '0123456789abcdef',
  keyArn: 'arn:aws:kms:eu-central-1:111122223333:key/5f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03',
  keyId: '5f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03',
};

export const rehearsalView: RehearsalView = {
  copy: sealedCopy,
  material: { kind: 'symmetric', lengthBytes: 32 },
  rehearsedAt: '2027-11-23T09:00:00.000Z',
};

export const heldView: HeldView = {
  handle: 'held-1',
  source: 'generated',
  material: { kind: 'symmetric', lengthBytes: 32 },
  copy: sealedCopy,
  heldUntil: '2026-11-23T14:00:00.000Z',
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
export const released = localError('custody', 'copy.released');
