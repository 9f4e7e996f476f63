import { fileNames } from '../../../main/shared/file-names';
import { plan } from '../custody/material';

/** What a saved file is, by its name; empty for a name that is not one of ours. */
export function savedFileWords(name: string): string {
  switch (name.replace(/^PRACTICE /, '')) {
    case fileNames.encryptedKeyMaterial:
      return plan.wrapped;
    case fileNames.importToken:
      return plan.token;
    case fileNames.returnPackage:
      return plan.returnPackage;
    case fileNames.plaintextKeyMaterial:
      return plan.plain;
    default:
      return '';
  }
}
