import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { usesAesKeyWrap, wrappingAlgorithms } from '../../../main/shared/kms-words';
import { wrapKeyMaterial } from '../../../main/vault/wrap';
import { makeKeyPair, unwrap } from '../../helpers/openssl';

const missing = process.env['CI'] === undefined && !hasOpenssl();
const reason = missing ? ' (skipped: there is no openssl program here)' : '';

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(missing)(`what we wrap, opened by the OpenSSL program${reason}`, () => {
  for (const bits of [2048, 3072, 4096]) {
    it(`under its own RSA ${bits} key, with every algorithm`, { timeout: 60_000 }, () => {
      const pair = makeKeyPair(bits);
      for (const algorithm of wrappingAlgorithms) {
        for (const length of usesAesKeyWrap(algorithm) ? [135, 1218, 2376] : [16, 32, 138]) {
          const material = randomBytes(length);
          const wrapped = Buffer.from(wrapKeyMaterial(material, pair.publicKey, algorithm));
          expect(unwrap(pair, algorithm, wrapped).equals(material)).toBe(true);
        }
      }
    });
  }
});
