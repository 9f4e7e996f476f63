import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readMaterial } from '../../../main/vault/material/read-material';
import type { Expectation } from '../../../main/vault/material/read-material';
import { selfTest } from '../../../main/vault/self-test';
import { wrapKeyMaterial } from '../../../main/vault/wrap';
import { ascii, fromHex, pem } from '../../fixtures/der-writer';
import { goodWrappingKey } from '../../fixtures/wrapping-keys/good-wrapping-keys';
import { pkcs8Rsa } from '../../fixtures/wrapping-keys/spki';

/** Every buffer that the vault's code makes for something secret, in the order in which they were made. */
let made: ArrayBuffer[] = [];

beforeEach(() => {
  const RealArrayBuffer = ArrayBuffer;
  made = [];
  class WatchedArrayBuffer extends RealArrayBuffer {
    constructor(length: number) {
      super(length);
      made.push(this);
    }
  }
  vi.stubGlobal('ArrayBuffer', WatchedArrayBuffer);
});

afterEach(() => vi.unstubAllGlobals());

const notWiped = (): number =>
  made.filter((buffer) => new Uint8Array(buffer).some((byte) => byte !== 0)).length;

const direct: Expectation = { algorithm: 'RSAES_OAEP_SHA_256', spec: 'RSA_2048', lengthBytes: 32 };
const hybrid: Expectation = { ...direct, algorithm: 'RSA_AES_KEY_WRAP_SHA_256' };
const digits = 'f0e1d2c3b4a5968778695a4b3c2d1e0f00112233445566778899aabbccddeeff';

describe('what the vault leaves behind', () => {
  const taken: readonly (readonly [string, Expectation, () => Uint8Array])[] = [
    ['raw bytes', direct, () => fromHex(digits)],
    ['hex text', direct, () => ascii(digits)],
    ['base64 text', direct, () => ascii(Buffer.from(digits, 'hex').toString('base64'))],
    ['a private key in PEM', hybrid, () => ascii(pem('PRIVATE KEY', pkcs8Rsa()))],
    ['a private key in base64', hybrid, () => ascii(Buffer.from(pkcs8Rsa()).toString('base64'))],
  ];
  for (const [title, expectation, file] of taken) {
    it(`of ${title}: the secret alone, and after its wipe nothing`, () => {
      const result = readMaterial(file(), expectation);
      if (!result.ok) throw new Error(result.error.code);
      expect(notWiped()).toBe(1);
      result.value.secret.wipe();
      expect(notWiped()).toBe(0);
    });
  }

  const refused: readonly (readonly [string, Expectation, () => Uint8Array])[] = [
    ['hex text of another length', direct, () => ascii(digits.slice(2))],
    ['hex text with a slip at its end', direct, () => ascii(`${digits.slice(0, -1)}g`)],
    ['base64 text with a slip at its end', direct, () => ascii(`${'Q29'.repeat(14)}!=`)],
    ['base64 text with leftover bits', direct, () => ascii(`${'Q29v'.repeat(10)}Q29=`)],
    ['hex text for other parameters', hybrid, () => ascii(digits)],
    ['a private key in PEM for other parameters', direct, () => ascii(pem('PRIVATE KEY', pkcs8Rsa()))],
    [
      'a private key in PEM with a slip',
      hybrid,
      () => ascii(pem('PRIVATE KEY', pkcs8Rsa()).replace(/.\n-----END/, '!\n-----END')),
    ],
  ];
  for (const [title, expectation, file] of refused) {
    it(`of ${title}, which it refuses: nothing`, () => {
      expect(readMaterial(file(), expectation).ok).toBe(false);
      expect(made.length).toBeGreaterThan(0);
      expect(notWiped()).toBe(0);
    });
  }

  it('of the AES key that wraps a private key: nothing, also when the wrap fails', () => {
    const { spkiDer } = goodWrappingKey('RSA_2048');
    wrapKeyMaterial(pkcs8Rsa(), spkiDer, 'RSA_AES_KEY_WRAP_SHA_256');
    expect(() => wrapKeyMaterial(pkcs8Rsa(), fromHex('3000'), 'RSA_AES_KEY_WRAP_SHA_256')).toThrow();
    expect(made.map(({ byteLength }) => byteLength)).toContain(32);
    expect(notWiped()).toBe(0);
  });

  it('of the bytes of the self-test: nothing', () => {
    expect(selfTest('RSA_AES_KEY_WRAP_SHA_256', 1218).ok).toBe(true);
    expect(made.map(({ byteLength }) => byteLength)).toContain(1218);
    expect(notWiped()).toBe(0);
  });
});
