/** What the offline job saves, named as AWS's own instructions name it where they do. */
export const fileNames = {
  encryptedKeyMaterial: 'EncryptedKeyMaterial.bin',
  importToken: 'ImportToken.bin',
  returnPackage: 'KeyferryReturnPackage.json',
  plaintextKeyMaterial: 'PlaintextKeyMaterial.bin',
} as const;

/** A name as a part of a file's name, which every file system takes. */
export const inFileName = (name: string): string => name.replace(/[^\w-]+/g, '-').slice(0, 80);
