import { isStrong, type CopyPlan, type PassphraseStrength } from '../../main/shared/views/custody';
import { limits } from '../../main/shared/limits';
import type { CopyFaults, CustodianFault, PassphraseFault } from '../words/custody/custody';
import type { CopyFields } from './state';
import { wordsFault } from './two-words';

/** @param strength of the passphrase; undefined while it is not known, which counts as weak. */
export function copyFaults(fields: CopyFields, strength: PassphraseStrength | undefined): CopyFaults {
  switch (fields.form) {
    case 'passphrase':
      return passphraseFaults(fields, strength);
    case 'recipients': {
      const count = recipientsOf(fields).length;
      if (count === 0) return { recipients: 'none' };
      return count > limits.maxRecipients ? { recipients: 'many' } : {};
    }
    case 'shares': {
      const custodians = fields.custodians.map(custodianFault);
      return custodians.every((fault) => fault === undefined) ? {} : { custodians };
    }
  }
}

function passphraseFaults(
  { passphrase, repeated, suggested }: CopyFields,
  strength: PassphraseStrength | undefined,
): CopyFaults {
  const fault = passphraseFault(passphrase, strength);
  if (fault !== undefined) return { passphrase: fault };
  if (repeated !== passphrase) return { repeated: repeated === '' ? 'empty' : 'differs' };
  const words = suggested && wordsFault(passphrase, suggested);
  return words === undefined ? {} : { words };
}

function passphraseFault(
  passphrase: string,
  strength: PassphraseStrength | undefined,
): PassphraseFault | undefined {
  if (passphrase === '') return 'empty';
  if (passphrase.length > limits.maxPassphraseChars) return 'long';
  return strength && isStrong(strength) ? undefined : 'weak';
}

/** Names are compared as main compares them. */
function custodianFault(name: string, at: number, all: readonly string[]): CustodianFault | undefined {
  const same = (other: string): boolean => nameOf(other).toLowerCase() === nameOf(name).toLowerCase();
  if (nameOf(name) === '') return 'empty';
  if (nameOf(name).length > limits.maxCustodianChars || /\p{C}/u.test(nameOf(name))) return 'unusable';
  return all.findIndex(same) < at ? 'twice' : undefined;
}

const nameOf = (typed: string): string => typed.trim().normalize('NFC');

/** One per line; empty lines do not count. */
function recipientsOf({ recipients }: CopyFields): readonly string[] {
  return recipients
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What main is asked to make; undefined while something is wrong with it. */
export function copyPlan(fields: CopyFields, strength: PassphraseStrength | undefined): CopyPlan | undefined {
  if (Object.keys(copyFaults(fields, strength)).length > 0) return undefined;
  switch (fields.form) {
    case 'passphrase':
      return { by: 'passphrase', passphrase: fields.passphrase };
    case 'recipients':
      return { by: 'recipients', recipients: recipientsOf(fields) };
    case 'shares':
      return { by: 'shares', threshold: fields.threshold, custodians: fields.custodians.map(nameOf) };
  }
}
