/** What the offline job saves, named as AWS's own instructions name it where they do. */
export const fileNames = {
  encryptedKeyMaterial: 'EncryptedKeyMaterial.bin',
  importToken: 'ImportToken.bin',
  returnPackage: 'KeyferryReturnPackage.json',
  plaintextKeyMaterial: 'PlaintextKeyMaterial.bin',
} as const;
