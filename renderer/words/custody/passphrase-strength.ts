import {
  isStrong,
  type PassphraseStrength,
  type PassphraseWeakness,
} from '../../../main/shared/views/custody';
import { limits } from '../../../main/shared/limits';

export const weaknessReasons: Record<PassphraseWeakness, string> = {
  known:
    'It is made of words that belong to this key: a guesser tries the alias, the receiver, the account and the Region first.',
  repeated: 'It repeats the same characters.',
  row: 'It follows a row of keys, letters or digits.',
  date: 'It is made of a date.',
  common: 'It is one of the passwords that many people use.',
  name: 'It is made of a first name.',
  few: 'Use six or more words that do not belong together, or 24 random characters.',
  control: 'It has a character that cannot be typed, such as a tab.',
};

/** What stands beside the bar. */
export function strengthText(strength: PassphraseStrength | undefined): string {
  if (strength === undefined) return '';
  const { bits, weakness } = strength;
  if (isStrong(strength)) return `Strong: at least ${bits} bits; a copy needs ${limits.minPassphraseBits}.`;
  const measured = `Too easy to guess: ${bits} of the ${limits.minPassphraseBits} bits that a copy needs.`;
  return weakness === undefined ? measured : `${measured} ${weaknessReasons[weakness]}`;
}
