import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import commonWords from '@zxcvbn-ts/language-en/dist/commonWords.json.mjs';
import firstNames from '@zxcvbn-ts/language-en/dist/firstnames.json.mjs';
import { isStrong, type PassphraseStrength, type PassphraseWeakness } from '../shared/views/custody';

/** What stands at the front decides long before this; more would take longer than a key press. */
const measuredChars = 64;
/** What stands between words. It is counted once, however often it comes. */
const betweenWords = /[\s\p{Pd}_.,;:|/\\+]+/gu;

const meter = new ZxcvbnFactory({
  dictionary: { ...dictionary, 'commonWords-en': commonWords, 'firstnames-en': firstNames },
  graphs: adjacencyGraphs,
  maxLength: measuredChars,
  // Ways to read “4” as “a” that are tried; with the hundred of the default a measure takes up to 250 ms.
  l33tMaxSubstitutions: 8,
});

/** A part of the passphrase, what zxcvbn knows it from, and how many guesses it takes by itself. */
interface Part {
  readonly pattern: string;
  readonly chars: number;
  readonly guesses: number;
  /** The list that the word is in. */
  readonly list: string;
}

/**
 * How hard a passphrase is to guess for somebody who knows the usual words, names, dates and rows of keys, and what the
 * passphrase is for.
 *
 * The bits are the smaller of two sums: over the parts that zxcvbn finds in the whole, and over the different words by
 * themselves. zxcvbn's own total also counts the order of the parts and how many they are. That makes a strong
 * passphrase of six words that stand on the same page, so it is not used.
 *
 * @param knownWords see known-words.ts
 */
export function measurePassphrase(passphrase: string, knownWords: readonly string[]): PassphraseStrength {
  const measured = passphrase.slice(0, measuredChars);
  const measure = (text: string): readonly Part[] => partsOf(text, knownWords);
  const whole = measure(measured);
  const words = new Set(measured.split(betweenWords).filter((word) => word !== ''));
  const separators = new Set(measured.match(betweenWords));
  let byWord = separators.size * Math.log2(10);
  for (const word of words) byWord += bitsOf(measure(word));
  const bits = Math.floor(Math.min(bitsOf(whole), byWord));
  // SECURITY: the meter keeps what it measured last, and the part of it that was repeated. This takes the place of
  // both.
  meter.check('aaaa');
  return isStrong({ bits }) ? { bits } : { bits, weakness: weaknessOf(whole, measured.length) };
}

function partsOf(text: string, knownWords: readonly string[]): readonly Part[] {
  return meter.check(text, [...knownWords]).sequence.map((match) => ({
    pattern: match.pattern,
    chars: match.token.length,
    guesses: Number('guesses' in match ? match['guesses'] : 1),
    list: String('dictionaryName' in match ? match.dictionaryName : ''),
  }));
}

function bitsOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { guesses }) => sum + Math.log2(guesses), 0);
}

/** What most of the passphrase is; a word that is known from elsewhere is said wherever it stands. */
function weaknessOf(parts: readonly Part[], length: number): PassphraseWeakness {
  const kinds = parts.map((part) => ({ kind: kindOf(part), chars: part.chars }));
  if (kinds.some(({ kind }) => kind === 'known')) return 'known';
  const main = kinds.find(({ kind, chars }) => kind !== 'few' && chars * 2 >= length);
  return main?.kind ?? 'few';
}

function kindOf({ pattern, list }: Part): PassphraseWeakness {
  switch (pattern) {
    case 'repeat':
      return 'repeated';
    case 'sequence':
    case 'spatial':
      return 'row';
    case 'date':
    case 'regex':
      return 'date';
    case 'dictionary':
      return kindOfWord(list);
    default:
      return 'few';
  }
}

function kindOfWord(list: string): PassphraseWeakness {
  if (list === 'userInputs') return 'known';
  if (list.startsWith('passwords')) return 'common';
  return list.startsWith('firstnames') ? 'name' : 'few';
}
