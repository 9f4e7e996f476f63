import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentsFor, intakeForms } from '../fixtures/intake-forms';
import { answerDialogs } from '../helpers/dialogs';
import { goHome } from '../helpers/leave-finished';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { makeKeyPair, unwrap } from '../helpers/openssl';
import { failureCode, wrapJob } from '../helpers/wrap-job';

const isRoot = process.getuid?.() === 0;
const algorithm = 'RSAES_OAEP_SHA_256';
const pair = makeKeyPair(2048);
let launched: LaunchedApp;
let job: ReturnType<typeof wrapJob>;
let out: string;

beforeAll(async () => {
  launched = await launchApp();
  job = wrapJob(launched);
});
afterAll(() => launched.close());

beforeEach(async () => {
  await goHome(launched.page);
  await job.open();
  const folder = mkdtempSync(join(launched.home, 'in-'));
  await job.drop(intakeForms[0].write(folder, contentsFor(pair.publicKey, algorithm, 'RSA_2048')));
  await job.next();
  out = mkdtempSync(join(launched.home, 'out-'));
});

async function refusalIn(folder: string): Promise<string> {
  await answerDialogs(launched.app, [[folder]]);
  await job.withoutCopy();
  await launched.page.getByRole('button', { name: 'Wrap and save' }).click();
  return await failureCode(launched.page);
}

async function exportPlaintext(): Promise<void> {
  const { page } = launched;
  await page.getByRole('button', { name: 'Advanced' }).click();
  await page.getByRole('checkbox', { name: 'Also save an unprotected copy of the key material' }).check();
}

describe('saving', () => {
  it('changes nothing when the folder dialog is dismissed', async () => {
    const { app, page } = launched;
    await answerDialogs(app, [undefined, [out]]);
    await job.withoutCopy();
    await page.getByRole('button', { name: 'Wrap and save' }).click();
    await page.getByRole('button', { name: 'Wrap and save' }).click();
    await job.heading('Saved').waitFor({ timeout: 60_000 });
    expect(readdirSync(out).sort()).toEqual([
      'EncryptedKeyMaterial.bin',
      'ImportToken.bin',
      'KeyferryReturnPackage.json',
    ]);
  });

  it('exports the key material in clear only after an explicit choice, and exactly', async () => {
    await exportPlaintext();
    await job.wrapAndSave(out);
    const plain = readFileSync(join(out, 'PlaintextKeyMaterial.bin'));
    expect(unwrap(pair, algorithm, readFileSync(join(out, 'EncryptedKeyMaterial.bin'))).equals(plain)).toBe(
      true,
    );
  });

  it('refuses a folder that holds such files, and leaves them alone', async () => {
    writeFileSync(join(out, 'EncryptedKeyMaterial.bin'), 'last year');
    expect(await refusalIn(out)).toBe('save.exists');
    expect(readFileSync(join(out, 'EncryptedKeyMaterial.bin'), 'utf8')).toBe('last year');
    expect(readdirSync(out)).toHaveLength(1);
  });

  it('says that the folder is gone, and saves elsewhere at the next try', async () => {
    rmSync(out, { recursive: true });
    expect(await refusalIn(out)).toBe('save.folderGone');
    mkdirSync(out);
    await job.wrapAndSave(out);
    expect(readdirSync(out)).toHaveLength(3);
  });
});

describe.skipIf(!isRoot)('saving on a small disk (skipped unless root, who may mount one)', () => {
  const withDisk = async (options: string, run: () => Promise<void>): Promise<void> => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', out]);
    try {
      await run();
    } finally {
      execFileSync('umount', [out]);
    }
  };

  it('says that the disk is full and leaves nothing half-written', async () => {
    await withDisk('size=8k', async () => {
      expect(await refusalIn(out)).toBe('save.diskFull');
      expect(readdirSync(out)).toEqual([]);
    });
  });

  it('leaves no clear copy behind when the other files did not fit', async () => {
    await exportPlaintext();
    await withDisk('size=8k', async () => {
      expect(await refusalIn(out)).toBe('save.diskFull');
      expect(readdirSync(out)).toEqual([]);
    });
  });

  it('says that the disk is read-only', async () => {
    await withDisk('size=64k,ro', async () => {
      expect(await refusalIn(out)).toBe('save.notWritable');
    });
  });
});
