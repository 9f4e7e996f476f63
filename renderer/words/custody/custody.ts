import { noCopyConfirmation, type CopyForm, type HeldView } from '../../../main/shared/views/custody';
import { limits } from '../../../main/shared/limits';
import { bothInstants } from '../shell/instants';
import type { WordsFault } from './two-words';

export type PassphraseFault = 'empty' | 'long' | 'weak';
export type CustodianFault = 'empty' | 'twice' | 'unusable';

/** What is wrong with the fields of the form that is chosen; undefined where nothing is. */
export interface CopyFaults {
  readonly passphrase?: PassphraseFault;
  readonly repeated?: 'empty' | 'differs';
  /** Two words of a suggested passphrase. */
  readonly words?: WordsFault;
  /** One entry per custodian, in their order. */
  readonly custodians?: readonly (CustodianFault | undefined)[];
  readonly recipients?: 'none' | 'many';
}

export const passphraseWords = {
  passphrase: 'Passphrase',
  repeat: 'Repeat passphrase',
  show: 'Show',
  showNamed: (label: string) => `Show: ${label}`,
  typeAgain: 'Keyferry keeps no passphrase once it has been used. Type it again for the next attempt.',
} as const;

export const custodyWords = {
  title: 'Keep a copy before you go on',
  description:
    'AWS never gives key material back. With a copy it can be imported again, whatever happens; nothing is imported before the copy is safe.',
  form: 'How the copy is protected',
  forms: {
    passphrase: {
      label: 'Sealed copy',
      text: 'Recommended. One file that a passphrase opens, with Keyferry or with the age program.',
    },
    shares: {
      label: 'Split among custodians',
      text: 'Shares for different people. Enough of them together restore the key material; fewer reveal nothing.',
    },
    recipients: {
      label: 'Sealed for age recipients',
      text: 'For people or devices that already use age: one file that any of them opens with their own identity.',
    },
  },
  save: {
    passphrase: 'Save sealed copy',
    shares: 'Save shares',
    recipients: 'Save copy for recipients',
  } satisfies Record<CopyForm, string>,
  saving: 'Sealing, saving and opening it again…',
  cancel: 'Cancel',
  notSaved: 'There is no copy yet: save one before you go on.',
} as const;

export const sealWords = {
  text: `Its strength is counted in bits: each bit doubles the guesses that it takes. A copy needs ${limits.minPassphraseBits}, which six unrelated words have. Anyone who has both the file and the passphrase has the key.`,
  suggest: 'Suggest a passphrase',
  suggested: {
    title: 'Ten random words, only for this copy',
    text: 'Print them or write them down now. They stay here until the copy is saved, and are not shown again after that.',
    print: 'Print passphrase',
    copy: 'Copy passphrase',
  },
} as const;

const passphraseFaults: Record<PassphraseFault, string> = {
  empty: 'Type a passphrase, or let Keyferry suggest one.',
  long: `Use at most ${limits.maxPassphraseChars} characters.`,
  weak: 'This can be guessed. Use six or more words that do not belong together, or let Keyferry suggest ten.',
};

const repeatFaults: Record<NonNullable<CopyFaults['repeated']>, string> = {
  empty: 'Type the passphrase a second time.',
  differs: 'This is not the same passphrase.',
};

export function passphraseFaultText({ passphrase }: CopyFaults): string {
  return passphrase === undefined ? '' : passphraseFaults[passphrase];
}

export function repeatFaultText({ repeated }: CopyFaults): string {
  return repeated === undefined ? '' : repeatFaults[repeated];
}

/** The sheet with a suggested passphrase. */
export const passphraseSheet = {
  title: 'Passphrase of a sealed copy',
  lead: 'It opens an age file with key material that Keyferry sealed. Keep this sheet apart from that file: anyone who has both has the key.',
  words: 'Type it exactly as it is here, with the hyphens:',
  lines: ['Name of the file', 'Kept by', 'Place', 'Date and signature'],
} as const;

export const splitWords = {
  text: 'Each custodian gets a file and a sheet to print. Give them to different people: anyone who has as many of them as are needed has the key.',
  threshold: 'Shares needed to restore',
  thresholdOption: (threshold: number, count: number) => `Any ${threshold} of ${count}`,
  thresholdAll: 'If a single share is lost, the key material cannot be restored.',
  custodian: (number: number) => `Custodian ${number}`,
  custodianText: 'A name or a role, as it will stand on the sheet.',
  add: 'Add custodian',
  remove: 'Remove',
  removeNamed: (number: number) => `Remove custodian ${number}`,
} as const;

const custodianFaults: Record<CustodianFault, string> = {
  empty: 'Type a name.',
  twice: 'Another custodian has this name already.',
  unusable: `Use at most ${limits.maxCustodianChars} characters, and none that cannot be printed.`,
};

export function custodianFaultText({ custodians }: CopyFaults, at: number): string {
  const fault = custodians?.[at];
  return fault === undefined ? '' : custodianFaults[fault];
}

export const recipientWords = {
  label: 'Seal for age recipients',
  text: `Public keys of people or devices that already use age, one per line, up to ${limits.maxRecipients}. Any one of them opens the copy, with its own identity; without that identity, Keyferry cannot try it.`,
  placeholder: 'age1…',
  faults: {
    none: 'Paste at least one public key.',
    many: `Use at most ${limits.maxRecipients} public keys.`,
  },
} as const;

export const noCopyWords = {
  label: `Type “${noCopyConfirmation}” to go on without one`,
  generated:
    'If the key material expires or is deleted and no copy exists, everything encrypted under it is lost for good. The record will say that there is no copy.',
  own: 'Then your own file is all there is. If it gets lost, and the key material expires or is deleted, everything encrypted under it is lost for good. The record will say that Keyferry made no copy.',
  confirmed: 'You go on without a copy.',
  wrong: `Type exactly “${noCopyConfirmation}”, or leave this empty and save a copy.`,
} as const;

/** What is held, and for how long. */
export const heldWords = {
  titles: {
    generated: 'The copy is saved, and opens',
    file: 'The copy is saved, and opens',
    restored: 'The copy is open',
  } satisfies Record<HeldView['source'], string>,
  texts: {
    generated:
      'The key material was generated, and what was saved has been read back, opened again and compared: it is the same.',
    file: 'What was saved has been read back, opened again and compared with your file: it is the same key material.',
    restored: 'What it holds is whole, and ready to be used.',
  } satisfies Record<HeldView['source'], string>,
  recipientsText:
    'The copy was opened with its own key, not as a recipient opens it: nobody here holds a recipient’s identity. It is sealed to each public key that you pasted, and to no other. Before you rely on it, rehearse a restore with the identity file of a recipient.',
  sharesText:
    'Print each sheet, hand sheet and file to its custodian, then delete the files here: together they are the key.',
  rehearseText:
    'Only a fresh read proves that a stick kept its files. When this job is done, unplug the stick, plug it in again, and rehearse the restore from the home screen.',
  facts: 'What is held',
  material: 'Key material',
  until: (instant: string) =>
    `Keyferry holds the key material in memory until ${instant}. After that the copy has to be opened again.`,
  startAgain: 'Start again with other material',
  startAgainText: 'The saved copy stays where it is, and can be restored.',
  loss: {
    title: 'Give up the key material that is held?',
    text: 'Keyferry then forgets it. The copy stays where it is: restore it to use the same key material again.',
    stay: 'Keep it',
    goOn: 'Give it up',
  },
} as const;

export function heldUntilText(held: HeldView): string {
  return heldWords.until(bothInstants(new Date(held.heldUntil)));
}

/** What a screen reader says once material is held. */
export function announceHeld({ source }: HeldView): string {
  return `${heldWords.titles[source]}. ${heldWords.texts[source]}`;
}
