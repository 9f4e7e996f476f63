import type { WordsFault } from '../words/custody/two-words';

/** What shows that a suggested passphrase was kept: two of its words, by their places, the first of all being 1. */
export interface WordsAsked {
  readonly places: readonly [number, number];
  readonly typed: string;
}

const wordsOf = (text: string): readonly string[] => text.split(/[^a-z]+/).filter((word) => word !== '');

/** Other words each time, so that nobody learns to keep only those. */
export function askWords(passphrase: string): WordsAsked {
  const count = wordsOf(passphrase).length;
  const [one = 0, other = 0] = crypto.getRandomValues(new Uint32Array(2));
  const first = one % count;
  const second = (first + 1 + (other % (count - 1))) % count;
  return { places: [Math.min(first, second) + 1, Math.max(first, second) + 1], typed: '' };
}

/** What is wrong with the words as they were typed; undefined where they are right. */
export function wordsFault(passphrase: string, { places, typed }: WordsAsked): WordsFault | undefined {
  const words = wordsOf(passphrase);
  const given = wordsOf(typed.toLowerCase());
  if (given.length === 0) return 'empty';
  const asked = places.map((place) => words[place - 1]);
  return given.join(' ') === asked.join(' ') ? undefined : 'differs';
}
