/** The files that the offline job saves, with the names from AWS's own instructions where there are any. */
export const fileNames = {
  encryptedKeyMaterial: 'EncryptedKeyMaterial.bin',
  importToken: 'ImportToken.bin',
  returnPackage: 'KeyferryReturnPackage.json',
  plaintextKeyMaterial: 'PlaintextKeyMaterial.bin',
} as const;
