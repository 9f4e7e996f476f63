import type { MaterialForm, MaterialView } from '../../../main/shared/views/app';

export const materialStep = {
  title: 'Key material',
  description: 'The secret itself: what AWS KMS will encrypt and decrypt with.',
  source: 'Where the key material comes from',
  generate: 'Generate on this computer',
  generateText: (lengthBytes: number | undefined) =>
    `Recommended. ${lengthBytes === undefined ? 'Random' : `${lengthBytes} random`} bytes that this computer generates.`,
  own: 'Use my own file',
  ownText: 'Key material that you already have, from an HSM or a safe.',
  restore: 'Restore a sealed copy',
  restoreText: 'Key material that was sealed or split before, to be imported again.',
  onlyOwn: {
    title: 'These import parameters are for a private key',
    text: (algorithm: string) =>
      `${algorithm} wraps private keys, which Keyferry does not generate. Use the file of a key that you already have, or a copy of it.`,
  },
  submit: 'Wrap and save',
  submitting: 'Waiting for the folder to save in',
} as const;

export const materialFile = {
  title: 'Your key material',
  drop: 'Drop the file with your key material here',
  dropAnother: 'Another file? Drop it here to replace this one',
  symmetricHint: (lengthBytes: number) =>
    `Exactly ${lengthBytes} bytes, raw or as hexadecimal or base64 text; or an EC private key in PKCS#8.`,
  privateHint: 'An RSA or EC private key in PKCS#8, DER or PEM, without a password.',
  release: 'Release to check this file',
  choose: 'Choose file',
  reading: 'Waiting for the file',
  missing: 'Choose the file that holds your key material.',
  labels: { file: 'File', kind: 'Kind', form: 'Written as', length: 'Length' },
} as const;

const formNames: Record<MaterialForm, string> = {
  raw: 'Raw bytes',
  hex: 'Hexadecimal text',
  base64: 'Base64 text',
  'pkcs8-der': 'PKCS#8, DER',
  'pkcs8-pem': 'PKCS#8, PEM',
};

export function materialFormName(form: MaterialForm): string {
  return formNames[form];
}

/** `Symmetric key material`, `RSA 2048 private key`, … */
export function materialKindName(material: Pick<MaterialView, 'kind' | 'keyName'>): string {
  switch (material.kind) {
    case 'symmetric':
      return 'Symmetric key material';
    case 'rsa-private-key':
      return `${material.keyName ?? 'RSA'} private key`;
    case 'ec-private-key':
      return `${material.keyName ?? 'EC'} private key`;
  }
}

export function announceMaterial(view: MaterialView): string {
  return `${materialKindName(view)}, ${view.lengthBytes} bytes, ${materialFormName(view.form)}.`;
}

export const advanced = {
  title: 'Advanced',
  length: 'Key length',
  bytes32: '32 bytes',
  bytes32Text: 'For KMS keys everywhere except in China Regions.',
  bytes16: '16 bytes (China Regions only)',
  bytes16Text: 'For symmetric KMS keys in Beijing and Ningxia.',
  bytes16Refused: (region: string) => `Not for this key: it is in ${region}, which is not a China Region.`,
  chinaAsk: (region: string) =>
    `This key is in ${region}. Symmetric KMS keys in China Regions take 16 bytes; HMAC keys take 32.`,
  lengthMissing: 'Choose the key length.',
  plainExport: 'Also save an unprotected copy of the key material',
  plainExportText:
    'PlaintextKeyMaterial.bin, for those who must store the key themselves, for example in an HSM or a safe.',
  plainExportWarning: {
    title: 'Whoever reads PlaintextKeyMaterial.bin has your key',
    text: 'It is saved unprotected next to the other files. Move it at once to where you keep secrets, and never carry it to the connected computer or upload it. Deleting it from a stick does not erase it for good.',
  },
} as const;

export const plan = {
  title: 'What will be saved',
  wrapped: 'The wrapped key material. Only AWS can open it.',
  token: 'The import token, unchanged. It belongs to the wrapped key material.',
  returnPackage: 'One file with both of them and a list of checksums. It holds no secret.',
  plain: 'The key material itself, unprotected.',
  validity: 'To be imported',
  before: (instant: string) => `By ${instant}`,
  unknownValidity: 'Within 24 hours of the download',
} as const;
