import { awsErrorCodes } from './aws-error-codes';

/**
 * Every failure that a person can meet, as `area.reason`. Codes are stable: logs, tests and support rely on them.
 * The words for people are in renderer/words/errors, which do not compile while one is missing.
 */
export const appErrorCodes = [
  'file.notFound',
  'file.notRegular',
  'file.unreadable',
  'file.empty',
  'file.tooLarge',
  'file.tooMany',
  'zip.notAZip',
  'zip.truncated',
  'zip.damaged',
  'zip.crcMismatch',
  'zip.sizeMismatch',
  'zip.tooManyEntries',
  'zip.entryTooLarge',
  'zip.tooLarge',
  'zip.unsafeName',
  'zip.tooDeep',
  'zip.duplicateName',
  'zip.badNameEncoding',
  'zip.nameOverride',
  'zip.specialFile',
  'zip.headersDisagree',
  'zip.overlap',
  'zip.hiddenData',
  'zip.twoDirectories',
  'zip.encrypted',
  'zip.unsupportedMethod',
  'zip.multiDisk',
  'zip.zip64',
  'zip.nested',
  'bundle.nothingRecognised',
  'bundle.noKey',
  'bundle.noToken',
  'bundle.emptyPart',
  'bundle.twoKeys',
  'bundle.twoTokens',
  'bundle.twoReadmes',
  'bundle.mixedSets',
  'bundle.badJson',
  'bundle.otherCloud',
  'bundle.readmeContradictsKey',
  'wrappingKey.malformed',
  'wrappingKey.notRsa',
  'wrappingKey.size',
  'wrappingKey.exponent',
  'wrappingKey.trailingBytes',
  'wrappingKey.severalKeys',
  'wrappingKey.privateKey',
  'wrappingKey.certificate',
  'wrappingKey.weak',
  'parameters.expired',
  'parameters.tokenTooLarge',
  'parameters.unsupportedAlgorithm',
  'parameters.algorithmContradicted',
  'parameters.gone',
  'material.wrongLength',
  'material.allZero',
  'material.unrecognised',
  'material.publicKey',
  'material.encryptedPrivateKey',
  'material.unsupportedKey',
  'material.needsAesKeyWrap',
  'material.refusesAesKeyWrap',
  'material.tooLargeForWrappingKey',
  'material.changed',
  'material.gone',
  'journal.notWritten',
  'journal.gone',
  'journal.notConfirmed',
  'copy.notConfirmed',
  'copy.weakPassphrase',
  'copy.badRecipient',
  'copy.badCustodians',
  'copy.reopenDiffers',
  'copy.nothingRecognised',
  'copy.severalCopies',
  'copy.wrongPassphrase',
  'copy.needsIdentity',
  'copy.wrongIdentity',
  'copy.workFactor',
  'copy.damaged',
  'copy.notOurs',
  'copy.version',
  'copy.tooFewShares',
  'copy.mixedShares',
  'copy.shareDamaged',
  'copy.sharesDisagree',
  'copy.otherMaterial',
  'copy.needsCheckValue',
  'copy.practice',
  'copy.otherCeremony',
  'copy.noCheckValue',
  'copy.gone',
  'copy.released',
  'copy.cancelled',
  'record.person',
  'record.tooLarge',
  'record.notOurs',
  'record.unreadable',
  'record.version',
  'record.broken',
  'record.reordered',
  'record.truncated',
  'record.head',
  'record.notCanonical',
  'record.malformed',
  'card.notJson',
  'card.tooDeep',
  'card.duplicateField',
  'card.notACard',
  'card.version',
  'card.unknownField',
  'card.missingField',
  'card.badValue',
  'card.account',
  'card.region',
  'card.regionMix',
  'card.unknownWord',
  'card.text',
  'card.dates',
  'card.signatureForm',
  'card.signature',
  'card.signatureMissing',
  'wrap.selfTestFailed',
  'wrap.failed',
  'wrap.vaultStopped',
  'wrap.vaultTimedOut',
  'save.exists',
  'save.diskFull',
  'save.notWritable',
  'save.folderGone',
  'save.readBackDiffers',
  'save.failed',
  'print.failed',
  'job.busy',
  'ipc.untrustedSender',
  'ipc.badRequest',
  'internal.unexpected',
  ...awsErrorCodes,
] as const;

export type AppErrorCode = (typeof appErrorCodes)[number];

/** Where in a job the failure happened. */
export type Stage =
  | 'parameters'
  | 'material'
  | 'custody'
  | 'wrap'
  | 'save'
  | 'sign-in'
  | 'receiver'
  | 'key'
  | 'run'
  | 'package'
  | 'record'
  | 'app';

/**
 * An expected failure. Crosses the process boundary as plain data.
 *
 * `retry`: 'same' the same action may succeed later; 'change-input' only with other input; 'check-first' look at
 * the facts before trying again; 'no' trying again cannot help.
 * `facts`: small public values for the words (a file's base name, a length). Never a secret, never a path.
 */
export interface AppError {
  readonly code: AppErrorCode;
  readonly stage: Stage;
  readonly retry: 'same' | 'change-input' | 'check-first' | 'no';
  readonly changedInAws: boolean;
  readonly requestId?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Makes an error that arose on this computer, so that nothing was changed in AWS. */
export function localError(
  stage: Stage,
  code: AppErrorCode,
  facts?: AppError['facts'],
  retry: AppError['retry'] = 'change-input',
): AppError {
  return { code, stage, retry, changedInAws: false, ...(facts ? { facts } : {}) };
}
