import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openParameters } from '../../../main/jobs/open-parameters';
import { readRecord } from '../../../main/records/read-record';
import { headBytes, type Gate } from '../../../main/shared/glimpse';
import { readIfWanted } from '../../../main/platform/files/read-regular-file';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { buildZip } from '../../fixtures/archives/zip-builder';
import { intakeForms } from '../../fixtures/intake-forms';

const outside = mkdtempSync(join(tmpdir(), 'keyferry-open-'));
afterAll(() => rmSync(outside, { recursive: true, force: true }));

const contents = bundleContents();
const parts = {
  'WrappingPublicKey.bin': contents.key,
  'ImportToken.bin': contents.token,
  'README.txt': contents.readme,
};
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey;
const key = randomBytes(32);
const pkcs8Der = rsa.export({ type: 'pkcs8', format: 'der' });
const pkcs8Pem = rsa.export({ type: 'pkcs8', format: 'pem' });

function folderWith(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = mkdtempSync(join(outside, 'in-'));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return folder;
}

/** What people keep key material in, by a name that says nothing unless it is about the name. */
const keyMaterial: readonly (readonly [string, string, Uint8Array | string])[] = [
  ['by its name', 'PlaintextKeyMaterial.bin', Buffer.alloc(3000, 7)],
  ['by its size', 'a.bin', key],
  ['as hex', 'a.txt', `${key.toString('hex')}\n`],
  ['as base64', 'a', key.toString('base64')],
  ['as a private key in DER', 'a.der', pkcs8Der],
  ['as a private key in PEM', 'wrapping.pem', pkcs8Pem],
  ['as a private key in base64', 'a.b64', pkcs8Der.toString('base64')],
  ['as an RSA private key of old', 'b.pem', rsa.export({ type: 'pkcs1', format: 'pem' })],
  ['as an elliptic-curve key', 'c.pem', ec.export({ type: 'sec1', format: 'pem' })],
  [
    'as an encrypted private key',
    'd.pem',
    rsa.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }),
  ],
];

describe('key material beside import parameters', () => {
  it.each(keyMaterial)('is left unread and named: %s (audit 7)', async (_how, name, bytes) => {
    const opened = await openParameters([folderWith({ ...parts, [name]: bytes })], new Date());
    expect(opened).toMatchObject({ ok: true, value: { notRead: [name] } });
  });

  it.each(keyMaterial)('in an archive is named as well: %s (audit 7)', async (_how, name, bytes) => {
    const entries = Object.entries({ ...parts, [name]: bytes }).map(([entry, data]) => ({
      name: entry,
      data: Buffer.from(data),
    }));
    const archive = join(
      folderWith({ 'ImportParameters.zip': buildZip({ entries }) }),
      'ImportParameters.zip',
    );
    expect(await openParameters([archive], new Date())).toMatchObject({
      ok: true,
      value: { parameters: { form: 'zip' }, notRead: [name] },
    });
  });

  it('is named where it came in the place of them (audit 7)', async () => {
    // Not random: one in 256 such files would begin as JSON does.
    const picture = Buffer.alloc(5000, 0xd8);
    const folder = folderWith({ 'PlaintextKeyMaterial.bin': key, 'holiday.jpg': picture });
    expect(await openParameters([folder], new Date())).toMatchObject({
      error: { code: 'bundle.nothingRecognised', facts: { notRead: 'PlaintextKeyMaterial.bin' } },
    });
  });

  it('is said to be a private key where the wrapping key should be', async () => {
    const folder = folderWith({ ...parts, 'WrappingPublicKey.bin': pkcs8Pem });
    expect(await openParameters([folder], new Date())).toMatchObject({
      error: { code: 'wrappingKey.privateKey', facts: { name: 'WrappingPublicKey.bin' } },
    });
  });
});

describe('import parameters', () => {
  it.each(intakeForms.filter(({ needs }) => needs === undefined))(
    'are read as before, and nothing is left out: $title',
    async ({ write }) => {
      const opened = await openParameters(write(mkdtempSync(join(outside, 'form-')), contents), new Date());
      expect(opened).toMatchObject({ ok: true, value: { notRead: [] } });
      const token = opened.ok ? opened.value.parameters.importToken : undefined;
      expect(Buffer.from(token ?? [])).toEqual(Buffer.from(contents.token));
    },
  );

  it('are found under any name by how they begin', async () => {
    const folder = folderWith({ a: contents.key, b: contents.token });
    expect(await openParameters([folder], new Date())).toMatchObject({ ok: true, value: { notRead: [] } });
  });
});

describe('a gate', () => {
  it('is asked by name, by size and by the first bytes, and each of them can be the last (audit 7)', async () => {
    const path = join(folderWith({ 'some.bin': randomBytes(300) }), 'some.bin');
    const asked: unknown[] = [];
    const until =
      (most: number): Gate =>
      ({ name, size, head }) => {
        asked.push([name, size, head?.length]);
        return asked.length > most ? 'key-material' : 'wanted';
      };
    for (const most of [0, 1, 2]) {
      asked.length = 0;
      expect(await readIfWanted(path, 1000, 'parameters', until(most))).toMatchObject({
        value: { verdict: 'key-material' },
      });
      expect(asked).toEqual(
        [
          ['some.bin', undefined, undefined],
          ['some.bin', 300, undefined],
          ['some.bin', 300, headBytes],
        ].slice(0, most + 1),
      );
    }
  });
});

describe('a record that is key material', () => {
  it('is refused by its size, and named (audit 7)', async () => {
    const folder = folderWith({ 'record.json': key });
    expect(await readRecord([join(folder, 'record.json')])).toMatchObject({
      error: { code: 'copy.noCheckValue', facts: { notRead: 'record.json' } },
    });
  });
});
