import type { IntakeForm, ParametersView } from '../../../main/shared/views/app';

export const parametersStep = {
  title: 'Import parameters',
  description:
    'The files that the AWS KMS console hands out under “Download wrapping public key and import token”.',
  drop: 'Drop ImportParameters.zip here',
  dropHint:
    'Anywhere in this window, whatever the zip file is called. Its unpacked folder, its loose files or the output of the AWS CLI will do as well.',
  dropAnother: 'Another set? Drop it here to replace this one',
  release: 'Release to read these import parameters',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose folder',
  reading: 'Waiting for the import parameters',
  missing: 'Add the import parameters first.',
  found: 'These are import parameters of AWS KMS',
  foundPractice: 'These are import parameters of the practice AWS',
  foundUnfamiliar: 'These may be import parameters of AWS KMS',
  replaced: 'These import parameters replaced the earlier ones',
  rotation: {
    title: 'For new key material',
    text: 'The key has key material already, and is to be rotated to what you wrap here. Generate it, or bring material that the key never had. The copies of the former key material are still needed.',
  },
  unfamiliar: {
    title: 'The import token looks unusual',
    text: 'It does not begin like the AWS import tokens known so far. AWS may have changed them, or this set comes from somewhere else. Check where it came from before you go on.',
  },
} as const;

export const parametersLabels = {
  form: 'Came as',
  files: 'Files used',
  keyId: 'Key ID',
  keyArn: 'Key ARN',
  account: 'AWS account',
  region: 'AWS Region',
  wrappingKey: 'Wrapping key',
  wrappingAlgorithm: 'Wrapping algorithm',
  validity: 'Time left',
  purpose: 'What it is for',
} as const;

/** Said where a key is rotated to what is wrapped. */
export const forRotation = 'New key material, to which the key is rotated';

export const notSaid = {
  keyId: 'The files do not say it. It is the key from whose page they were downloaded.',
  validity: 'Not stated in the files',
  validityText: 'AWS accepts them for 24 hours after the download. Check when that was.',
} as const;

const formNames: Record<IntakeForm, string> = {
  zip: 'Zip file of the AWS console',
  folder: 'Folder of unpacked files',
  files: 'Loose files',
  'cli-json': 'Output of the AWS CLI',
};

export function formName(form: IntakeForm): string {
  return formNames[form];
}

export const timeWords = {
  until: (instant: string) => `Until ${instant}`,
  short: 'AWS must have received the wrapped key material by then.',
  slowClock: {
    title: 'More than 24 hours left cannot be',
    text: (instant: string) =>
      `AWS grants 24 hours at most, so the clock of this computer is probably slow. It says ${instant}. Do not rely on the time left.`,
  },
  over: {
    title: 'These import parameters have expired',
    text: (instant: string) =>
      `AWS no longer accepts them. The clock of this computer says ${instant}; without a network it may be wrong. If it is right, download a fresh set in the AWS KMS console and bring it here.`,
  },
} as const;

export const fingerprintWords = {
  title: 'Fingerprint of the wrapping key',
  description:
    'The SHA-256 of WrappingPublicKey.bin, once in hexadecimal and once as words. Both say the same.',
  compare:
    'To be sure that nobody swapped the key on its way here, open the same ImportParameters.zip in Keyferry on the computer that downloaded it. One person reads the numbered words aloud there, another follows here. All 24 must agree, in this order; if one differs, stop.',
  hex: 'Hexadecimal',
  copy: 'Copy the digits',
  words: 'Words',
} as const;

export function parametersTitle(view: ParametersView, replaced: boolean): string {
  if (view.practice === true) return parametersStep.foundPractice;
  if (!view.tokenLooksFamiliar) return parametersStep.foundUnfamiliar;
  return replaced ? parametersStep.replaced : parametersStep.found;
}

/** What a screen reader says once a set has been read. */
export function announceParameters(view: ParametersView, replaced: boolean): string {
  const what = parametersTitle(view, replaced);
  return view.keyId === undefined ? `${what}.` : `${what}. ${parametersLabels.keyId} ${view.keyId}.`;
}
