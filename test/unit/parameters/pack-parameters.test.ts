import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { packParameters } from '../../../main/parameters/archive/pack-parameters';
import { readZip } from '../../../main/parameters/archive/read-zip';
import { parseBundle } from '../../../main/parameters/parse-bundle';
import { readWithPython, readWithYauzl } from '../../fixtures/archives/other-programs';
import { makeKeyPair } from '../../helpers/key-pairs';
import { valueOf } from '../../helpers/results';

const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const publicKey = makeKeyPair('RSA_3072').spkiDer;
const importToken = Buffer.concat([Buffer.from('0101020078', 'hex'), randomBytes(2600)]);
const validTo = new Date('2030-01-02T03:04:05Z');
const made = packParameters({
  keyId,
  wrappingKeySpec: 'RSA_3072',
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  publicKey,
  importToken,
  validTo,
});

it('is read as the download of the console is, with all that a console says', async () => {
  const entries = valueOf(await readZip(await made));
  expect(valueOf(parseBundle(entries))).toEqual({
    files: ['WrappingPublicKey.bin', 'ImportToken.bin', 'README.txt'],
    publicKey,
    importToken,
    fromCli: false,
    keyId,
    wrappingKeySpec: 'RSA_3072',
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    validTo,
  });
});

it('holds the same files for two other programs', async () => {
  const ours = valueOf(await readZip(await made)).map(({ path, bytes }) => [path, Buffer.from(bytes)]);
  const pairs = (found: readonly { readonly path: string; readonly bytes: Uint8Array }[]) =>
    found.map(({ path, bytes }) => [path, Buffer.from(bytes)]);
  expect(pairs(await readWithYauzl(await made))).toEqual(ours);
  const [python] = readWithPython([await made]);
  expect(typeof python === 'string' || python === undefined ? python : pairs(python)).toEqual(ours);
});
