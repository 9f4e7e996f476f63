import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentsFor, intakeForms } from '../fixtures/intake-forms';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs } from '../helpers/dialogs';
import { goHome } from '../helpers/leave-finished';
import { launchApp } from '../helpers/launch-app';
import { makeKeyPair, unwrap } from '../helpers/openssl';
import { wrapJob } from '../helpers/wrap-job';
import { numberedScreenshots } from './screenshots';

const savedFiles = ['EncryptedKeyMaterial.bin', 'ImportToken.bin', 'KeyferryReturnPackage.json'];

/**
 * Does the offline job in the real window, as a person would, with import parameters made by the OpenSSL program.
 * Leaves a screenshot of each screen and the saved files in `folder`.
 *
 * @returns the summary that the last screen offers to copy
 */
export async function runOfflineDemo(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const name of savedFiles) rmSync(join(folder, name), { force: true });
  const work = mkdtempSync(join(tmpdir(), 'keyferry-demo-'));
  const pair = makeKeyPair(4096);
  const launched = await launchApp();
  try {
    const { app, page } = launched;
    const job = wrapJob(launched);
    const shoot = numberedScreenshots(page, folder, 'offline');
    const stick = join(work, 'USB stick');
    mkdirSync(stick);
    const safe = join(work, 'Safe');
    mkdirSync(safe);
    const custody = custodyJob(launched);
    await job.heading('What do you want to do?').waitFor();
    await job.open();
    await shoot('import-parameters-empty');
    await job.drop(intakeForms[0].write(work, contentsFor(pair.publicKey, 'RSAES_OAEP_SHA_256', 'RSA_4096')));
    await shoot('import-parameters');
    await job.next();
    await shoot('key-material');
    const passphrase = await custody.suggestPassphrase();
    const copy = await custody.saveSealedCopy(join(safe, 'Sealed copy.age'));
    await shoot('copy-saved');
    const saved = await job.wrapAndSave(stick);
    await shoot('saved');
    await answerDialogs(app, []);
    await page.getByRole('button', { name: 'Copy summary' }).click();
    const summary = await app.evaluate(({ clipboard }) => clipboard.readText());
    for (const name of savedFiles) copyFileSync(join(saved, name), join(folder, name));
    const checkValue = /Check value: ([0-9a-f]{16})/.exec(summary)?.[1] ?? '';
    await goHome(page);
    await custody.rehearse([copy], checkValue, passphrase);
    await shoot('rehearsal');
    const opened = unwrap(pair, 'RSAES_OAEP_SHA_256', readFileSync(join(folder, 'EncryptedKeyMaterial.bin')));
    return `${summary}\nOpenSSL opened EncryptedKeyMaterial.bin: ${opened.length} bytes of key material.`;
  } finally {
    await launched.close();
    rmSync(work, { recursive: true, force: true });
  }
}
