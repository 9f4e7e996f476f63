import type { Secret } from '../secret';

// SECURITY: digits stay bytes throughout, because a string could not be wiped.

/** Symmetric material is printed large, in two or three lines; a private key fills many lines. */
const few = { bytes: 66, aLine: 12 } as const;
const bytesALine = 24;

/** The digits as people read them aloud and type them: lines of hex in groups of four. The caller wipes the lines. */
export function digitLines(digits: Secret): readonly Uint8Array[] {
  const hex = hexOf(digits);
  const length = 2 * (digits.length <= few.bytes ? few.aLine : bytesALine);
  const lines = Array.from({ length: Math.ceil(hex.length / length) }, (_, line) =>
    inGroups(hex.subarray(line * length, (line + 1) * length)),
  );
  hex.fill(0);
  return lines;
}

function inGroups(hex: Uint8Array): Uint8Array {
  const line = ownBytes(hex.length + Math.ceil(hex.length / 4) - 1).fill(0x20);
  for (const [index, digit] of hex.entries()) line[index + Math.floor(index / 4)] = digit;
  return line;
}

/** ASCII, 0 to 9 and a to f. The caller wipes it. */
export function hexOf(digits: Secret): Uint8Array {
  const hex = ownBytes(digits.length * 2);
  digits.use((bytes) => {
    for (const [index, byte] of bytes.entries()) {
      hex[2 * index] = hexDigit(byte >> 4);
      hex[2 * index + 1] = hexDigit(byte & 15);
    }
  });
  return hex;
}

const hexDigit = (value: number): number => value + (value < 10 ? 0x30 : 0x57);

/** Joins bytes and texts, the latter as UTF-8. The caller wipes the result. */
export function joinBytes(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const pieces = parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part));
  const joined = ownBytes(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}

function ownBytes(length: number): Uint8Array {
  return new Uint8Array(new ArrayBuffer(length));
}
