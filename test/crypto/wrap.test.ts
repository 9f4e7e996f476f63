import { createCipheriv, getCiphers, randomBytes } from 'node:crypto';
import { aeskwp } from '@noble/ciphers/aes.js';
import { describe, expect, it } from 'vitest';
import { usesAesKeyWrap, wrappingAlgorithms, wrappingKeySpecs } from '../../main/shared/kms-words';
import type { WrappingAlgorithm } from '../../main/shared/kms-words';
import { maxDirectLength, wrapKeyMaterial } from '../../main/vault/wrap';
import { fromHex } from '../fixtures/der-writer';
import { seededRandom } from '../fixtures/seeded-random';
import { makeKeyPair, openOaep, unwrap } from '../helpers/key-pairs';

const pairs = wrappingKeySpecs.map(makeKeyPair);
const [pair2048] = pairs;
if (!pair2048) throw new Error('There are no wrapping key specs.');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Symmetric keys, PKCS#8 of the curves and of RSA 2048 and 4096, and lengths around a block of RFC 5649. */
const lengths = [1, 7, 8, 9, 15, 16, 17, 32, 64, 128, 135, 138, 185, 241, 1218, 2376];

for (const pair of pairs) {
  for (const algorithm of wrappingAlgorithms) {
    const direct = !usesAesKeyWrap(algorithm);
    const fitting = lengths.filter((length) => !direct || length <= maxDirectLength(pair.spec, algorithm));

    describe(`${algorithm} under ${pair.spec}`, () => {
      it(`opens to the material again at ${fitting.length} lengths`, () => {
        for (const length of fitting) {
          const material = randomBytes(length);
          const before = hex(material);
          const wrapped = wrapKeyMaterial(material, pair.spkiDer, algorithm);
          expect(hex(unwrap(pair, algorithm, wrapped))).toBe(before);
          expect(hex(material)).toBe(before);
        }
      });

      it('has the length that KMS expects, and a buffer of its own', () => {
        for (const length of fitting) {
          const wrapped = wrapKeyMaterial(randomBytes(length), pair.spkiDer, algorithm);
          const wrappedMaterial = direct ? 0 : Math.ceil(length / 8) * 8 + 8;
          expect(wrapped.length).toBe(pair.bytes + wrappedMaterial);
          expect(wrapped.buffer.byteLength).toBe(wrapped.length);
        }
      });

      it('never gives the same bytes twice', () => {
        const material = randomBytes(32);
        const wrap = (): string => hex(wrapKeyMaterial(material, pair.spkiDer, algorithm));
        expect(new Set([wrap(), wrap(), wrap()]).size).toBe(3);
      });
    });
  }
}

describe('RSAES_OAEP', () => {
  const capacities: readonly (readonly [WrappingAlgorithm, readonly number[]])[] = [
    ['RSAES_OAEP_SHA_256', [190, 318, 446]],
    ['RSAES_OAEP_SHA_1', [214, 342, 470]],
  ];
  for (const [algorithm, expected] of capacities) {
    it(`${algorithm} takes ${expected.join(', ')} bytes, and not one more`, () => {
      expect(pairs.map(({ spec }) => maxDirectLength(spec, algorithm))).toEqual(expected);
      for (const [index, pair] of pairs.entries()) {
        const max = expected[index] ?? 0;
        const material = randomBytes(max);
        expect(hex(unwrap(pair, algorithm, wrapKeyMaterial(material, pair.spkiDer, algorithm)))).toBe(
          hex(material),
        );
        expect(() => wrapKeyMaterial(randomBytes(max + 1), pair.spkiDer, algorithm)).toThrow();
      }
    });
  }

  it('uses the hash that its name says, so that the other one does not open it', () => {
    const material = randomBytes(32);
    const with256 = wrapKeyMaterial(material, pair2048.spkiDer, 'RSAES_OAEP_SHA_256');
    const with1 = wrapKeyMaterial(material, pair2048.spkiDer, 'RSAES_OAEP_SHA_1');
    expect(() => openOaep(pair2048, 'RSAES_OAEP_SHA_1', with256)).toThrow();
    expect(() => openOaep(pair2048, 'RSAES_OAEP_SHA_256', with1)).toThrow();
  });
});

describe('RSA_AES_KEY_WRAP', () => {
  it('puts the wrapped AES key first: 32 bytes, new each time', () => {
    const material = randomBytes(1218);
    const aesKeys = [1, 2].map(() => {
      const wrapped = wrapKeyMaterial(material, pair2048.spkiDer, 'RSA_AES_KEY_WRAP_SHA_256');
      return openOaep(pair2048, 'RSA_AES_KEY_WRAP_SHA_256', wrapped.subarray(0, 256));
    });
    expect(aesKeys.map(({ length }) => length)).toEqual([32, 32]);
    expect(new Set(aesKeys.map(hex)).size).toBe(2);
  });

  it('is refused for nothing at all', () => {
    expect(() => wrapKeyMaterial(new Uint8Array(), pair2048.spkiDer, 'RSA_AES_KEY_WRAP_SHA_256')).toThrow();
  });
});

describe('AES-KWP', () => {
  const kek = fromHex('5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8');
  const examples = [
    [
      'c37b7e6492584340bed12207808941155068f738',
      '138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a',
    ],
    ['466f7250617369', 'afbeb0f07dfbf5419200f2ccb50bb24f'],
  ] as const;
  for (const [plain, wrapped] of examples) {
    it(`wraps the ${plain.length / 2} octets of RFC 5649 §6 as printed there`, () => {
      expect(hex(aeskwp(kek).encrypt(fromHex(plain)))).toBe(wrapped);
      expect(hex(aeskwp(kek).decrypt(fromHex(wrapped)))).toBe(plain);
    });
  }

  const cipher = 'id-aes256-wrap-pad';
  const absent = !getCiphers().includes(cipher);
  it.skipIf(absent)(
    `equals OpenSSL's ${cipher} in 20 000 cases${absent ? ' (skipped: this runtime has none)' : ''}`,
    () => {
      const random = seededRandom(5649);
      for (let round = 0; round < 20_000; round++) {
        const key = random.bytes(32);
        const plain = random.bytes(1 + random.below(round % 20 === 0 ? 2400 : 256));
        const openssl = createCipheriv(cipher, key, fromHex('a65959a6'));
        const expected = Buffer.concat([openssl.update(plain), openssl.final()]);
        expect(expected.equals(aeskwp(key).encrypt(plain))).toBe(true);
      }
    },
  );
});
