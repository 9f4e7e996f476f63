import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { checkValueOf } from '../../main/vault/check-value';
import { readShare } from '../../main/vault/shares/share-text';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { makeAwsHome } from '../helpers/aws-files';
import { ceremonyJob } from '../helpers/ceremony-job';
import { custodyJob, freshPassphrase } from '../helpers/custody-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { withoutMemoryScan } from '../helpers/memory-scan';
import { startPracticeServer } from '../helpers/practice-server';
import { recordMessages } from '../helpers/record-messages';
import { openSealedCopy, writeSealedCopy } from '../helpers/sealed-copies';
import { searchedApp, type SearchedApp } from '../helpers/searched-app';
import { until } from '../helpers/until';
import { vaultGone, vaultPids } from '../helpers/vault-pids';
import { wrapJob } from '../helpers/wrap-job';

const skip = withoutMemoryScan !== undefined && process.env['CI'] === undefined;
const skipped = withoutMemoryScan === undefined ? '' : ` (skipped: ${withoutMemoryScan})`;

let outside: string;
let launched: LaunchedApp;
let searched: SearchedApp;
let wrap: ReturnType<typeof wrapJob>;
let custody: ReturnType<typeof custodyJob>;

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'keyferry-memory-'));
});

afterAll(() => rmSync(outside, { recursive: true, force: true }));

async function open(env: Readonly<Record<string, string>> = {}): Promise<void> {
  launched = await launchApp(env);
  searched = searchedApp(launched, await recordMessages(launched.app));
  wrap = wrapJob(launched);
  custody = custodyJob(launched);
}

/** The offline job up to the question where the key material comes from. */
async function openWrapJob(wrappingAlgorithm = 'RSAES_OAEP_SHA_256'): Promise<void> {
  await wrap.open();
  const contents = bundleContents({ wrappingAlgorithm });
  await wrap.drop(intakeForms[0].write(mkdtempSync(join(outside, 'in-')), contents));
  await wrap.next();
}

/** A file with key material, outside of what is searched. */
function plant(key: Uint8Array): string {
  const file = join(mkdtempSync(join(outside, 'key-')), 'material.bin');
  writeFileSync(file, key);
  return file;
}

/** Waits until a vault is gone, and the spare one is there in its place. */
async function goneFor(vault: number): Promise<void> {
  await vaultGone(launched.app, vault);
  await until('the spare vault', () => vaultPids(launched.app)[0]);
}

/** A sealed copy that the app did not make, outside of what is searched. */
async function plantSealedCopy(key: Uint8Array, passphrase: string): Promise<string> {
  const file = join(mkdtempSync(join(outside, 'copy-')), 'copy.age');
  await writeSealedCopy(file, key, passphrase);
  return file;
}

/** The secret part of a share. */
function digitsOf(file: string): Buffer {
  const share = readShare(readFileSync(file), basename(file));
  if (!share.ok) throw new Error(share.error.code);
  return share.value.digits.use((bytes) => Buffer.from(bytes));
}

describe.skipIf(skip)(`key material in the offline job, in the memory of every process${skipped}`, () => {
  beforeEach(async () => {
    await open();
    return () => launched.close();
  });

  it('is nowhere once it is wrapped without a copy', async () => {
    await openWrapJob();
    const key = randomBytes(32);
    await custody.useOwnFile(plant(key));
    await wrap.wrapAndSave();
    await searched.expectNowhere('own file, no copy', key);
    await searched.expectFoundWherePut(key);
  });

  it('is nowhere once a private key is wrapped, which is done with AES', async () => {
    await openWrapJob('RSA_AES_KEY_WRAP_SHA_256');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await custody.useOwnFile(plant(privateKey.export({ format: 'der', type: 'pkcs8' })), 'P-256 private key');
    await custody.saveShares();
    // What is secret of it; the rest is the same in every such key, or public.
    const secret = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
    searched.expectInVaultAlone(secret);
    await wrap.wrapAndSave();
    await searched.expectNowhere('private key, shares', secret);
  });

  it('is in the vault alone while a sealed copy is all that was made, and nowhere once it is wrapped', async () => {
    await openWrapJob();
    const key = randomBytes(32);
    await custody.useOwnFile(plant(key));
    await custody.typePassphrase();
    await custody.saveSealedCopy();
    searched.expectInVaultAlone(key);
    await wrap.wrapAndSave();
    await searched.expectNowhere('own file, sealed copy', key);
  });

  it('is in the vault alone while shares are all that was made, and nowhere once it is wrapped', async () => {
    await openWrapJob();
    const key = randomBytes(32);
    await custody.useOwnFile(plant(key));
    const shares = await custody.saveShares();
    searched.expectInVaultAlone(key);
    const digits = shares.map(digitsOf);
    await wrap.wrapAndSave();
    await searched.expectNowhere('own file, shares', key, digits);
  });

  it('is in the vault alone once a sealed copy is open, and nowhere once it is wrapped', async () => {
    await openWrapJob();
    const key = randomBytes(32);
    const passphrase = freshPassphrase();
    await custody.restoreSealedCopy(await plantSealedCopy(key, passphrase), passphrase);
    searched.expectInVaultAlone(key);
    await wrap.wrapAndSave();
    await searched.expectNowhere('restored from a sealed copy', key);
  });

  it('is in the vault alone once shares are combined, and nowhere once it is wrapped', async () => {
    await openWrapJob();
    const key = randomBytes(32);
    await custody.useOwnFile(plant(key));
    const shares = await custody.saveShares();
    await custody.startAgain();
    await custody.restoreShares(shares.slice(1));
    searched.expectInVaultAlone(key);
    await wrap.wrapAndSave();
    await searched.expectNowhere('restored from shares', key, shares.map(digitsOf));
  });

  it('is in shares in the vault alone while they are collected, and nowhere once they are removed', async () => {
    await openWrapJob();
    const key = randomBytes(32);
    await custody.useOwnFile(plant(key));
    const shares = await custody.saveShares();
    const digits = shares.map(digitsOf);
    await custody.startAgain();
    await custody.collectShares(shares.slice(0, 2), ['Alice', 'Bob']);
    for (const each of digits.slice(0, 2)) searched.expectInVaultAlone(each);
    const [vault = 0] = vaultPids(launched.app);
    await custody.removeShares(['Alice', 'Bob']);
    await goneFor(vault);
    await searched.expectNowhere('collected shares', key, digits, 1);
  });

  it('is nowhere once the person starts again with other material', async () => {
    await openWrapJob();
    const key = randomBytes(32);
    await custody.useOwnFile(plant(key));
    await custody.typePassphrase();
    await custody.saveSealedCopy();
    searched.expectInVaultAlone(key);
    const [vault = 0] = vaultPids(launched.app);
    await custody.startAgain();
    await goneFor(vault);
    await searched.expectNowhere('released', key, [], 1);
  });
});

describe.skipIf(skip)(`key material in a rehearsal, in the memory of every process${skipped}`, () => {
  beforeEach(async () => {
    await open();
    return () => launched.close();
  });

  it('is nowhere once a sealed copy was compared', async () => {
    const key = randomBytes(32);
    const passphrase = freshPassphrase();
    const copy = await plantSealedCopy(key, passphrase);
    await custody.rehearse([copy], checkValueOf(key), passphrase);
    await searched.expectNowhere('rehearsal', key);
  });
});

describe.skipIf(skip)(
  `generated key material in the create-and-import job, in the memory of every process${skipped}`,
  () => {
    const secretAccessKey = randomBytes(30).toString('base64');
    const region = 'eu-central-1';

    /** AWS is a process of its own here, so that main has no reason to know what was imported. */
    beforeEach(async () => {
      const server = await startPracticeServer();
      const aws = makeAwsHome();
      aws.write({
        config: `[profile work]\nregion = ${region}\n`,
        credentials: `[work]\naws_access_key_id = 123456789012\naws_secret_access_key = ${secretAccessKey}\n`,
      });
      await open({
        AWS_CONFIG_FILE: join(aws.folder, '.aws/config'),
        AWS_SHARED_CREDENTIALS_FILE: join(aws.folder, '.aws/credentials'),
        AWS_ENDPOINT_URL: server.url,
      });
      await launched.page.emulateMedia({ reducedMotion: 'reduce' });
      return async () => {
        await launched.close();
        aws.remove();
        await server.stop();
      };
    });

    it('is in the vault alone while a sealed copy is all that was made, and nowhere once it is imported', async () => {
      const { page } = launched;
      const job = ceremonyJob(launched);
      const passphrase = freshPassphrase();
      await page.getByRole('button', { name: 'Create and import a key' }).click();
      await job.receiver();
      await job.next('Sign in');
      // It is ticked once main has agreed.
      const agreed = { name: 'I know these addresses and agree to use them' };
      await page.getByRole('checkbox', agreed).click();
      await page.getByRole('checkbox', { ...agreed, checked: true }).waitFor();
      await page.getByRole('button', { name: 'Profile' }).click();
      await page.getByRole('option', { name: 'work' }).click();
      let copy = '';
      await job.toReview(async () => {
        await custody.typePassphrase(passphrase);
        copy = await custody.saveSealedCopy();
      });
      const key = await openSealedCopy(copy, passphrase);
      searched.expectInVaultAlone(key);
      await job.createAndImport();
      await job.button('Copy ARN').click({ timeout: 90_000 });
      await searched.expectNowhere('generated, sealed copy, imported', key);
      await searched.expectFoundWherePut(key);
    });
  },
);
