import { decodeBase64, decodeHex } from '../../encoding/text-digits';

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
const isPrintable = (byte: number): boolean => byte >= 0x21 && byte <= 0x7e;
const isText = (byte: number): boolean => isSpace(byte) || isPrintable(byte);

/**
 * The ASCII text that a file holds, without a UTF-8 or UTF-16 byte order mark; undefined when it holds other bytes.
 *
 * @param file UTF-16 text (what Windows Notepad and PowerShell call Unicode) is narrowed in place.
 * @returns a view of `file`.
 */
export function textIn(file: Uint8Array): Uint8Array | undefined {
  const hasUtf8Mark = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
  const text = hasUtf8Mark ? file.subarray(3) : narrowUtf16(file);
  return text.every(isText) ? text : undefined;
}

/** Moves the low bytes of UTF-16 with a mark to the front, if all high bytes are zero and all low bytes are text. */
function narrowUtf16(file: Uint8Array): Uint8Array {
  const littleEndian = file[0] === 0xff && file[1] === 0xfe;
  const bigEndian = file[0] === 0xfe && file[1] === 0xff;
  if (file.length % 2 !== 0 || !(littleEndian || bigEndian)) return file;
  const low = littleEndian ? 0 : 1;
  const isNarrow = (byte: number, index: number): boolean => (index % 2 === low ? isText(byte) : byte === 0);
  if (!file.subarray(2).every(isNarrow)) return file;

  const length = file.length / 2 - 1;
  for (let index = 0; index < length; index++) file[index] = file[2 + 2 * index + low] ?? 0;
  return file.subarray(0, length);
}

/** The text without the white space around it. A view. */
export function trimmed(text: Uint8Array): Uint8Array {
  const start = text.findIndex(isPrintable);
  return start === -1 ? text.subarray(0, 0) : text.subarray(start, text.findLastIndex(isPrintable) + 1);
}

/** Moves everything but white space to the front, in place. A view. */
export function withoutSpace(text: Uint8Array): Uint8Array {
  let length = 0;
  for (const byte of text) {
    if (!isSpace(byte)) text[length++] = byte;
  }
  return text.subarray(0, length);
}

export interface DecodedText {
  readonly form: 'hex' | 'base64';
  readonly bytes: Uint8Array;
}

/**
 * Reads trimmed text as hex digits or as base64. Hex digits are base64 digits too, so the reading that yields the
 * expected length wins, and hex where neither does.
 *
 * @param scratch receives every buffer that was filled on the way, for the caller to wipe.
 */
export function decodeDigits(
  text: Uint8Array,
  expectedBytes: number,
  scratch: Uint8Array[],
): DecodedText | undefined {
  const hex = decodeHex(text);
  const base64 = decodeBase64(text);
  if (hex) scratch.push(hex);
  if (base64) scratch.push(base64);
  if (base64 && (!hex || (base64.length === expectedBytes && hex.length !== expectedBytes))) {
    return { form: 'base64', bytes: base64 };
  }
  return hex && { form: 'hex', bytes: hex };
}
