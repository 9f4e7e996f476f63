import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readWrappingKey } from '../../../main/parameters/wrapping-key';
import { limits } from '../../../main/shared/limits';
import { ascii, fromHex, integer, join, pem } from '../../fixtures/der-writer';
import { seededRandom } from '../../fixtures/seeded-random';
import type { SeededRandom } from '../../fixtures/seeded-random';
import { badWrappingKeys } from '../../fixtures/wrapping-keys/bad-wrapping-keys';
import { goodWrappingKey, goodWrappingKeys } from '../../fixtures/wrapping-keys/good-wrapping-keys';
import { oddNumber, spki } from '../../fixtures/wrapping-keys/spki';
import { textForms } from '../../fixtures/wrapping-keys/text-forms';

describe('a wrapping key as text', () => {
  for (const [title, write] of Object.entries(textForms)) {
    it(`is read from ${title}`, () => {
      for (const { spec, spkiDer } of goodWrappingKeys) {
        expect(readWrappingKey(write(spkiDer))).toEqual({ ok: true, value: { spec, spkiDer } });
      }
    });
  }

  it('comes in at least 15 forms', () => {
    expect(Object.keys(textForms).length).toBeGreaterThanOrEqual(15);
  });

  it('is refused with the code that its bytes alone get', () => {
    const binary = badWrappingKeys.filter(
      ({ bytes }) => bytes()[0] === 0x30 && bytes().length < limits.maxEntryBytes / 2,
    );
    expect(binary.length).toBeGreaterThan(58);
    for (const { id, bytes, code } of binary) {
      const result = readWrappingKey(ascii(pem('PUBLIC KEY', bytes())));
      expect([id, result.ok ? 'accepted' : result.error.code]).toEqual([id, code]);
    }
  });
});

describe('a wrapping key that is taken', () => {
  it('is a copy, which later changes of the file do not reach', () => {
    const { spkiDer } = goodWrappingKey('RSA_2048');
    const file = Buffer.from(spkiDer);
    const result = readWrappingKey(file);
    file.fill(0);
    expect(result).toEqual({ ok: true, value: { spec: 'RSA_2048', spkiDer } });
  });

  it('leaves the file as it was', () => {
    const file = textForms['PEM in UTF-16, the other byte order']?.(goodWrappingKey('RSA_2048').spkiDer);
    const before = Buffer.from(file ?? []);
    expect(file && readWrappingKey(file).ok).toBe(true);
    expect(before.equals(file ?? new Uint8Array())).toBe(true);
  });
});

describe('a wrapping key that is refused', () => {
  const factsOf = (bytes: Uint8Array) => {
    const result = readWrappingKey(bytes);
    return result.ok ? 'accepted' : [result.error.code, result.error.facts];
  };

  it('comes with its size, its exponent or its weakness', () => {
    const withModulus = (value: bigint) => spki({ modulus: integer(value) });
    expect(factsOf(withModulus(oddNumber(1024)))).toEqual(['wrappingKey.size', { bits: 1024 }]);
    expect(factsOf(withModulus(oddNumber(2047)))).toEqual(['wrappingKey.size', { bits: 2047 }]);
    expect(factsOf(withModulus(0n))).toEqual(['wrappingKey.size', { bits: 0 }]);
    expect(factsOf(spki({ exponent: integer(3n) }))).toEqual(['wrappingKey.exponent', { exponent: '3' }]);
    expect(factsOf(spki({ exponent: integer(2n ** 64n - 1n) }))).toEqual([
      'wrappingKey.exponent',
      { exponent: '18446744073709551615' },
    ]);
    expect(factsOf(spki({ exponent: integer(2n ** 64n) }))).toEqual(['wrappingKey.exponent', undefined]);

    const weaknesses = new Map([
      ['modulus-even', 'even'],
      ['modulus-prime', 'prime'],
      ['modulus-all-ones', 'smallFactor'],
      ['modulus-factor-9973', 'smallFactor'],
      ['modulus-square', 'closePrimes'],
      ['modulus-neighbours', 'closePrimes'],
      ['modulus-close-primes', 'closePrimes'],
    ]);
    for (const { id, bytes } of badWrappingKeys) {
      const weakness = weaknesses.get(id);
      if (weakness) expect([id, factsOf(bytes())]).toEqual([id, ['wrappingKey.weak', { weakness }]]);
    }
  });

  it('is refused, and nothing is thrown, whatever the bytes are', () => {
    const random = seededRandom(4);
    for (let round = 0; round < 3000; round++) {
      const bytes = random.bytes(random.below(600));
      if (round % 3 === 1) bytes.set(fromHex('30820122').subarray(0, bytes.length));
      if (round % 3 === 2) bytes.forEach((byte, index) => (bytes[index] = 0x20 + (byte % 95)));
      expect(readWrappingKey(bytes).ok).toBe(false);
    }
  });

  it('is refused at once when the file is huge, even if a key is all that it holds', () => {
    const key = pem('PUBLIC KEY', goodWrappingKey('RSA_2048').spkiDer);
    expect(readWrappingKey(ascii(key + '\n'.repeat(limits.maxEntryBytes - key.length))).ok).toBe(true);
    expect(readWrappingKey(ascii(key + '\n'.repeat(limits.maxEntryBytes - key.length + 1))).ok).toBe(false);
    for (const filler of [0x30, 0x41, 0x2d, 0x20, 0x00]) {
      expect(readWrappingKey(new Uint8Array(limits.maxEntryBytes).fill(filler)).ok).toBe(false);
    }
    expect(readWrappingKey(new Uint8Array(64 * 1024 * 1024)).ok).toBe(false);
  });
});

/** One small accident or one small attack. */
function mutate(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const at = random.below(bytes.length);
  const changed = Uint8Array.from(bytes);
  switch (random.below(7)) {
    case 0:
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
      return changed;
    case 1:
      changed[at] = random.below(256);
      return changed;
    case 2:
      return changed.fill(random.below(256), at, at + random.below(8));
    case 3:
      return join(bytes.subarray(0, at), random.bytes(1 + random.below(4)), bytes.subarray(at));
    case 4:
      return join(bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(4)));
    case 5:
      return join(bytes, random.bytes(1 + random.below(4)));
    default:
      // Most of a key is its modulus; the structure around it deserves as many tries.
      changed[random.below(40) % bytes.length] = random.below(256);
      return changed;
  }
}

describe('20 000 damaged wrapping keys', () => {
  it(
    'are refused, or are keys that the runtime reads alike and exports to the same bytes',
    { timeout: 120_000 },
    () => {
      const random = seededRandom(20_000);
      let accepted = 0;
      for (let round = 0; round < 20_000; round++) {
        const { spec, spkiDer } =
          goodWrappingKeys[round % 10 < 8 ? 0 : (round % 10) - 7] ?? goodWrappingKey('RSA_2048');
        const asText = round % 5 === 0;
        const file = mutate(asText ? ascii(pem('PUBLIC KEY', spkiDer)) : spkiDer, random);
        const result = readWrappingKey(file);
        if (!result.ok) continue;

        accepted++;
        const taken = result.value;
        const key = createPublicKey({ key: Buffer.from(taken.spkiDer), format: 'der', type: 'spki' });
        expect(key.export({ format: 'der', type: 'spki' }).equals(taken.spkiDer)).toBe(true);
        expect(key.asymmetricKeyDetails).toEqual({
          modulusLength: Number(spec.slice(-4)),
          publicExponent: 65537n,
        });
        expect(taken.spec).toBe(spec);
        if (!asText) expect(Buffer.from(file).equals(taken.spkiDer)).toBe(true);
      }
      // Neither side of the gate may go untested.
      expect(accepted).toBeGreaterThan(200);
      expect(accepted).toBeLessThan(15_000);
    },
  );
});
