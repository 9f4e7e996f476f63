/** Why a line is refused: a character that does not belong in it, or letters of two scripts. */
export type LineFault =
  | { readonly reason: 'empty' }
  | { readonly reason: 'tooLong'; readonly maxChars: number }
  | { readonly reason: 'character'; readonly character: string }
  | { readonly reason: 'mixedScripts'; readonly character: string };

/** Letters that are written together: of one script, or of several that one language mixes. */
const alphabets: readonly (readonly [name: string, letters: RegExp])[] = [
  // SECURITY: the rest of Latin has letters that look like others (ɑ, ǃ) and that names do not use.
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
 * Why a line of a card could deceive people; undefined when it could not. A plain line has letters of one script, the
 * digits 0 to 9, single spaces and some punctuation, in NFC; nothing invisible, and nothing that only looks like
 * something else. So no name mixes Latin and Cyrillic; for one that is all Cyrillic, the page shows its script.
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

/** The name of the script that a line without fault is written in. */
export function scriptOf(text: string): string | undefined {
  const letters = Array.from(text).filter((character) => /[\p{L}\p{M}]/u.test(character));
  return alphabets.find(
    ([, alphabet]) => letters.length > 0 && letters.every((letter) => alphabet.test(letter)),
  )?.[0];
}

/** The name of a character that cannot be shown, such as `U+202E`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Whether a character is a visible letter of a known alphabet. Wide, circled and ligature forms are refused, because
 * they look like other characters, and so are the fillers, digits and direction marks of some scripts.
 */
const isLetter = (character: string): boolean =>
  /[\p{L}\p{M}]/u.test(character) &&
  !/\p{Default_Ignorable_Code_Point}/u.test(character) &&
  character.normalize('NFKC') === character.normalize('NFC') &&
  alphabets.some(([, alphabet]) => alphabet.test(character));

/** The first letter that shares no alphabet with all letters before it. */
function firstForeign(letters: readonly string[]): string | undefined {
  let shared = alphabets;
  for (const letter of letters) {
    shared = shared.filter(([, alphabet]) => alphabet.test(letter));
    if (shared.length === 0) return letter;
  }
  return undefined;
}

/** The first character that is different in NFC. */
function notComposed(text: string): string | undefined {
  const composed = Array.from(text.normalize('NFC'));
  return text.normalize('NFC') === text
    ? undefined
    : Array.from(text).find((character, at) => character !== composed[at]);
}

const needlessSpace = (text: string): string | undefined => (/^ | {2}| $/.test(text) ? ' ' : undefined);
