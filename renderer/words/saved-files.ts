import { plan } from './material';

/** The names that job 2 saves under. */
export const wrappedFileName = 'EncryptedKeyMaterial.bin';
export const tokenFileName = 'ImportToken.bin';
export const returnPackageName = 'KeyferryReturnPackage.json';
export const plainFileName = 'PlaintextKeyMaterial.bin';

/** What a saved file is, by its name; empty for a name that is not one of ours. */
export function savedFileWords(name: string): string {
  switch (name) {
    case wrappedFileName:
      return plan.wrapped;
    case tokenFileName:
      return plan.token;
    case returnPackageName:
      return plan.returnPackage;
    case plainFileName:
      return plan.plain;
    default:
      return '';
  }
}
