import { codePoint } from './plain-line';

/**
 * A piece of a card, made safe to quote in an error. SECURITY: it may have been refused for characters that reverse the
 * text around them.
 */
export function shown(text: string, maxChars = 40): string {
  const plain = Array.from(text, (character) =>
    /[ -~]/.test(character) ? character : `<${codePoint(character)}>`,
  );
  return plain.length > maxChars ? `${plain.slice(0, maxChars).join('')}…` : plain.join('');
}
