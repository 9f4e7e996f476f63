/**
 * Text that a person typed, as one line: composed characters (Unicode NFC), one space for white space and control
 * characters, and nothing invisible, which nobody could type again from paper.
 */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}
