import { checkPrimeSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readWrappingKey } from '../../main/parameters/wrapping-key';
import { knownPrimes } from '../fixtures/wrapping-keys/bad-numbers';
import { badWrappingKeys } from '../fixtures/wrapping-keys/bad-wrapping-keys';
import { goodWrappingKeys } from '../fixtures/wrapping-keys/good-wrapping-keys';
import { spki } from '../fixtures/wrapping-keys/spki';

describe('the gate for wrapping keys, in this runtime', () => {
  it('has at least the 58 bad keys of the security goals to face, all different', () => {
    expect(badWrappingKeys.length).toBeGreaterThanOrEqual(58);
    expect(new Set(badWrappingKeys.map(({ id }) => id)).size).toBe(badWrappingKeys.length);
    const contents = badWrappingKeys.map(({ bytes }) => Buffer.from(bytes()).toString('hex'));
    expect(new Set(contents).size).toBe(badWrappingKeys.length);
  });

  it('faces keys that differ from a good one only where their titles say so', () => {
    expect(Buffer.from(spki())).toEqual(Buffer.from(goodWrappingKeys[0]?.spkiDer ?? []));
    for (const prime of Object.values(knownPrimes)) expect(checkPrimeSync(prime)).toBe(true);
  });

  it.each(badWrappingKeys)('refuses $id: $title', ({ bytes, code }) => {
    const result = readWrappingKey(bytes());
    expect(result.ok ? 'accepted' : result.error.code).toBe(code);
    expect(result.ok ? undefined : result.error.stage).toBe('parameters');
  });

  it.each(goodWrappingKeys)('takes a good $spec key', ({ spec, spkiDer }) => {
    expect(readWrappingKey(spkiDer)).toEqual({ ok: true, value: { spec, spkiDer } });
  });
});
