import { randomBytes } from 'node:crypto';
import { CreateAliasCommand, KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import type { PracticeAws } from '../../main/practice/practice-aws';
import { startCounting } from '../helpers/count-actions';
import { custodyJob } from '../helpers/custody-job';
import { createExternalKey, importMaterial } from '../helpers/import-material';
import { keptRegion } from '../helpers/kept-keys';
import { leaveFinished } from '../helpers/leave-finished';
import { besideKeys, lookAfterJob } from '../helpers/look-after-window';
import { materialsAt } from '../helpers/rotate-work';
import { screenFaults } from '../helpers/screen-faults';

/** A key that works, and another that has new material waiting. */
async function makeKeys(practice: PracticeAws) {
  const outside = new KMSClient({
    region: keptRegion,
    requestHandler: practice,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMIK7MDENGbPxRfiCY' },
  });
  const make = async (alias: string): Promise<string> => {
    const keyId = await createExternalKey(outside);
    await outside.send(new CreateAliasCommand({ AliasName: `alias/${alias}`, TargetKeyId: keyId }));
    await importMaterial(outside, keyId, randomBytes(32));
    return keyId;
  };
  const keyId = await make('orders');
  const waiting = await make('waits');
  await importMaterial(outside, waiting, randomBytes(32), { request: { ImportType: 'NEW_KEY_MATERIAL' } });
  return { outside, keyId, waiting };
}

describe('rotating a key', () => {
  it('gives it new material with a new sealed copy, within 10 deliberate actions from home', async () => {
    let made: Awaited<ReturnType<typeof makeKeys>> | undefined;
    await besideKeys(
      async (life) => {
        const launched = await life.launch();
        const { page } = launched;
        const job = lookAfterJob(launched);
        const copy = custodyJob(launched);
        await job.heading('What do you want to do?').waitFor();
        const actions = await startCounting(page);
        await job.open();
        await job.openKey('orders');
        await page.getByRole('button', { name: 'Rotate', exact: true }).click();
        await job.heading('Rotate: alias/orders').waitFor();
        await page.getByText('Rotating is final.').waitFor();
        await copy.suggestPassphrase();
        await copy.saveSealedCopy();
        await page.getByRole('button', { name: 'Rotate', exact: true }).click();
        await page.getByText('The key encrypts with the new key material').waitFor({ timeout: 60_000 });
        // Agreeing to the address of the practice AWS is of this test only; the dialog of the copy counts as well.
        expect((await actions()) - 1 + 1).toBeLessThanOrEqual(10);
        expect(await screenFaults(page)).toEqual([]);
        const materials = made && (await materialsAt(made, made.keyId));
        expect(materials?.map(({ state }) => state).sort()).toEqual(['CURRENT', 'NON_CURRENT']);
        await leaveFinished(page, 'Back to the keys');
        await job.row('orders').getByText('2 of 2 there').waitFor();
      },
      {
        fill: async (_kept, practice) => {
          made = await makeKeys(practice);
        },
      },
    );
  });

  it('offers what waits to be rotated to, or removed, and removes it', async () => {
    let made: Awaited<ReturnType<typeof makeKeys>> | undefined;
    await besideKeys(
      async (life) => {
        const launched = await life.launch();
        const { page } = launched;
        const job = lookAfterJob(launched);
        await job.open();
        await job.isRead();
        await job.openKey('waits');
        await page.getByRole('button', { name: 'Rotate now' }).waitFor();
        await page.getByRole('button', { name: 'Remove waiting material' }).click();
        await job.heading('Remove waiting material: alias/waits').waitFor();
        await page.getByText('What will happen').waitFor();
        await page.getByRole('button', { name: 'Remove waiting material' }).click();
        await job.heading('The waiting material of alias/waits is removed').waitFor();
        expect(await screenFaults(page)).toEqual([]);
        await leaveFinished(page, 'Back to the key');
        await page.getByRole('button', { name: 'Rotate', exact: true }).waitFor();
        expect(made && (await materialsAt(made, made.waiting))).toHaveLength(1);
      },
      {
        fill: async (_kept, practice) => {
          made = await makeKeys(practice);
        },
      },
    );
  });
});
