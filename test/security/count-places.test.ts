import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { placeCounter } from '../helpers/count-places';
import { encodingsOf } from '../helpers/secret-encodings';

describe('the count of a memory scan', () => {
  const key = randomBytes(32);
  const encodings = encodingsOf(key);

  it.each(encodings)('finds $name, wherever pieces begin and end', ({ name, bytes }) => {
    const around = Buffer.concat([randomBytes(333), bytes, randomBytes(333)]);
    const keep = Math.max(...encodings.map((encoding) => encoding.bytes.length)) - 1;
    for (const pieceBytes of [7, 64, around.length]) {
      const counter = placeCounter(encodings);
      const piece = Buffer.alloc(keep + pieceBytes);
      let overlap = 0;
      for (let at = 0; at < around.length; at += pieceBytes) {
        const next = around.subarray(at, at + pieceBytes);
        next.copy(piece, overlap);
        const length = overlap + next.length;
        counter.look(piece, length, overlap);
        const kept = Math.min(keep, length);
        piece.copyWithin(0, length - kept, length);
        overlap = kept;
      }
      expect(counter.found()[name]).toBe(1);
    }
  });

  it('finds nothing in other bytes', () => {
    const counter = placeCounter(encodings);
    const bytes = randomBytes(4_000_000);
    counter.look(bytes, bytes.length, 0);
    expect(counter.found()).toEqual({});
  });
});
