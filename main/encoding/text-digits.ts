// SECURITY: everything here works on bytes, because a string that holds key material cannot be wiped.

/** An unpooled buffer outside V8's heap, so that garbage collection leaves no copy of it behind. */
function ownBytes(length: number): Uint8Array {
  return new Uint8Array(new ArrayBuffer(length));
}

const between = (byte: number, low: string, high: string): boolean =>
  byte >= low.charCodeAt(0) && byte <= high.charCodeAt(0);

function hexDigit(byte: number): number | undefined {
  if (between(byte, '0', '9')) return byte - 0x30;
  if (between(byte, 'A', 'F')) return byte - 0x41 + 10;
  if (between(byte, 'a', 'f')) return byte - 0x61 + 10;
  return undefined;
}

function base64Digit(byte: number): number | undefined {
  if (between(byte, 'A', 'Z')) return byte - 0x41;
  if (between(byte, 'a', 'z')) return byte - 0x61 + 26;
  if (between(byte, '0', '9')) return byte - 0x30 + 52;
  if (byte === 0x2b || byte === 0x2d) return 62;
  if (byte === 0x2f || byte === 0x5f) return 63;
  return undefined;
}

/**
 * Writes two lower-case hex digits for each byte, in ASCII.
 *
 * @param target at least twice as long; the digits go to its beginning.
 */
export function writeHex(bytes: Uint8Array, target: Uint8Array): void {
  const digit = (value: number): number => value + (value < 10 ? 0x30 : 0x61 - 10);
  bytes.forEach((byte, index) => {
    target[2 * index] = digit(byte >> 4);
    target[2 * index + 1] = digit(byte % 16);
  });
}

/**
 * Reads hex digits of either case, and nothing else.
 *
 * @param text ASCII bytes: an even number of hex digits, at least two.
 * @returns the bytes in a new buffer, or undefined.
 */
export function decodeHex(text: Uint8Array): Uint8Array | undefined {
  if (text.length === 0 || text.length % 2 !== 0) return undefined;
  const bytes = ownBytes(text.length / 2);
  for (let index = 0; index < text.length; index += 2) {
    const high = hexDigit(text[index] ?? 0);
    const low = hexDigit(text[index + 1] ?? 0);
    if (high === undefined || low === undefined) {
      bytes.fill(0);
      return undefined;
    }
    bytes[index / 2] = high * 16 + low;
  }
  return bytes;
}

/**
 * Reads base64 or base64url (RFC 4648 §4 and §5), with or without padding, and nothing else. Wrong padding, leftover
 * bits and a mix of both alphabets are refused.
 *
 * @param text ASCII bytes without white space, at least two.
 * @returns the bytes in a new buffer, or undefined.
 */
export function decodeBase64(text: Uint8Array): Uint8Array | undefined {
  const paddingStart = text.indexOf(0x3d);
  const digits = paddingStart === -1 ? text : text.subarray(0, paddingStart);
  const padding = text.subarray(digits.length);
  if (padding.length > 0 && (text.length % 4 !== 0 || !padding.every((byte) => byte === 0x3d)))
    return undefined;
  if (padding.length > 2 || digits.length < 2 || digits.length % 4 === 1) return undefined;
  if (mixesAlphabets(digits)) return undefined;

  const bytes = ownBytes(Math.floor((digits.length * 3) / 4));
  let pending = 0;
  let pendingBits = 0;
  let written = 0;
  for (const byte of digits) {
    const digit = base64Digit(byte);
    if (digit === undefined) {
      bytes.fill(0);
      return undefined;
    }
    pending = pending * 64 + digit;
    pendingBits += 6;
    if (pendingBits >= 8) {
      pendingBits -= 8;
      bytes[written++] = pending >> pendingBits;
      pending %= 1 << pendingBits;
    }
  }
  if (pending !== 0) {
    bytes.fill(0);
    return undefined;
  }
  return bytes;
}

function mixesAlphabets(digits: Uint8Array): boolean {
  const standard = digits.includes(0x2b) || digits.includes(0x2f);
  const urlSafe = digits.includes(0x2d) || digits.includes(0x5f);
  return standard && urlSafe;
}
