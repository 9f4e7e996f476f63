import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guideWords, supportReport } from '../../renderer/words/guide/guide';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { encodingsOf, findSecret } from '../helpers/secret-encodings';
import { failureCode, wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;
const material = randomBytes(32);
const passphrase = 'planted-quartz-walnut-harbor-sextant-meadow-8471';
const proxy = 'http://planted-user:planted-password@planted-host.example:3128';
const planted = 'arn:aws:kms:eu-central-1:111122223333:key/planted';

/** Work with a key that the test knows, and what another program might write into the log. */
beforeAll(async () => {
  launched = await launchApp({ HTTPS_PROXY: proxy });
  const { page, home } = launched;
  const folder = mkdtempSync(join(home, 'planted-folder-'));
  const wrap = wrapJob(launched);
  await wrap.open();
  const bad = join(folder, 'planted-name.zip');
  writeFileSync(bad, 'no archive');
  await dropFiles(page, [bad]);
  await failureCode(page);
  await wrap.drop(intakeForms[0].write(folder, bundleContents()));
  await wrap.next();
  const key = join(folder, 'planted-key.bin');
  writeFileSync(key, material);
  const custody = custodyJob(launched);
  await custody.useOwnFile(key);
  await custody.typePassphrase(passphrase);
  await custody.saveSealedCopy(join(folder, 'planted-copy.age'));
  appendFileSync(
    join(home, '.config/Keyferry/logs/keyferry.log'),
    [
      `free text ${planted}`,
      JSON.stringify({ event: 'verb.failed', secret: planted }),
      JSON.stringify({ event: planted }),
      JSON.stringify({ event: 'verb.failed', code: `/home/planted-name` }),
      JSON.stringify({ event: 'verb.failed', requestId: planted }),
      '',
    ].join('\n'),
  );
});
afterAll(() => launched.close());

describe('a report for support', () => {
  it('is shown whole before it is saved, and names nobody, no secret, no path and no account', async () => {
    const { app, page, home } = launched;
    await page.keyboard.press('F1');
    const panel = page.getByRole('complementary', { name: guideWords.title });
    await panel.getByRole('searchbox', { name: guideWords.search }).fill('report for support');
    await panel.getByRole('button', { name: supportReport.open }).first().click();
    await panel.getByRole('heading', { name: supportReport.open, level: 2 }).waitFor();
    await panel.getByRole('button', { name: supportReport.open }).click();
    const shown = (await panel.getByRole('region', { name: supportReport.text }).textContent()) ?? '';
    const path = join(mkdtempSync(join(home, 'out-')), 'report.txt');
    await answerDialogs(app, [[path]]);
    await panel.getByRole('button', { name: supportReport.save }).click();
    await panel.getByText('Saved as report.txt', { exact: false }).waitFor();
    const saved = readFileSync(path, 'utf8');
    expect(saved === shown).toBe(true);
    // What support needs is there.
    expect(saved).toContain('"event":"app.started"');
    expect(saved).toMatch(/"code":"zip\./);
    expect(saved).toMatch(/Build \(SHA-256\): [0-9a-f]{64}/);
    expect(saved).toContain('HTTPS_PROXY');
    // And nothing else.
    expect(findSecret(Buffer.from(saved), encodingsOf(material))).toEqual([]);
    expect(saved).not.toContain('planted');
    expect(saved).not.toContain('111122223333');
    expect(saved).not.toContain(home);
    expect(saved.split('\n').filter((line) => line.includes(`/${userInfo().username}/`))).toEqual([]);
  });
});
