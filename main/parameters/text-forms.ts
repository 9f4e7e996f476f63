import { decodeBase64 } from '../encoding/text-digits';

/**
 * Decodes a base64 text (one line or many, either alphabet, padded or not); undefined for anything else. It makes no
 * string, because the file may not be part of a download at all.
 */
export function decodeBase64Text(bytes: Uint8Array): Uint8Array | undefined {
  const digits = new Uint8Array(new ArrayBuffer(bytes.length));
  let length = 0;
  for (let at = startsWithMark(bytes) ? 3 : 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (!isSpace(byte)) digits[length++] = byte;
  }
  const decoded = length < 16 ? undefined : decodeBase64(digits.subarray(0, length));
  digits.fill(0);
  return decoded;
}

/** Whether a UTF-8 text begins with a byte order mark. */
export const startsWithMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** ASCII white space. */
export const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** UTF-8 text without its byte-order mark; undefined when the bytes are not text. */
export function readText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // The texts that are read here have no control characters other than white space.
    // eslint-disable-next-line no-control-regex -- they are what this looks for
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
