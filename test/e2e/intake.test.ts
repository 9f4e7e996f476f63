import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentsFor, intakeForms } from '../fixtures/intake-forms';
import { answerDialogs } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { makeKeyPair, unwrap } from '../helpers/openssl';
import { wrapJob } from '../helpers/wrap-job';

const algorithm = 'RSAES_OAEP_SHA_256';
const pair = makeKeyPair(2048);
const contents = contentsFor(pair.publicKey, algorithm, 'RSA_2048');
let launched: LaunchedApp;
let job: ReturnType<typeof wrapJob>;

beforeAll(async () => {
  launched = await launchApp();
  job = wrapJob(launched);
  await job.open();
});
afterAll(() => launched.close());

const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

function checkSaved(folder: string): void {
  const encrypted = readFileSync(join(folder, 'EncryptedKeyMaterial.bin'));
  expect(unwrap(pair, algorithm, encrypted)).toHaveLength(32);
  expect(readFileSync(join(folder, 'ImportToken.bin')).equals(contents.token)).toBe(true);
  const manifest = JSON.parse(readFileSync(join(folder, 'KeyferryReturnPackage.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  expect(manifest).toMatchObject({
    format: 'keyferry-return-package',
    version: 2,
    wrappingAlgorithm: algorithm,
    wrappingKeySpec: 'RSA_2048',
    encryptedKeyMaterial: encrypted.toString('base64'),
    importToken: Buffer.from(contents.token).toString('base64'),
  });
  expect(existsSync(join(folder, 'PlaintextKeyMaterial.bin'))).toBe(false);
}

describe('what is dropped is wrapped, and OpenSSL opens it', () => {
  it.for(intakeForms)('$title', async ({ write, statesAlgorithm, needs }, { skip }) => {
    skip(needs !== undefined && !isInstalled(needs), `${needs ?? ''} is not installed`);
    const { page, home } = launched;
    await job.drop(write(mkdtempSync(join(home, 'in-')), contents));
    const question = page.getByText('Which wrapping algorithm was chosen');
    expect(await question.count()).toBe(statesAlgorithm ? 0 : 1);
    if (!statesAlgorithm) await job.chooseAlgorithm(algorithm);
    await job.next();
    checkSaved(await job.wrapAndSave());
    await job.startOver();
  });

  it.each([
    ['Choose files', 'loose files without a README'],
    ['Choose folder', 'the unzipped folder'],
  ])('%s takes %s', async (button, title) => {
    const { app, page, home } = launched;
    const form = intakeForms.find((each) => each.title === title);
    const paths = form?.write(mkdtempSync(join(home, 'in-')), contents) ?? [];
    await answerDialogs(app, [undefined, paths]);
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('button', { name: button }).click();
    await page.getByText('Fingerprint of the wrapping key').first().waitFor();
    if (form?.statesAlgorithm === false) await job.chooseAlgorithm(algorithm);
    await job.next();
    checkSaved(await job.wrapAndSave());
    await job.startOver();
  });
});
