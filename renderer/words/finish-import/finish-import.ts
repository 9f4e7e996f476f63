import type { ReturnedMaterialView } from '../../../main/shared/views/app';
import { rotateWords } from '../look-after/acts-rotate';

export const finishImportPage = {
  title: 'Finish an offline import',
  lead: 'Bring what the offline computer wrapped, sign in, and import it.',
  drop: 'Drop KeyferryReturnPackage.json here',
  dropHint: 'Or EncryptedKeyMaterial.bin and ImportToken.bin, both at once. Anywhere in this window.',
  dropAnother: 'Another one? Drop it here to replace this one',
  release: 'Release to read these files',
  chooseFiles: 'Choose files',
  reading: 'Waiting for the files',
  missing: 'Add what the offline computer returned first.',
  found: 'This is wrapped key material',
  labels: {
    form: 'Came as',
    files: 'Files',
    keyId: 'Key ID',
    keyArn: 'Key ARN',
    account: 'AWS account',
    region: 'AWS Region',
    validity: 'Time left',
    wrappingAlgorithm: 'Wrapping algorithm',
    checkValue: 'Check value',
  },
  keyQuestion: 'Which key is it for?',
  keyQuestionText:
    'The files do not say it. It is the key from whose page the import parameters were downloaded.',
  keyId: 'Key ID or ARN',
  keyIdMissing: 'Type the key ID or the ARN of the key.',
  region: 'AWS Region',
  regionText: 'The Region of the key.',
  regionMissing: 'Choose the Region of the key.',
  signIn: 'Sign in',
  signInWaits: 'Comes next, once the key and its Region are known.',
  otherAccount: (own: string, keys: string) =>
    `You are signed in to account ${own}; the key is in account ${keys}.`,
  signInToAccount: 'Sign in to the account of the key.',
  expiry: 'Expiration',
  submit: 'Import',
} as const;

const forms: Record<ReturnedMaterialView['form'], string> = {
  package: 'Return package of Keyferry',
  files: 'Two files',
};

export function returnedFormName(form: ReturnedMaterialView['form']): string {
  return forms[form];
}

/** What a screen reader says once the files have been read. */
export function announceReturned({ keyId, isNew }: ReturnedMaterialView): string {
  const { labels } = finishImportPage;
  const found = isNew ? rotateWords.returned.title : finishImportPage.found;
  return keyId === undefined ? `${found}.` : `${found}. ${labels.keyId} ${keyId}.`;
}
