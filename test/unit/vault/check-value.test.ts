import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkValueOf } from '../../../main/vault/check-value';
import { fromHex } from '../../fixtures/der-writer';

describe('the check value of key material', () => {
  it('is the start of an HMAC that anybody can compute who has the material', () => {
    const material = randomBytes(32);
    const mac = createHmac('sha256', Buffer.from(material)).update('keyferry check value v1').digest();
    expect(checkValueOf(material)).toBe(mac.subarray(0, 8).toString('hex'));
  });

  it('stays the same from release to release', () => {
    // echo -n 'keyferry check value v1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0001…1e1f
    const material = fromHex('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f');
    expect(checkValueOf(material)).toBe('95793d8b40484b55');
  });

  it('differs for material that differs in one bit, and leaves the material alone', () => {
    const material = randomBytes(32);
    const before = checkValueOf(material);
    const other = Uint8Array.from(material);
    other[31] = (other[31] ?? 0) ^ 1;
    expect(checkValueOf(other)).not.toBe(before);
    expect(checkValueOf(material)).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{16}$/);
  });
});
