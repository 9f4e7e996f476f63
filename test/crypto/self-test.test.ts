import { constants, createPublicKey, privateDecrypt, publicEncrypt, randomBytes } from 'node:crypto';
import { aeskwp } from '@noble/ciphers/aes.js';
import { describe, expect, it } from 'vitest';
import { wrappingAlgorithms } from '../../main/shared/kms-words';
import type { WrappingAlgorithm } from '../../main/shared/kms-words';
import { selfTest } from '../../main/vault/self-test';
import { wrapKeyMaterial } from '../../main/vault/wrap';
import type { Unwrapping } from '../../main/vault/wrap-answers';

type Wrap = typeof wrapKeyMaterial;

const failure = {
  ok: false,
  error: { code: 'wrap.selfTestFailed', stage: 'wrap', retry: 'no', changedInAws: false },
};

function flipBit(bytes: Uint8Array, index: number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  flipped[index] = (flipped[index] ?? 0) ^ 1;
  return flipped;
}

const otherHash: Record<WrappingAlgorithm, WrappingAlgorithm> = {
  RSAES_OAEP_SHA_256: 'RSAES_OAEP_SHA_1',
  RSAES_OAEP_SHA_1: 'RSAES_OAEP_SHA_256',
  RSA_AES_KEY_WRAP_SHA_256: 'RSA_AES_KEY_WRAP_SHA_1',
  RSA_AES_KEY_WRAP_SHA_1: 'RSA_AES_KEY_WRAP_SHA_256',
};

/** Ways in which a build could wrap wrongly without an error, and one with an error. */
const brokenWraps: Readonly<Record<string, Wrap>> = {
  'uses the other hash': (material, key, algorithm) => wrapKeyMaterial(material, key, otherHash[algorithm]),
  'changes a bit of the material': (material, key, algorithm) =>
    wrapKeyMaterial(flipBit(material, 0), key, algorithm),
  'drops the last byte': (material, key, algorithm) =>
    wrapKeyMaterial(material.subarray(0, -1), key, algorithm),
  'adds a byte': (material, key, algorithm) =>
    wrapKeyMaterial(Buffer.concat([material, Buffer.of(0)]), key, algorithm),
  'wraps other bytes': (material, key, algorithm) =>
    wrapKeyMaterial(randomBytes(material.length), key, algorithm),
  'damages the output': (material, key, algorithm) => flipBit(wrapKeyMaterial(material, key, algorithm), 300),
  'returns random bytes': () => randomBytes(256),
  'returns the material': (material) => Uint8Array.from(material),
  'returns nothing': () => new Uint8Array(),
  throws: () => {
    throw new Error('no such cipher');
  },
};

const mask = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);
const real: Unwrapping = { privateDecrypt, aeskwp };

/** Wrong libraries that are consistent with themselves: they open what they wrap, but no other library can. */
const foreignToAll: Readonly<Record<string, readonly [Wrap, Partial<Unwrapping>]>> = {
  'masks what it wraps': [
    (material, key, algorithm) => wrapKeyMaterial(mask(material), key, algorithm),
    {
      privateDecrypt: (key, block) => Buffer.from(mask(privateDecrypt(key, block))),
      aeskwp: (key) => {
        const cipher = aeskwp(mask(key));
        return {
          encrypt: (plain) => cipher.encrypt(plain),
          decrypt: (wrapped) => mask(cipher.decrypt(wrapped)),
        };
      },
    },
  ],
  'pads with OAEP of another hash': [
    (material, key, algorithm) => wrapKeyMaterial(material, key, otherHash[algorithm]),
    { privateDecrypt: withHash((hash) => (hash === 'sha1' ? 'sha256' : 'sha1')) },
  ],
  'pads as PKCS #1 v1.5 has it': [
    (material, key) =>
      publicEncrypt(
        {
          key: createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' }),
          padding: constants.RSA_PKCS1_PADDING,
        },
        material,
      ),
    { privateDecrypt: withPadding(constants.RSA_PKCS1_PADDING) },
  ],
};

function withHash(change: (hash: string) => string): Unwrapping['privateDecrypt'] {
  return (key, block) => privateDecrypt({ ...key, oaepHash: change(key.oaepHash ?? 'sha1') }, block);
}

function withPadding(padding: number): Unwrapping['privateDecrypt'] {
  return ({ key }, block) => privateDecrypt({ key, padding }, block);
}

describe('a library that vouches for itself', () => {
  it.each(Object.entries(foreignToAll))('and %s is caught by answers known from elsewhere', (_, broken) => {
    const [wrap, change] = broken;
    expect(selfTest('RSAES_OAEP_SHA_256', 32, wrap, { ...real, ...change })).toEqual(failure);
    expect(selfTest('RSAES_OAEP_SHA_1', 32, wrap, { ...real, ...change })).toEqual(failure);
  });

  it.each(wrappingAlgorithms.filter((algorithm) => algorithm.startsWith('RSA_AES')))(
    'and wraps keys with another constant is caught for %s',
    (algorithm) => {
      const own: Unwrapping['aeskwp'] = (key) => {
        const cipher = aeskwp(mask(key));
        return {
          encrypt: (plain) => cipher.encrypt(plain),
          decrypt: (wrapped) => cipher.decrypt(wrapped),
        };
      };
      const wrap: Wrap = (material, key, used) => {
        const aesKey = randomBytes(32);
        const oaep = wrapKeyMaterial(
          aesKey,
          key,
          used.endsWith('256') ? 'RSAES_OAEP_SHA_256' : 'RSAES_OAEP_SHA_1',
        );
        return Buffer.concat([oaep, own(aesKey).encrypt(material)]);
      };
      expect(selfTest(algorithm, 1218, wrap, { ...real, aeskwp: own })).toEqual(failure);
    },
  );
});

describe('the self-test', () => {
  for (const algorithm of wrappingAlgorithms) {
    it(`passes with ${algorithm} as it is`, () => {
      expect(selfTest(algorithm, 32)).toEqual({ ok: true, value: null });
    });
  }

  it('passes with a private key of RSA 4096, and at the edge of what RSAES_OAEP takes', () => {
    expect(selfTest('RSA_AES_KEY_WRAP_SHA_256', 2376).ok).toBe(true);
    expect(selfTest('RSAES_OAEP_SHA_256', 190).ok).toBe(true);
  });

  it('takes a larger throw-away key where the material needs one', () => {
    const outputs: number[] = [];
    const measured: Wrap = (material, key, algorithm) => {
      const wrapped = wrapKeyMaterial(material, key, algorithm);
      outputs.push(wrapped.length);
      return wrapped;
    };
    for (const length of [32, 62, 63, 190, 241]) {
      expect(selfTest('RSAES_OAEP_SHA_256', length, measured).ok).toBe(true);
    }
    expect(outputs).toEqual([128, 128, 256, 256, 384]);
  });

  it('fails for material that no wrapping key takes', () => {
    expect(selfTest('RSAES_OAEP_SHA_256', 447)).toEqual(failure);
  });

  for (const [title, wrap] of Object.entries(brokenWraps)) {
    it(`catches a wrap that ${title}`, () => {
      expect(selfTest('RSA_AES_KEY_WRAP_SHA_256', 1218, wrap)).toEqual(failure);
    });
  }

  for (const title of [
    'uses the other hash',
    'changes a bit of the material',
    'drops the last byte',
    'returns random bytes',
  ]) {
    it(`catches an RSAES_OAEP wrap that ${title}`, () => {
      const wrap = brokenWraps[title];
      expect(wrap && selfTest('RSAES_OAEP_SHA_256', 32, wrap)).toEqual(failure);
    });
  }
});
