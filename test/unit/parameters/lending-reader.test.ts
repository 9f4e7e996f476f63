import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { LendingReader } from '../../../main/parameters/archive/lending-reader';

describe('pieces of an archive', () => {
  it('are zeros once the library has done with them, and the archive is as it was (audit 7)', async () => {
    const archive = randomBytes(1000);
    const before = Buffer.from(archive);
    const reader = new LendingReader(archive);
    const lent = [await reader.readUint8Array(0, 1000), await reader.readUint8Array(100, 32)];
    expect(lent[1]).toEqual(new Uint8Array(before.subarray(100, 132)));
    reader.wipe();
    for (const bytes of lent) expect(bytes.every((byte) => byte === 0)).toBe(true);
    expect(archive.equals(before)).toBe(true);
  });
});
