import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usesAesKeyWrap, wrappingAlgorithms, wrappingKeySpecs } from '../../main/shared/kms-words';
import { contentsFor, intakeForms } from '../fixtures/intake-forms';
import { answerDialogs } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { makeKeyPair, makePkcs8, unwrap } from '../helpers/openssl';
import { wrapJob } from '../helpers/wrap-job';

const pairs = wrappingKeySpecs.map((spec) => ({ spec, pair: makeKeyPair(Number(spec.slice(4))) }));
const privateKey = makePkcs8('RSA', 'rsa_keygen_bits:2048');
const combinations = pairs.flatMap(({ spec, pair }) =>
  wrappingAlgorithms.map((algorithm) => ({ spec, pair, algorithm })),
);
let launched: LaunchedApp;
let job: ReturnType<typeof wrapJob>;

beforeAll(async () => {
  launched = await launchApp();
  job = wrapJob(launched);
  await job.open();
});
afterAll(() => launched.close());

describe('own key material, every size and algorithm', () => {
  it.each(combinations)('$algorithm under $spec', async ({ spec, pair, algorithm }) => {
    const { app, page, home } = launched;
    const folder = mkdtempSync(join(home, 'in-'));
    const material = usesAesKeyWrap(algorithm)
      ? privateKey
      : Buffer.from(crypto.getRandomValues(new Uint8Array(32)));
    const materialFile = join(folder, 'my-key.bin');
    writeFileSync(materialFile, material);
    await job.drop(intakeForms[0].write(folder, contentsFor(pair.publicKey, algorithm, spec)));
    const warned = await page.getByText('This algorithm uses SHA-1').count();
    expect(warned > 0).toBe(algorithm.endsWith('SHA_1'));
    await job.next();
    if (usesAesKeyWrap(algorithm)) {
      expect(await page.getByRole('radio', { name: 'Generate on this computer' }).count()).toBe(0);
    } else {
      await page.getByRole('radio', { name: 'Use my own file' }).check();
    }
    await answerDialogs(app, [[materialFile]]);
    await page.getByRole('button', { name: 'Choose file', exact: true }).click();
    await page
      .getByText(usesAesKeyWrap(algorithm) ? 'RSA 2048 private key' : 'Symmetric key material')
      .first()
      .waitFor();
    const saved = await job.wrapAndSave();
    const wrapped = readFileSync(join(saved, 'EncryptedKeyMaterial.bin'));
    expect(unwrap(pair, algorithm, wrapped).equals(material)).toBe(true);
    await job.startOver();
  });
});
