import type { CopyForm } from '../../../main/shared/views/custody';

export const restoreWords = {
  title: 'What opens it',
  passphraseText: 'The one that was chosen when the copy was sealed. It is used once and never stored.',
  passphraseMissing: 'Type the passphrase of the copy.',
  checkValue: 'Check value from your record (recommended)',
  checkValueText:
    'It shows whether this copy holds the key material that you are looking for. You find it in every hand-over summary, return package and saved summary.',
  checkValueNeeded: 'Check value from your record',
  checkValueNeededText:
    'Anybody can make shares, or seal a file for an age recipient: only this shows whether it is the key material that you are looking for. You find it in every hand-over summary, saved summary, ceremony record and successor card.',
  chooseRecord: 'Read it from a record',
  unknown: 'I do not have the check value',
  unknownText:
    'Then nothing shows whose key material this is. If somebody else made this copy, they know your key. The record will say that the check value was not compared.',
  checkValueForm: '16 digits and letters, as in 0123 4567 89ab cdef',
  checkValueWrong: 'A check value has 16 hexadecimal digits: 0 to 9 and a to f.',
  checkValueFaults: {
    digits: 'A check value has 16 hexadecimal digits: 0 to 9 and a to f.',
    missing: 'Type the check value, or say that you do not have it.',
  },
  open: {
    passphrase: 'Open sealed copy',
    recipients: 'Open sealed copy',
    shares: 'Open shares',
  } satisfies Record<CopyForm, string>,
  opening: 'Opening the copy and checking what it holds…',
  notOpened: 'The copy is not open yet: open it before you go on.',
  forOtherKey: {
    title: 'This key material was made for another key',
    text: (key: string) =>
      `The copy was made for ${key}. If that key exists, import the key material into it again: a new key has another ARN, and opens nothing that was encrypted under the old one.`,
    way: 'For that, open that key under “Look after imported keys”, and import its material again with this copy.',
    lookAfter: 'Look after imported keys',
    label: 'Type “new key” to make a new key of it all the same',
    description: 'The record will say that key material from an earlier copy went into a new key.',
    wrong: 'To go on, type the two words: new key.',
    missing: 'Type “new key”, or import the key material into its own key.',
    confirmed: 'If the other key exists, there will be two keys with the same key material.',
  },
  notCompared: {
    title: 'The check value was not compared',
    text: 'Nothing shows that this is the key material that you are looking for. Compare what the copy says below with your records before you go on.',
  },
  otherPlace: {
    title: 'The copy was made for another account or Region',
    text: (ofCopy: string, expected: string) =>
      `It names ${ofCopy}, and you are about to use it in ${expected}. Go on only if you mean to.`,
  },
  otherKey: {
    title: 'The copy was made for another key',
    text: (ofCopy: string, expected: string) =>
      `It names the key ${ofCopy}, and the import parameters are for ${expected}. A key that has had key material before takes only that same material again, so AWS would refuse any other.`,
  },
} as const;
