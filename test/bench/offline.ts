import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {} from '../../renderer/base/api';
import { noCopyConfirmation } from '../../main/shared/views/custody';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { answerDialogs } from '../helpers/dialogs';
import { launchApp } from '../helpers/launch-app';
import type { Line } from './report';
import { watchSpare } from './spare-vault';
import { inTurns, pairwise, summarise } from './statistics';

/** Measures from the archive to saved files that were read back, compared with three programs that do the same. */
export async function measure(): Promise<readonly Line[]> {
  const work = mkdtempSync(join(tmpdir(), 'keyferry-bench-'));
  const [zip = ''] = intakeForms[0].write(work, bundleContents());
  const launched = await launchApp();
  const { app, page } = launched;
  const spare = await watchSpare(launched);
  const readyAfter: number[] = [];
  const ours = async (): Promise<number> => {
    // A person needs longer than this from opening the job to dropping the archive.
    readyAfter.push(await spare.again());
    await answerDialogs(app, [[zip], [mkdtempSync(join(work, 'ours-'))]]);
    return await page.evaluate(async (confirmation) => {
      const started = performance.now();
      const chosen = await window.keyferry.readParameters({ files: 'ask' });
      if (!chosen.ok || !chosen.value.picked) throw new Error('The import parameters were not read.');
      const saved = await window.keyferry.wrapAndSave({
        parameters: chosen.value.value.handle,
        wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        material: { from: 'generate', lengthBytes: 32, confirmation },
        exportPlaintext: false,
      });
      if (!saved.ok || !saved.value.picked) throw new Error('The files were not saved.');
      return performance.now() - started;
    }, noCopyConfirmation);
  };
  try {
    await page.getByRole('button', { name: 'Wrap key material offline' }).click();
    const [inApp = [], byHand = []] = await inTurns(
      [ours, () => Promise.resolve(byThreePrograms(work, zip))],
      {
        rounds: 15,
        warmUps: 2,
      },
    );
    return [
      { name: 'offline', text: 'Offline job, archive to files', unit: 'ms', value: summarise(inApp) },
      {
        name: 'offlineByHand',
        text: '  unzip, openssl rand, openssl pkeyutl',
        unit: 'ms',
        value: summarise(byHand),
      },
      {
        name: 'offlineRatio',
        text: '  ours ÷ the three programs',
        unit: 'ratio',
        value: pairwise(inApp, byHand),
        goal: { atMost: 1.5 },
      },
      {
        name: 'spareVault',
        text: '  before that: a vault is ready after',
        unit: 'ms',
        value: summarise(readyAfter),
      },
    ];
  } finally {
    await launched.close();
    rmSync(work, { recursive: true, force: true });
  }
}

function byThreePrograms(work: string, zip: string): number {
  const cwd = mkdtempSync(join(work, 'hand-'));
  const started = performance.now();
  const run = (program: string, ...words: readonly string[]): void =>
    void execFileSync(program, words, { cwd, stdio: 'ignore' });
  run('unzip', '-q', zip);
  run('openssl', 'rand', '-out', 'PlaintextKeyMaterial.bin', '32');
  const key = ['-inkey', 'WrappingPublicKey.bin', '-keyform', 'DER', '-pubin'];
  const padding = ['-pkeyopt', 'rsa_padding_mode:oaep', '-pkeyopt', 'rsa_oaep_md:sha256'];
  const files = ['-in', 'PlaintextKeyMaterial.bin', '-out', 'EncryptedKeyMaterial.bin'];
  run('openssl', 'pkeyutl', '-encrypt', ...files, ...key, ...padding, '-pkeyopt', 'rsa_mgf1_md:sha256');
  return performance.now() - started;
}
