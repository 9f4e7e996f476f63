import { CreateAliasCommand, KMSClient } from '@aws-sdk/client-kms';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PracticeAws } from '../../main/practice/practice-aws';
import { writeMaterialDescription } from '../../main/records/material-description';
import { checkValueOf } from '../../main/vault/check-value';
import { copyPanel } from '../../renderer/words/look-after/copy-of-material';
import { remindPanel } from '../../renderer/words/look-after/remind';
import { testCredentials } from '../helpers/aws-answers';
import { startCounting } from '../helpers/count-actions';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { createExternalKey, importMaterial } from '../helpers/import-material';
import { keptRegion } from '../helpers/kept-keys';
import { atTheList, besideKeys, lookAfterJob } from '../helpers/look-after-window';
import { writeSealedCopy } from '../helpers/sealed-copies';
import { sha256Of } from '../helpers/sha256-of';

describe('reminders', () => {
  it('for all keys are saved within 5 deliberate actions from home, with where they are', async () => {
    await besideKeys(async (life) => {
      const launched = await life.launch();
      const { page, app } = launched;
      const job = lookAfterJob(launched);
      await job.heading('What do you want to do?').waitFor();
      const actions = await startCounting(page);
      await job.open();
      await job.isRead();
      const folder = mkdtempSync(join(life.home, 'reminders-'));
      await answerDialogs(app, [[folder]]);
      await job.button(remindPanel.calendar).click();
      await page
        .getByText(/^“Reminders account-111122223333 .*” for 3 keys was saved in “reminders-/)
        .waitFor();
      expect(await actions()).toBeLessThanOrEqual(5);
      await page.getByRole('button', { name: /^Show Reminders account-111122223333 / }).waitFor();
      const [name = ''] = readdirSync(folder);
      const calendar = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n ', '');
      for (const key of ['reports', 'archive', 'crm'])
        expect(calendar).toContain(`Key material of ${key} expires`);
      for (const key of ['orders', 'billing', 'going']) expect(calendar).not.toContain(`material of ${key} `);
    });
  });

  it('of one key are alarms for its Region, and there are none for a key that does not expire', async () => {
    await besideKeys(async (life) => {
      const { app, page, job } = await atTheList(life);
      await job.openKey('crm');
      const folder = mkdtempSync(join(life.home, 'alarms-'));
      await answerDialogs(app, [undefined, [folder]]);
      await job.button(remindPanel.alarms).click();
      await job.button(remindPanel.alarms).click();
      await page.getByText(/^“Alarms crm eu-central-1 .*” for 1 key was saved in/).waitFor();
      expect(readdirSync(folder)).toHaveLength(1);
      await job.toList();
      await job.openKey('orders');
      await page.getByText(remindPanel.none).waitFor();
    });
  });
});

describe('a file that is dropped on a key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-dropped-'));
  const material = randomBytes(32);
  const sealed = join(folder, 'from the safe.age');

  /** A key whose material has the description that we write. */
  async function makeDescribed(practice: PracticeAws): Promise<void> {
    await writeSealedCopy(sealed, material, 'lockstep marmalade quartz herring violin');
    const kms = new KMSClient({
      region: keptRegion,
      requestHandler: practice,
      credentials: testCredentials,
    });
    const KeyId = await createExternalKey(kms);
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/described', TargetKeyId: KeyId }));
    const KeyMaterialDescription = writeMaterialDescription({
      checkValue: checkValueOf(material),
      kept: { as: 'sealed-copy', fileSha256: sha256Of(sealed).slice(0, 16) },
    });
    await importMaterial(kms, KeyId, material, { request: { KeyMaterialDescription } });
  }

  it('says whether it belongs there, without AWS; key material itself is not read', async () => {
    await besideKeys(
      async (life) => {
        const { page, job } = await atTheList(life);
        await job.openKey('described');
        await page.getByText(copyPanel.hint).waitFor();
        const asked = life.wire.came.length;
        await dropFiles(page, [sealed]);
        await page.getByText('This sealed copy belongs to this key material').waitFor();
        const raw = join(folder, 'mine.bin');
        writeFileSync(raw, material);
        await dropFiles(page, [raw]);
        await page.getByText('“mine.bin” is no copy, share or record of a key').waitFor();
        expect(life.wire.came.length).toBe(asked);
        await job.toList();
        await job.openKey('orders');
        await dropFiles(page, [sealed]);
        await page.getByText('This sealed copy does not say which key it is of').waitFor();
        await page.getByText('opens only with its passphrase.').waitFor();
      },
      {
        fill: async (kept, practice) => {
          await kept.fill(practice);
          await makeDescribed(practice);
        },
      },
    );
  });
});
