/** The files that the offline job saves, with the names from AWS's own instructions where there are any. */
export const fileNames = {
  encryptedKeyMaterial: 'EncryptedKeyMaterial.bin',
  importToken: 'ImportToken.bin',
  returnPackage: 'KeyferryReturnPackage.json',
  plaintextKeyMaterial: 'PlaintextKeyMaterial.bin',
} as const;

/** What a file is called: those of practice say so. */
export const fileNamed = (name: string, isPractice: boolean): string =>
  isPractice ? `PRACTICE ${name}` : name;

/** The files that travel. */
export const travellingNames = (isPractice: boolean) => {
  const named = (name: string): string => fileNamed(name, isPractice);
  return {
    encryptedKeyMaterial: named(fileNames.encryptedKeyMaterial),
    importToken: named(fileNames.importToken),
    returnPackage: named(fileNames.returnPackage),
  };
};

/** What a printed passphrase is called: systems suggest the name for a PDF of it. */
export const passphrasePaper = 'Keyferry passphrase of a sealed copy';

/** A name as a part of a file's name, which every file system takes. */
export const inFileName = (name: string): string => name.replace(/[^\w-]+/g, '-').slice(0, 80);
