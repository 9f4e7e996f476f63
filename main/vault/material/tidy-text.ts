/**
 * Text that a person typed, as one line: composed characters (Unicode NFC), one space where there was white space or a
 * control character, and nothing that cannot be seen, as nobody could type it again from paper.
 */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}
