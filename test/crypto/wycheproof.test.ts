import { constants, createPrivateKey, createPublicKey, privateDecrypt } from 'node:crypto';
import { aeskwp } from '@noble/ciphers/aes.js';
import { describe, expect, it } from 'vitest';
import type { WrappingAlgorithm } from '../../main/shared/kms-words';
import { hashOf } from '../../main/shared/kms-words';
import { wrapKeyMaterial } from '../../main/vault/wrap';
import { fromHex } from '../fixtures/der-writer';
import { readKeyWrapVectors, readOaepVectors, withoutWycheproof } from '../helpers/wycheproof';

const absent = withoutWycheproof ? ' (skipped: ../shared/data/wycheproof is absent)' : '';
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** What `open` returns as hex, or 'refused' when it throws. */
function outcomeOf(open: () => Uint8Array): string {
  try {
    return hex(open());
  } catch {
    return 'refused';
  }
}

const oaepFiles: readonly (readonly [string, WrappingAlgorithm, number])[] = [
  ['rsa_oaep_2048_sha256_mgf1sha256_test.json', 'RSAES_OAEP_SHA_256', 37],
  ['rsa_oaep_3072_sha256_mgf1sha256_test.json', 'RSAES_OAEP_SHA_256', 37],
  ['rsa_oaep_4096_sha256_mgf1sha256_test.json', 'RSAES_OAEP_SHA_256', 37],
  ['rsa_oaep_2048_sha1_mgf1sha1_test.json', 'RSAES_OAEP_SHA_1', 36],
];

describe.skipIf(withoutWycheproof)(`Wycheproof RSAES-OAEP${absent}`, () => {
  for (const [file, algorithm, count] of oaepFiles) {
    it(`${file}: each of the ${count} vectors opens, or is refused, as it should`, () => {
      const vectors = readOaepVectors(file);
      let checked = 0;
      for (const group of vectors.testGroups) {
        expect([group.sha, group.mgfSha]).toEqual(
          algorithm.endsWith('256') ? ['SHA-256', 'SHA-256'] : ['SHA-1', 'SHA-1'],
        );
        const key = createPrivateKey({
          key: Buffer.from(group.privateKeyPkcs8, 'hex'),
          format: 'der',
          type: 'pkcs8',
        });
        const settings = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hashOf(algorithm) };
        for (const { tcId, ct, msg, label, result } of group.tests) {
          const opened = outcomeOf(() =>
            privateDecrypt({ ...settings, oaepLabel: fromHex(label) }, fromHex(ct)),
          );
          expect([tcId, opened]).toEqual([tcId, result === 'valid' ? msg : 'refused']);
          checked++;
        }
      }
      expect([checked, vectors.numberOfTests]).toEqual([count, count]);
    });

    it(`${file}: what we wrap under its key opens with its key`, () => {
      for (const group of readOaepVectors(file).testGroups) {
        const key = createPrivateKey({
          key: Buffer.from(group.privateKeyPkcs8, 'hex'),
          format: 'der',
          type: 'pkcs8',
        });
        const spkiDer = createPublicKey(key).export({ format: 'der', type: 'spki' });
        const settings = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hashOf(algorithm) };
        for (const { msg, label, result } of group.tests) {
          if (result !== 'valid' || label !== '') continue;
          expect(hex(privateDecrypt(settings, wrapKeyMaterial(fromHex(msg), spkiDer, algorithm)))).toBe(msg);
        }
      }
    });
  }
});

describe.skipIf(withoutWycheproof)(`Wycheproof AES-KWP${absent}`, () => {
  it('wraps and unwraps, or refuses, each of the 254 vectors as it should', () => {
    const vectors = readKeyWrapVectors('aes_kwp_test.json');
    let valid = 0;
    let refused = 0;
    for (const { tests } of vectors.testGroups) {
      for (const { tcId, key, msg, ct, result } of tests) {
        const opened = outcomeOf(() => aeskwp(fromHex(key)).decrypt(fromHex(ct)));
        expect([tcId, opened]).toEqual([tcId, result === 'valid' ? msg : 'refused']);
        if (result === 'valid') {
          expect([tcId, hex(aeskwp(fromHex(key)).encrypt(fromHex(msg)))]).toEqual([tcId, ct]);
          valid++;
        } else {
          refused++;
        }
      }
    }
    expect([valid, refused, vectors.numberOfTests]).toEqual([77, 177, 254]);
  });
});
