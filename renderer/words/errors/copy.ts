import { limits } from '../../../main/shared/limits';
import { checkValueGroups } from '../custody/copies';
import { weaknessReasons } from '../custody/passphrase-strength';
import { because, quoted, withFact, type ErrorWords, type Facts, type TextsOf } from './error-text';

const digitsDisagree: ErrorWords = {
  title: 'These shares do not fit together',
  meaning:
    'Each of them is whole, but together they are not the key material that was split. At least one of them was replaced.',
  next: 'Remove one share, add that of another custodian, and find out where the wrong one comes from.',
};

/** Both sides: only the custodians can tell which of them is right. */
function linesDisagree(facts: Facts): ErrorWords {
  const side = (number: string, custodian: string, value: string): string =>
    `share ${quoted(facts, number, '')} of ${quoted(facts, custodian, 'one custodian')} says ${withFact(facts, value, (said) => `“${said}”`) || 'nothing'}`;
  return {
    title: 'These shares do not say the same about their key',
    meaning: `At the line ${quoted(facts, 'line', 'of one of them')}, ${side('number', 'custodian', 'value')}, and ${side('otherNumber', 'otherCustodian', 'otherValue')}. All shares of a set say the same, so somebody changed one of the two. Nothing was restored.`,
    next: 'Compare both with their printed sheets, and find out who changed what. Other custodians whose shares agree can restore without it.',
  };
}

/** `Share 2 of “Bob”, in “share.txt”,` with as much of it as is known. */
function shareNamed(facts: Facts): string {
  const number = withFact(facts, 'number', (said) => `Share ${said}`) || 'This share';
  const custodian = withFact(facts, 'custodian', (said) => ` of “${said}”`);
  return `${number}${custodian}${withFact(facts, 'name', (said) => `, in “${said}”,`)}`;
}

export const copyTexts: TextsOf<'copy'> = {
  'copy.notConfirmed': () => ({
    title: 'There is no copy of the key material yet',
    meaning:
      'AWS never gives key material back, so without a copy it can never be imported again. Going on without one takes a confirmation, which was not given.',
    next: 'Save a sealed copy or shares, or type “no copy” where that is asked for.',
  }),
  'copy.forOtherKey': () => ({
    title: 'This key material was made for another key',
    meaning:
      'It was restored from a copy, so there may be a key that has it. A new key of it takes a confirmation, which was not given.',
    next: 'Import it into its own key again with “Wrap key material offline”, or type “new key” where that is asked for.',
  }),
  'copy.weakPassphrase': (facts) => ({
    title: 'This passphrase is too weak for a sealed copy',
    meaning: [
      'Anyone who finds the file can try passphrases for years.',
      `A copy needs ${withFact(facts, 'neededBits', String) || limits.minPassphraseBits} bits${withFact(facts, 'bits', (bits) => `, and this one has ${bits}`)}: each bit doubles the guesses.`,
      because(facts, weaknessReasons, '', 'weakness'),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    next: 'Let Keyferry suggest a passphrase, or make up a longer one.',
  }),
  'copy.badRecipient': (facts) => ({
    title: `${withFact(facts, 'number', (number) => `Recipient ${number}`) || 'One of the recipients'} cannot be used`,
    meaning: because(
      facts,
      {
        notAge:
          'This is not an age public key. Those begin with age1, and a single missing or wrong letter makes them unusable.',
        unsupported:
          'It needs a plugin or an SSH key, which Keyferry does not use, or it is post-quantum and others here are not: age seals for one kind at a time.',
      },
      'It is not an age public key that Keyferry can seal for.',
    ),
    next: 'Paste this public key again, whole, or leave it out.',
  }),
  'copy.badCustodians': () => ({
    title: 'The key material cannot be split in this way',
    meaning: `There can be ${limits.minCustodians} to ${limits.maxCustodians} custodians, with different names. At least ${limits.minCustodians} of their shares have to be needed, and at most all of them.`,
    next: 'Correct the names, or the number of shares that are needed.',
  }),
  'copy.reopenDiffers': (facts) => ({
    title: `${quoted(facts, 'name', 'The copy')} does not open to what was put into it`,
    meaning:
      'It was saved, read back and opened, and it was something else, so it was removed again. The disk or the stick is probably failing.',
    next: 'Save the copy again, on another disk.',
  }),
  'copy.nothingRecognised': (facts) => ({
    title: `${quoted(facts, 'name', 'What you brought')} is neither a sealed copy nor a share`,
    meaning:
      'A sealed copy is an age file. A share is a text file or a sheet that Keyferry wrote, or what somebody typed from the sheet, from “Keyferry share” to “Checksum”.',
    next: 'Choose the sealed copy, or the shares.',
  }),
  'copy.notADocument': (facts) => ({
    title: `${quoted(facts, 'name', 'What you brought')} is no copy, share or record of a key`,
    meaning: 'Nothing of it was kept.',
    next: 'Choose the sealed copy, one of the shares, the ceremony record or the hand-over summary.',
  }),
  'copy.severalCopies': () => ({
    title: 'There is more than one copy among these files',
    meaning: 'Only one sealed copy, or the shares of one set, can be opened at a time.',
    next: 'Choose one sealed copy, or only the shares.',
  }),
  'copy.wrongPassphrase': () => ({
    title: 'This passphrase does not open the copy',
    meaning:
      'Either it is not the passphrase of this copy, or the file is damaged where the passphrase is needed. A sealed file does not tell which.',
    next: 'Type the passphrase again. Capitals and spaces count.',
  }),
  'copy.needsIdentity': () => ({
    title: 'This copy opens with an age identity file',
    meaning: 'It was sealed for age recipients, and no identity file came with it.',
    next: 'Choose the copy again, together with the identity file of one of its recipients.',
  }),
  'copy.wrongIdentity': () => ({
    title: 'This age identity file does not open the copy',
    meaning: 'The copy was sealed for other recipients.',
    next: 'Choose the copy again, together with the identity file of one of its recipients.',
  }),
  'copy.workFactor': (facts) => ({
    title: 'Opening this file would take too long',
    meaning: `It asks for more work than a copy of Keyferry ever does${withFact(facts, 'workFactor', (factor) => `: its work factor is ${factor}`)}. Somebody may have made it to keep this computer busy.`,
    next: 'Choose the copy that Keyferry saved.',
  }),
  'copy.damaged': (facts) => ({
    title: `${quoted(facts, 'name', 'The copy')} is damaged`,
    meaning: 'It is not what was once saved: a part of it was changed or cut off. Nothing of it was used.',
    next: 'Choose another copy of this file.',
  }),
  'copy.notOurs': (facts) => ({
    title: `${quoted(facts, 'name', 'The file')} holds no copy of key material`,
    meaning: 'It opens, but what is in it was not written by Keyferry.',
    next: 'Choose the sealed copy that Keyferry saved.',
  }),
  'copy.version': (facts) => ({
    title: 'A newer Keyferry made this copy',
    meaning: `This version does not know its format${withFact(facts, 'version', (version) => ` (version ${version})`)}.`,
    next: 'Open it with a version of Keyferry that is at least as new as the one that made it.',
  }),
  'copy.tooFewShares': (facts) => ({
    title: 'More shares are needed',
    meaning: `${withFact(facts, 'need', (need) => `Restoring takes ${need} shares of this set. `)}${withFact(facts, 'have', (have) => `At hand: ${have}. `)}The same share twice counts once.`,
    next: 'Add the shares of more custodians. Those at hand stay.',
  }),
  'copy.mixedShares': (facts) => ({
    title: 'These shares belong to different sets',
    meaning: `Only shares with the same serial fit together${withFact(facts, 'serials', (serials) => `; these are of ${serials}`)}.`,
    next: 'Choose only the shares of one set.',
  }),
  'copy.otherShares': (facts) => ({
    title: `${shareNamed(facts)} belongs to another set`,
    meaning: `Its serial is ${quoted(facts, 'serial', 'another one')}, and the shares at hand are of ${quoted(facts, 'expected', 'their own set')}. Only shares with the same serial fit together. It was not added.`,
    next: 'Ask this custodian for the share with the right serial. The key material may have been split more than once.',
  }),
  'copy.shareTwice': (facts) => ({
    title: `${shareNamed(facts)} is here already`,
    meaning: 'The same share twice counts once, so nothing was added.',
    next: 'Add the share of another custodian.',
  }),
  'copy.shareDamaged': (facts) => ({
    title: `${quoted(facts, 'name', 'The share that was typed')} is damaged or mistyped`,
    meaning: 'Its checksum does not match its digits and the lines above them.',
    next: 'Compare it with the printed sheet, character by character, or use the share of another custodian.',
  }),
  'copy.sharesDisagree': (facts) => (facts['line'] === undefined ? digitsDisagree : linesDisagree(facts)),
  'copy.otherKey': (facts) => ({
    title: 'This copy says that it is of another key',
    meaning: `${withFact(facts, 'found', (found) => `It names ${found}`) || 'It names another key'}${withFact(facts, 'expected', (expected) => `, and not ${expected}`)}.`,
    next: 'Look for the copy of this key: its successor card says where it is kept.',
  }),
  'copy.otherMaterial': (facts) => ({
    title: 'This is other key material',
    meaning: `It is whole, but ${withFact(facts, 'found', (found) => `its check value is ${checkValueGroups(found)}`) || 'its check value is another one'}${withFact(facts, 'expected', (expected) => `, not ${checkValueGroups(expected)}`)}.`,
    next: 'Look for the copy of the right key material, and check that the record is of the same key.',
  }),
  'copy.needsCheckValue': () => ({
    title: 'This copy needs a check value to compare',
    meaning:
      'Anybody can make shares, or seal a file for an age recipient. Only the check value tells whether this copy is of the key material that you are looking for.',
    next: 'Type the check value from your record, or say that you do not have it.',
  }),
  'copy.practice': (facts) => ({
    title: because(
      facts,
      { practice: 'This copy is for practice' },
      'This copy is of a real key, and this is practice',
    ),
    meaning: because(
      facts,
      {
        practice:
          'It says PRACTICE: its key exists in the practice AWS inside Keyferry and nowhere else. It is not used for a real key.',
      },
      'Key material of a real key does not go into the practice AWS.',
    ),
    next: because(
      facts,
      { practice: 'Choose the copy of the real key.' },
      'Choose a copy that was made in practice, or generate key material.',
    ),
  }),
  'copy.otherCeremony': (facts) => ({
    title: 'This copy belongs to another ceremony',
    meaning: `It names the ceremony ${quoted(facts, 'found', 'of another key')}, and this work is ${quoted(facts, 'expected', 'another one')}. Nothing of it was used.`,
    next: 'Choose the copy that was made in this ceremony.',
  }),
  'copy.noCheckValue': (facts) => ({
    title: `${quoted(facts, 'name', 'The record')} says no check value`,
    meaning:
      'Hand-over summaries, return packages and saved summaries name it once. This file names none, or several that differ.',
    next: 'Choose another record, or type the check value.',
  }),
  'copy.noPracticeCopy': () => ({
    title: 'There is no practice copy of this key',
    meaning: 'Keyferry makes practice copies only of the keys that the practice account came with.',
    next: 'Use the copy that you made when you practised with this key.',
  }),
  'copy.gone': () => ({
    title: 'The copy is no longer at hand',
    meaning: 'A copy is held only while its job is open. This one was released.',
    next: 'Choose the copy again.',
  }),
  'copy.released': (facts) => ({
    title: 'The key material is no longer held',
    meaning: `The process that held it has ended, after use or after ${limits.heldMaterialMinutes} minutes. ${facts['copies'] === 0 ? 'No copy of it was kept.' : 'Your copy is where you saved it.'}`,
    next:
      facts['copies'] === 0
        ? 'Choose your own file again, or generate other key material: that is possible until the first import.'
        : 'Restore the key material from the copy, then go on.',
  }),
  'copy.cancelled': () => ({
    title: 'Cancelled, as you asked',
    meaning: 'The process that was working on the copy has ended, and nothing of it is kept.',
    next: 'Start again when you are ready.',
  }),
};
