/** Why a line is refused: a character that does not belong in it, or letters of two scripts. */
export type LineFault =
  | { readonly reason: 'empty' }
  | { readonly reason: 'tooLong'; readonly maxChars: number }
  | { readonly reason: 'character'; readonly character: string }
  | { readonly reason: 'mixedScripts'; readonly character: string };

/** Letters that people write together: of one script, or of those that one language mixes. */
const alphabets: readonly (readonly [name: string, letters: RegExp])[] = [
  // SECURITY: the rest of Latin holds letters that look like others (ɑ, ǃ), and nobody is called so.
  ['Latin', /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0218-\u021b\u1e00-\u1eff]/u],
  ['Greek', /[\p{Script=Greek}]/u],
  ['Cyrillic', /[\p{Script=Cyrillic}]/u],
  ['Armenian', /[\p{Script=Armenian}]/u],
  ['Georgian', /[\p{Script=Georgian}]/u],
  ['Hebrew', /[\p{Script=Hebrew}]/u],
  ['Arabic', /[\p{Script=Arabic}]/u],
  ['Devanagari', /[\p{Script=Devanagari}]/u],
  ['Thai', /[\p{Script=Thai}]/u],
  ['Chinese', /[\p{Script=Han}]/u],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]/u],
  ['Korean', /[\p{Script=Hangul}\p{Script=Han}]/u],
];

const always = /[ 0-9]/;
const inNames = /[.,&'’()+/-]/;
const inContacts = /[!-/:-@_~’]/;

/**
 * Whether a line of a card can be shown to people without deceiving them. Plain rule: letters of one script, the digits
 * 0 to 9, single spaces and some punctuation, in NFC; nothing that nobody sees, nothing that only looks like something
 * else. So no name is half Latin and half Cyrillic; one that is wholly Cyrillic is told apart by its script.
 */
export function lineFault(text: string, kind: 'name' | 'contact', maxChars: number): LineFault | undefined {
  if (text.trim() === '') return { reason: 'empty' };
  const characters = Array.from(text);
  if (characters.length > maxChars) return { reason: 'tooLong', maxChars };
  const punctuation = kind === 'name' ? inNames : inContacts;
  const letters = characters.filter((character) => !always.test(character) && !punctuation.test(character));
  const odd = letters.find((letter) => !isLetter(letter)) ?? notComposed(text) ?? needlessSpace(text);
  if (odd !== undefined) return { reason: 'character', character: codePoint(odd) };
  if (letters.length === 0 && kind === 'name') return { reason: 'empty' };
  const foreign = firstForeign(letters);
  return foreign === undefined ? undefined : { reason: 'mixedScripts', character: codePoint(foreign) };
}

/** Whose letters a line without fault is written in. */
export function scriptOf(text: string): string | undefined {
  const letters = Array.from(text).filter((character) => /[\p{L}\p{M}]/u.test(character));
  return alphabets.find(
    ([, alphabet]) => letters.length > 0 && letters.every((letter) => alphabet.test(letter)),
  )?.[0];
}

/** `U+202E`: how to name a character that cannot be shown. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Of a known alphabet, and seen. Wide, circled and ligature forms are other characters that look the same; some scripts
 * have fillers, digits and marks of direction besides their letters.
 */
const isLetter = (character: string): boolean =>
  /[\p{L}\p{M}]/u.test(character) &&
  !/\p{Default_Ignorable_Code_Point}/u.test(character) &&
  character.normalize('NFKC') === character.normalize('NFC') &&
  alphabets.some(([, alphabet]) => alphabet.test(character));

/** The first letter that no alphabet has together with those before it. */
function firstForeign(letters: readonly string[]): string | undefined {
  let shared = alphabets;
  for (const letter of letters) {
    shared = shared.filter(([, alphabet]) => alphabet.test(letter));
    if (shared.length === 0) return letter;
  }
  return undefined;
}

/** The first character that NFC writes otherwise. */
function notComposed(text: string): string | undefined {
  const composed = Array.from(text.normalize('NFC'));
  return text.normalize('NFC') === text
    ? undefined
    : Array.from(text).find((character, at) => character !== composed[at]);
}

const needlessSpace = (text: string): string | undefined => (/^ | {2}| $/.test(text) ? ' ' : undefined);
