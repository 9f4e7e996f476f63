import type { RequestOf } from '../../main/shared/contract';
import {
  noCopyConfirmation,
  newKeyConfirmation,
  type CopyPurpose,
  type CopySource,
  type FoundCopyView,
  type HeldView,
} from '../../main/shared/views/custody';
import type { AppError } from '../../main/shared/errors';
import type { MaterialChoice } from '../../main/shared/views/app';
import { atHand } from '../base/work';
import { copyLack } from '../intake/copy-files';
import type { CustodyState, RestoreFields } from './state';

export function heldOf({ held }: CustodyState): HeldView | undefined {
  return held.at === 'ready' ? held.view : undefined;
}

/** While a copy is being made or opened nothing else can be changed. */
export function isBusy({ held }: CustodyState): boolean {
  return held.at === 'working';
}

/** Compared as main compares it. */
export function confirmsNoCopy(typed: string): boolean {
  return typed.trim().toLowerCase() === noCopyConfirmation;
}

/** Compared as main compares it. */
export const confirmsNewKey = (typed: string): boolean => typed.trim().toLowerCase() === newKeyConfirmation;

/** Whether a new key is to be made of material that has one already. */
export const isForOtherKey = (custody: CustodyState): boolean =>
  custody.makesKey && heldOf(custody)?.source === 'restored';

/** Why the material cannot be used yet; undefined when it can. */
export function missingIn(custody: CustodyState): 'file' | 'copy' | 'new-key' | undefined {
  const { source, file, held, confirmation } = custody;
  if (held.at === 'ready') {
    return isForOtherKey(custody) && !confirmsNewKey(confirmation) ? 'new-key' : undefined;
  }
  if (source === 'file' && atHand(file) === undefined) return 'file';
  return held.at !== 'working' && source !== 'restore' && confirmsNoCopy(confirmation) ? undefined : 'copy';
}

/** The material to use; undefined while something is missing. */
export function materialOf(custody: CustodyState, lengthBytes: 32 | 16): MaterialChoice | undefined {
  if (missingIn(custody) !== undefined) return undefined;
  const { confirmation } = custody;
  const held = heldOf(custody);
  if (held) {
    return { from: 'held', handle: held.handle, ...(isForOtherKey(custody) ? { confirmation } : {}) };
  }
  const source = copySource(custody, lengthBytes);
  return source && { ...source, confirmation };
}

/** What a copy would be made of; undefined while a file is missing, and for material that has its copy already. */
export function copySource({ source, file }: CustodyState, lengthBytes: 32 | 16): CopySource | undefined {
  switch (source) {
    case 'generate':
      return { from: 'generate', lengthBytes };
    case 'file': {
      const picked = atHand(file);
      return picked && { from: 'file', handle: picked.handle };
    }
    case 'restore':
      return undefined;
  }
}

type WithoutFiles<R> = R extends object ? Omit<R, 'files'> : never;
type MaterialExpectation = WithoutFiles<RequestOf<'readMaterialFile'>>;

/** What a file is checked against when it is picked; undefined where only a copy will do. */
export function expectationOf(purpose: CopyPurpose): MaterialExpectation | undefined {
  if (!('wrappingAlgorithm' in purpose)) return undefined;
  const { wrappingAlgorithm, lengthBytes } = purpose;
  return 'parameters' in purpose
    ? { wrappingAlgorithm, lengthBytes, parameters: purpose.parameters }
    : { wrappingAlgorithm, lengthBytes, wrappingKeySpec: purpose.wrappingKeySpec };
}

/** The digits of a check value, however they are grouped; undefined when these are not one. */
export function checkValueOf(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s\-\u2010-\u2015]/g, '').toLowerCase();
  return /^[0-9a-f]{16}$/.test(digits) ? digits : undefined;
}

/** Whether main says that what was held is no longer held. */
export function isHeldGone({ code }: AppError): boolean {
  return code === 'copy.released' || code === 'copy.gone';
}

/** The copy that was found, if everything needed to open it is there. */
export function copyToOpen({ copy }: RestoreFields): FoundCopyView | undefined {
  const found = atHand(copy);
  return found && copyLack(found) === undefined ? found : undefined;
}

/** Whether anybody could have made the copy, and main does not know yet what must be in it. */
export function needsCheckValue({ restore, mayBeKnown }: CustodyState): boolean {
  const copy = copyToOpen(restore);
  return copy !== undefined && copy.form !== 'passphrase' && !mayBeKnown;
}

/** What is wrong with what was typed about the copy; a field without a fault is absent. */
export function restoreFaults(state: CustodyState): {
  readonly passphrase?: 'empty';
  readonly checkValue?: 'digits' | 'missing';
} {
  const { restore } = state;
  const { passphrase, checkValue, isUnknown } = restore;
  const isMissing = needsCheckValue(state) && !isUnknown && checkValue.trim() === '';
  const needsPassphrase = copyToOpen(restore)?.form === 'passphrase';
  return {
    ...(needsPassphrase && passphrase === '' ? { passphrase: 'empty' } : {}),
    ...(isMissing ? { checkValue: 'missing' } : {}),
    ...(checkValue.trim() !== '' && checkValueOf(checkValue) === undefined ? { checkValue: 'digits' } : {}),
  };
}

export type OpenRequest = Omit<RequestOf<'openCopy'>, 'purpose'>;

/** What main is asked to open; undefined while something is missing. */
export function openRequest(state: CustodyState): OpenRequest | undefined {
  const { restore } = state;
  const copy = copyToOpen(restore);
  if (!copy || Object.keys(restoreFaults(state)).length > 0 || restore.record.at === 'working')
    return undefined;
  const isUnknown = needsCheckValue(state) && restore.isUnknown;
  const checkValue = isUnknown ? 'unknown' : checkValueOf(restore.checkValue);
  return {
    copy: copy.handle,
    ...(copy.form === 'passphrase' ? { passphrase: restore.passphrase } : {}),
    ...(checkValue === undefined ? {} : { checkValue }),
  };
}
