import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleContents, type BundleContents } from '../fixtures/archives/bundle-contents';
import { hostileArchives } from '../fixtures/archives/hostile-archives';
import { buildZip } from '../fixtures/archives/zip-builder';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { failureCode, wrapJob } from '../helpers/wrap-job';

const contents = bundleContents();
const other = bundleContents();
const rsaKey = (modulusLength: number, publicExponent = 65537): Buffer =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({
    type: 'spki',
    format: 'der',
  });
const ecKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
  type: 'spki',
  format: 'der',
});
const privatePem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});

type Files = Readonly<Record<string, Uint8Array | string>>;
const parts = (c: BundleContents, change: Files = {}): Files => ({
  'WrappingPublicKey.bin': c.key,
  'ImportToken.bin': c.token,
  'README.txt': c.readme,
  ...change,
});
const asZip = (files: Files): Files => ({
  'ImportParameters.zip': buildZip({
    entries: Object.entries(files).map(([name, data]) => ({ name, data: Buffer.from(data) })),
  }),
});
const without = (files: Files, name: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([each]) => each !== name));

/** [what is wrong, the code of its message, the files that are dropped]. */
const cases: readonly (readonly [string, string, Files])[] = [
  [
    'an expired set',
    'parameters.expired',
    asZip(parts(bundleContents({ expires: new Date(Date.now() - 60_000) }))),
  ],
  [
    "another cloud's bundle",
    'bundle.otherCloud',
    asZip(parts(contents, { 'README.txt': 'Huawei Cloud DEW\r\nKey ID: 1' })),
  ],
  [
    'an RSA key of 1024 bits',
    'wrappingKey.size',
    asZip(without(parts(contents, { 'WrappingPublicKey.bin': rsaKey(1024) }), 'README.txt')),
  ],
  [
    'an exponent of 3',
    'wrappingKey.exponent',
    asZip(
      without(
        parts(contents, {
          'WrappingPublicKey.bin': rsaKey(2048, 3),
        }),
        'README.txt',
      ),
    ),
  ],
  [
    'an elliptic-curve key',
    'wrappingKey.notRsa',
    asZip(without(parts(contents, { 'WrappingPublicKey.bin': ecKey }), 'README.txt')),
  ],
  ['a private key', 'wrappingKey.privateKey', parts(contents, { 'WrappingPublicKey.bin': privatePem })],
  [
    'trailing bytes after the key',
    'wrappingKey.trailingBytes',
    asZip(parts(contents, { 'WrappingPublicKey.bin': Buffer.concat([contents.key, Buffer.alloc(3)]) })),
  ],
  [
    'a README that contradicts the key',
    'bundle.readmeContradictsKey',
    asZip(parts(bundleContents({ wrappingKeySpec: 'RSA_4096' }))),
  ],
  [
    'a README of an algorithm that AWS ended',
    'parameters.unsupportedAlgorithm',
    asZip(parts(bundleContents({ wrappingAlgorithm: 'RSAES_PKCS1_V1_5' }))),
  ],
  ['two keys', 'bundle.twoKeys', asZip(parts(contents, { 'PublicKey.bin': other.key }))],
  ['no token', 'bundle.noToken', asZip(without(parts(contents), 'ImportToken.bin'))],
  ['no key', 'bundle.noKey', asZip(without(parts(contents), 'WrappingPublicKey.bin'))],
  [
    'a token over 6144 bytes',
    'parameters.tokenTooLarge',
    asZip(parts(contents, { 'ImportToken.bin': randomBytes(6145) })),
  ],
  [
    'two archives',
    'file.tooMany',
    { ...asZip(parts(contents)), 'Copy.zip': Object.values(asZip(parts(other)))[0] ?? '' },
  ],
  ['a photograph', 'bundle.nothingRecognised', { 'holiday.jpg': randomBytes(5000) }],
  ['a file of 300 kB', 'file.tooLarge', { 'ImportParameters.zip': randomBytes(300_000) }],
];

const oneOfEachZipCode = hostileArchives.filter(
  ({ code, refusedBy }, index) =>
    refusedBy === 'zip' && hostileArchives.findIndex((each) => each.code === code) === index,
);

let launched: LaunchedApp;
let job: ReturnType<typeof wrapJob>;
let folder: string;

beforeAll(async () => {
  launched = await launchApp();
  job = wrapJob(launched);
  await job.open();
});
afterAll(() => launched.close());
beforeEach(() => {
  folder = mkdtempSync(join(launched.home, 'bad-'));
});

function write(files: Files): string[] {
  return Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
}

/** Starts from a clean step, so that a message can only be the new one. */
async function refusalOf(paths: readonly string[]): Promise<string> {
  await launched.page.getByRole('button', { name: 'Back to home' }).first().click();
  await job.open();
  return await job.dropRefused(paths);
}

describe('a clear message in place for', () => {
  it.each(cases)('%s', async (_title, code, files) => {
    expect(await refusalOf(write(files))).toBe(code);
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
  });

  it.each(oneOfEachZipCode)('a hostile archive: $title', async ({ code, bytes }) => {
    expect(await refusalOf(write({ 'ImportParameters.zip': bytes() }))).toBe(code);
  });

  it('a link to a good archive', async () => {
    const [target = ''] = write(asZip(parts(contents)));
    const link = join(folder, 'link.zip');
    symlinkSync(target, link);
    expect(await refusalOf([link])).toBe('file.notRegular');
  });

  it('goes on with a good set after a bad one', async () => {
    await refusalOf(write({ 'notes.txt': 'nothing' }));
    await job.drop(write(asZip(parts(contents))));
    expect(await launched.page.getByRole('alert').filter({ hasText: 'Technical details' }).count()).toBe(0);
  });
});

describe('own key material is refused when it is', () => {
  const material: readonly (readonly [string, string, Uint8Array | string])[] = [
    ['31 bytes', 'material.wrongLength', randomBytes(31)],
    ['33 bytes', 'material.wrongLength', randomBytes(33)],
    ['16 bytes in hex', 'material.wrongLength', randomBytes(16).toString('hex')],
    ['all zero', 'material.allZero', Buffer.alloc(32)],
    ['an RSA private key under RSAES_OAEP', 'material.needsAesKeyWrap', privatePem],
    ['a public key', 'material.publicKey', contents.key],
    ['prose', 'material.unrecognised', 'It is in the safe, ask Anna for the combination of the safe.'],
    ['empty', 'file.empty', ''],
  ];
  it.each(material)('%s', async (_title, code, bytes) => {
    const { app, page } = launched;
    await page.getByRole('button', { name: 'Back to home' }).first().click();
    await job.open();
    await job.drop(write(asZip(parts(contents))));
    await job.next();
    await page.getByRole('radio', { name: 'Use my own file' }).check();
    const path = join(folder, 'key.bin');
    writeFileSync(path, bytes);
    await answerDialogs(app, [[path]]);
    await page.getByRole('button', { name: 'Choose file', exact: true }).click();
    expect(await failureCode(page)).toBe(code);
  });

  it('changed between the look and the wrapping', async () => {
    const { app, page } = launched;
    await page.getByRole('button', { name: 'Back to home' }).first().click();
    await job.open();
    await job.drop(write(asZip(parts(contents))));
    await job.next();
    await page.getByRole('radio', { name: 'Use my own file' }).check();
    const path = join(folder, 'key.bin');
    writeFileSync(path, randomBytes(32));
    await dropFiles(page, [path]);
    await page.getByText('Symmetric key material').first().waitFor();
    writeFileSync(path, randomBytes(32));
    const out = join(folder, 'out');
    mkdirSync(out);
    await answerDialogs(app, [[out]]);
    await job.withoutCopy();
    await page.getByRole('button', { name: 'Wrap and save' }).click();
    expect(await failureCode(page)).toBe('material.changed');
    expect(readdirSync(out)).toEqual([]);
  });
});
