import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateAliasCommand, KMSClient } from '@aws-sdk/client-kms';
import { describe, it } from 'vitest';
import { makeAwsHome } from '../helpers/aws-files';
import { freshPassphrase } from '../helpers/custody-job';
import { dropFiles } from '../helpers/drop-files';
import { createExternalKey, importMaterial } from '../helpers/import-material';
import { launchApp } from '../helpers/launch-app';
import { lookAfterJob } from '../helpers/look-after-window';
import { withoutMemoryScan } from '../helpers/memory-scan';
import { startPracticeServer } from '../helpers/practice-server';
import { recordMessages } from '../helpers/record-messages';
import { writeSealedCopy } from '../helpers/sealed-copies';
import { searchedApp } from '../helpers/searched-app';

const skip = withoutMemoryScan !== undefined && process.env['CI'] === undefined;
const skipped = withoutMemoryScan === undefined ? '' : ` (skipped: ${withoutMemoryScan})`;
const region = 'eu-central-1';
const accessKeyId = '123456789012';

/** A key at this address, with material of which nothing here knows. */
async function makeKey(url: string, secretAccessKey: string): Promise<void> {
  const kms = new KMSClient({ region, endpoint: url, credentials: { accessKeyId, secretAccessKey } });
  const keyId = await createExternalKey(kms);
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/orders', TargetKeyId: keyId }));
  await importMaterial(kms, keyId, randomBytes(32));
  kms.destroy();
}

describe.skipIf(skip)(
  `key material that a key is rotated to, in the memory of every process${skipped}`,
  () => {
    it('is in the vault alone while its copy is open, and nowhere once the key is rotated', async () => {
      const outside = mkdtempSync(join(tmpdir(), 'keyferry-memory-'));
      const secretAccessKey = randomBytes(30).toString('base64');
      const aws = makeAwsHome();
      aws.write({
        config: `[profile work]\nregion = ${region}\n`,
        credentials: `[work]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
      });
      // AWS is a process of its own here, so that main has no reason to know what was imported.
      const server = await startPracticeServer();
      const material = randomBytes(32);
      await makeKey(server.url, secretAccessKey);
      const copy = join(outside, 'copy.age');
      const passphrase = freshPassphrase();
      await writeSealedCopy(copy, material, passphrase);
      const launched = await launchApp({
        AWS_CONFIG_FILE: join(aws.folder, '.aws/config'),
        AWS_SHARED_CREDENTIALS_FILE: join(aws.folder, '.aws/credentials'),
        AWS_ENDPOINT_URL: server.url,
      });
      try {
        const { page } = launched;
        const searched = searchedApp(launched, await recordMessages(launched.app));
        const job = lookAfterJob(launched);
        await job.open();
        await job.isRead();
        await job.openKey('orders');
        await page.getByRole('button', { name: 'Rotate', exact: true }).click();
        await page.getByText('Rotating is final.').waitFor();
        // A copy that was made before a rotation that never began: so the test knows the material.
        await page.getByRole('radio', { name: 'Restore a sealed copy' }).check();
        await dropFiles(page, [copy]);
        await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
        await job.button('Open sealed copy').click();
        await page.getByText('The copy is open').first().waitFor({ timeout: 60_000 });
        searched.expectInVaultAlone(material);
        await page.getByRole('button', { name: 'Rotate', exact: true }).click();
        await page.getByText('The key encrypts with the new key material').waitFor({ timeout: 60_000 });
        await searched.expectNowhere('rotated', material);
        await searched.expectFoundWherePut(material);
      } finally {
        await launched.close();
        await server.stop();
        aws.remove();
        rmSync(outside, { recursive: true, force: true });
      }
    });
  },
);
