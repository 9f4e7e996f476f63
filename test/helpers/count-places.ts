import type { Encoding } from './secret-encodings';

export interface PlaceCounter {
  /** Looks at the first `length` bytes, `overlap` of which it saw at the end of the piece before. */
  readonly look: (piece: Buffer, length: number, overlap: number) => void;
  /** The number of places of each encoding, by name; encodings that were not found are left out. */
  readonly found: () => Readonly<Record<string, number>>;
}

const anchorBytes = 4;
const tableBits = 16;

/**
 * Counts many encodings, each of at least four bytes, in one pass over the bytes: their first four bytes are marked in
 * a small table, and bytes are only compared where the table has a mark.
 */
export function placeCounter(encodings: readonly Encoding[]): PlaceCounter {
  const marked = new Map<number, Encoding[]>();
  const table = new Uint8Array(2 ** tableBits);
  for (const encoding of encodings) {
    const slot = slotOf(encoding.bytes.readUInt32LE(0));
    marked.set(slot, [...(marked.get(slot) ?? []), encoding]);
    table[slot] = 1;
  }
  const counts = new Map<string, number>();
  return {
    look: (piece, length, overlap) => {
      const view = new DataView(piece.buffer, piece.byteOffset, length);
      for (let at = 0; at <= length - anchorBytes; at += 1) {
        const slot = slotOf(view.getUint32(at, true));
        if (table[slot] === 0) continue;
        for (const { name, bytes } of marked.get(slot) ?? []) {
          const end = at + bytes.length;
          if (end <= overlap || end > length || bytes.compare(piece, at, end) !== 0) continue;
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      }
    },
    found: () => Object.fromEntries(counts),
  };
}

/** Fibonacci hashing: 2³² divided by the golden ratio. */
function slotOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> (32 - tableBits);
}
