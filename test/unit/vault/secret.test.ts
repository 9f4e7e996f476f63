import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../main/vault/secret';
import { fromHex } from '../../fixtures/der-writer';

const hexOf = (secret: Secret): string => secret.use((bytes) => Buffer.from(bytes).toString('hex'));

describe('a secret', () => {
  it('is generated with the length asked for, and never twice the same', () => {
    const secrets = Array.from({ length: 8 }, () => Secret.generate(32));
    expect(secrets.map(({ length }) => length)).toEqual(Array.from({ length: 8 }, () => 32));
    expect(new Set(secrets.map(hexOf)).size).toBe(8);
  });

  it('takes bytes over: it has them, and their source is wiped', () => {
    const source = fromHex('0123456789abcdef');
    const secret = Secret.take(source);
    expect(hexOf(secret)).toBe('0123456789abcdef');
    expect([...source]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('owns a buffer in which nothing else lies', () => {
    const pooled = Buffer.from('fromthepool');
    for (const secret of [Secret.take(pooled), Secret.generate(16)]) {
      secret.use((bytes) => expect([bytes.byteOffset, bytes.buffer.byteLength]).toEqual([0, secret.length]));
    }
  });

  it('is zeros after the wipe, lends nothing any more, and keeps its length', () => {
    const secret = Secret.generate(32);
    const lent = secret.use((bytes) => bytes);
    expect(lent.some((byte) => byte !== 0)).toBe(true);
    secret.wipe();
    secret.wipe();
    expect(lent.every((byte) => byte === 0)).toBe(true);
    expect(secret.length).toBe(32);
    expect(() => secret.use(() => 'anything')).toThrow('wiped');
  });

  it('shows itself nowhere as more than [secret]', () => {
    const secret = Secret.take(Buffer.from('deadbeefdeadbeef', 'hex'));
    expect(String(secret)).toBe('[secret]');
    expect(JSON.stringify({ secret })).toBe('{"secret":"[secret]"}');
    expect(inspect({ secret }, { showHidden: true, depth: 9 })).toBe('{ secret: [secret] }');
    expect(structuredClone(secret)).toEqual({ length: 8 });
  });

  it('has at least one byte', () => {
    for (const length of [0, -1, 1.5, Number.NaN]) expect(() => Secret.generate(length)).toThrow(RangeError);
    expect(() => Secret.take(new Uint8Array())).toThrow(RangeError);
  });
});
