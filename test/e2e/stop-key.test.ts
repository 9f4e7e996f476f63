import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CreateAliasCommand, DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { noCopySentence } from '../../main/shared/acts-typed';
import { checkValueOf } from '../../main/vault/check-value';
import type { PracticeAws } from '../../main/practice/practice-aws';
import { dropFiles } from '../helpers/drop-files';
import { createExternalKey, importMaterial } from '../helpers/import-material';
import { keptRegion } from '../helpers/kept-keys';
import { leaveFinished } from '../helpers/leave-finished';
import { atTheList, besideKeys } from '../helpers/look-after-window';
import { screenFaults } from '../helpers/screen-faults';
import { writeSealedCopy } from '../helpers/sealed-copies';

const passphrase = 'quartz hammock violin 93 teapot lagoon';
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMIK7MDENGbPxRfiCY' };

const clientOf = (practice: PracticeAws): KMSClient =>
  new KMSClient({ region: keptRegion, requestHandler: practice, credentials });

const stateOf = async (practice: PracticeAws, alias: string) =>
  (await clientOf(practice).send(new DescribeKeyCommand({ KeyId: `alias/${alias}` }))).KeyMetadata;

describe('stopping a key for good', () => {
  it('schedules its deletion within 6 deliberate actions from home, and offers to disable it first', async () => {
    await besideKeys(async (life) => {
      const { page, job, actions } = await atTheList(life);
      await job.openKey('orders');
      await page.getByRole('button', { name: 'Schedule deletion', exact: true }).click();
      await job.heading('Schedule deletion: alias/orders').waitFor();
      await page.getByText('AWS knows of no use.').waitFor();
      await page.getByRole('button', { name: 'Disable first', exact: true }).waitFor();
      expect(await screenFaults(page)).toEqual([]);
      await page.getByLabel('Type alias/orders').fill('alias/orders');
      await page.getByRole('button', { name: 'Schedule deletion', exact: true }).click();
      await job.heading('The deletion of alias/orders is scheduled').waitFor();
      expect(await actions()).toBeLessThanOrEqual(6);
      expect(await stateOf(life.practice, 'orders')).toMatchObject({ KeyState: 'PendingDeletion' });
      expect(await screenFaults(page)).toEqual([]);

      await leaveFinished(page, 'Cancel deletion');
      await job.heading('Cancel deletion: alias/orders').waitFor();
      await page.getByText('Until then it can be rescued.').waitFor();
      expect(await screenFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Cancel deletion', exact: true }).click();
      await job.heading('The deletion of alias/orders is cancelled').waitFor();
      expect(await stateOf(life.practice, 'orders')).toMatchObject({ KeyState: 'Enabled' });
    });
  });

  it('leads from the list to what a key that is off needs', async () => {
    await besideKeys(async (life) => {
      const { page, job } = await atTheList(life);
      await job.button('Enable: off').click();
      await job.heading('Enable: alias/off').waitFor();
      await job.button('Back to the key').click();
      await job.toList();
      await job.button('Remove: left-over').click();
      await job.heading('Schedule deletion: alias/left-over').waitFor();
      await page.getByText('It is left over from an import.').waitFor();
      expect(await screenFaults(page)).toEqual([]);
      await job.button('Back to the key').click();
      await job.toList();
      await job.openKey('going');
      await page.getByRole('button', { name: 'Cancel deletion', exact: true }).click();
      await job.heading('Cancel deletion: alias/going').waitFor();
    });
  });
});

describe('deleting key material', () => {
  it('takes 6 deliberate actions from home where a sentence stands for the copy', async () => {
    await besideKeys(async (life) => {
      const { page, job, actions } = await atTheList(life);
      await job.openKey('orders');
      await page.getByRole('button', { name: 'Delete key material', exact: true }).click();
      await page.getByLabel(`Type ${noCopySentence}`).fill(noCopySentence);
      await page.getByRole('button', { name: 'Delete key material', exact: true }).click();
      await job.heading('Stopped: alias/orders waits for its key material').waitFor();
      expect(await actions()).toBeLessThanOrEqual(6);
      expect(await stateOf(life.practice, 'orders')).toMatchObject({ KeyState: 'PendingImport' });
      await page.setViewportSize({ width: 1024, height: 700 });
      // An ID of 64 digits is in the first label.
      const labels = page.locator('dt');
      expect(await labels.first().innerText()).toMatch(/[0-9a-f]{64}/);
      expect(
        await labels.evaluateAll((all) =>
          all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
        ),
      ).toEqual([]);
      await leaveFinished(page, 'Import the material again');
      await job.heading('Import the material again: alias/orders').waitFor();
    });
  });

  it('opens its copy first, and then asks for the alias only', async () => {
    const material = randomBytes(32);
    await besideKeys(
      async (life) => {
        const copy = join(life.home, 'Sealed copy of ledger.age');
        await writeSealedCopy(copy, material, passphrase);
        const { page, job, actions } = await atTheList(life);
        await job.openKey('ledger');
        await page.getByRole('button', { name: 'Delete key material', exact: true }).click();
        await page.getByText('Copy not opened yet').waitFor();
        expect(await screenFaults(page)).toEqual([]);
        await dropFiles(page, [copy]);
        await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
        await job.button('Open sealed copy').click();
        await page.getByText(/^Copy opened: Sealed copy of ledger\.age/).waitFor({ timeout: 60_000 });
        expect(await screenFaults(page)).toEqual([]);
        await page.getByLabel('Type alias/ledger').fill('alias/ledger');
        await page.getByRole('button', { name: 'Delete key material', exact: true }).click();
        await job.heading('Stopped: alias/ledger waits for its key material').waitFor();
        expect(await actions()).toBeLessThanOrEqual(9);
        expect(await stateOf(life.practice, 'ledger')).toMatchObject({ KeyState: 'PendingImport' });
        expect(await screenFaults(page)).toEqual([]);
      },
      {
        fill: async (_kept, practice) => {
          const kms = clientOf(practice);
          const keyId = await createExternalKey(kms);
          await kms.send(new CreateAliasCommand({ AliasName: 'alias/ledger', TargetKeyId: keyId }));
          await importMaterial(kms, keyId, material, {
            request: { KeyMaterialDescription: `Keyferry 1: check value ${checkValueOf(material)}` },
          });
        },
      },
    );
  });
});
