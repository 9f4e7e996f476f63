import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  CreateAliasCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import type { PracticeAws } from '../../main/practice/practice-aws';
import { startCounting } from '../helpers/count-actions';
import { dropFiles } from '../helpers/drop-files';
import { createExternalKey, importMaterial } from '../helpers/import-material';
import { keptRegion } from '../helpers/kept-keys';
import { besideKeys, lookAfterJob } from '../helpers/look-after-window';
import { writeSealedCopy } from '../helpers/sealed-copies';

const passphrase = 'quartz hammock violin 93 teapot lagoon';
const dayMs = 86_400_000;

/** A key of which a test has the material; it expires in days, or is lost. */
async function makeKey(practice: PracticeAws, material: Uint8Array, days?: number) {
  const kms = new KMSClient({
    region: keptRegion,
    requestHandler: practice,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMIK7MDENGbPxRfiCY' },
  });
  const keyId = await createExternalKey(kms);
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/orders', TargetKeyId: keyId }));
  await importMaterial(kms, keyId, material, {
    request:
      days === undefined
        ? {}
        : { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: new Date(Date.now() + days * dayMs) },
  });
  if (days === undefined) await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: keyId }));
  return async () => (await kms.send(new DescribeKeyCommand({ KeyId: keyId }))).KeyMetadata;
}

describe('importing the material again', () => {
  it('makes a key that has lost it work again, within 7 deliberate actions from home', async () => {
    const material = randomBytes(32);
    let described: Awaited<ReturnType<typeof makeKey>> | undefined;
    await besideKeys(
      async (life) => {
        const copy = join(life.home, 'Sealed copy of orders.age');
        await writeSealedCopy(copy, material, passphrase);
        const launched = await life.launch();
        const { page } = launched;
        const job = lookAfterJob(launched);
        await job.heading('What do you want to do?').waitFor();
        const actions = await startCounting(page);
        await job.open();
        await job.button('Import the material again: orders').click();
        await page.getByRole('heading', { name: 'Import the material again: alias/orders' }).waitFor();
        await dropFiles(page, [copy]);
        await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
        await job.button('Open sealed copy').click();
        await page.getByText('The copy is open').first().waitFor({ timeout: 60_000 });
        await page.getByRole('button', { name: 'Import the material again', exact: true }).click();
        await page.getByText('The key works again').waitFor({ timeout: 60_000 });
        // Agreeing to the address of the practice AWS is of this test only.
        expect((await actions()) - 1).toBeLessThanOrEqual(7);
        expect(await described?.()).toMatchObject({ KeyState: 'Enabled' });
      },
      {
        fill: async (_kept, practice) => {
          described = await makeKey(practice, material);
        },
      },
    );
  });

  it('extends a key that works within 8 deliberate actions, and it never stops', async () => {
    const material = randomBytes(32);
    let described: Awaited<ReturnType<typeof makeKey>> | undefined;
    await besideKeys(
      async (life) => {
        const copy = join(life.home, 'Sealed copy of orders.age');
        await writeSealedCopy(copy, material, passphrase);
        const launched = await life.launch();
        const { page } = launched;
        const job = lookAfterJob(launched);
        await job.heading('What do you want to do?').waitFor();
        const actions = await startCounting(page);
        await job.open();
        await job.button('Extend: orders').click();
        await page.getByRole('heading', { name: 'Extend: alias/orders' }).waitFor();
        await dropFiles(page, [copy]);
        await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
        await job.button('Open sealed copy').click();
        await page.getByText('The copy is open').first().waitFor({ timeout: 60_000 });
        await page.getByRole('button', { name: 'Extend', exact: true }).click();
        await page.getByText('The key goes on without a stop').waitFor({ timeout: 60_000 });
        expect((await actions()) - 1).toBeLessThanOrEqual(8);
        const { KeyState, ValidTo } = (await described?.()) ?? {};
        expect(KeyState).toBe('Enabled');
        expect((ValidTo?.getTime() ?? 0) - Date.now()).toBeGreaterThan(360 * dayMs);
      },
      {
        fill: async (_kept, practice) => {
          described = await makeKey(practice, material, 3);
        },
      },
    );
  });
});
