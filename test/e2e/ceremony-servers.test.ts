import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeKeyCommand,
  GetParametersForImportCommand,
  CreateKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cliJson } from '../fixtures/cli-json';
import { makeAwsHome, type AwsHome } from '../helpers/aws-files';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { startCounting } from '../helpers/count-actions';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { localStackPython, startLocalStack, withoutLocalStack } from '../helpers/localstack';
import { startPracticeServer } from '../helpers/practice-server';
import { recordMessages } from '../helpers/record-messages';
import type { RunningServer } from '../helpers/running-server';
import { encodingsOf, findSecret } from '../helpers/secret-encodings';
import { takeStock } from '../helpers/take-stock';
import { leaveFinished } from '../helpers/leave-finished';
import { wrapJob } from '../helpers/wrap-job';

const region = 'eu-central-1';
/** LocalStack takes twelve digits for an account; the practice server takes anything. */
const accessKeyId = '123456789012';
const secretAccessKey = randomBytes(30).toString('base64');
const copiedArn = /^arn:aws:kms:eu-central-1:\d{12}:key\/[0-9a-f-]{36}$/;

let server: RunningServer;
let aws: AwsHome;
let launched: LaunchedApp;
let messages: () => Promise<Buffer>;

const kms = (): KMSClient =>
  new KMSClient({ region, endpoint: server.url, credentials: { accessKeyId, secretAccessKey } });

async function open(): Promise<void> {
  aws = makeAwsHome();
  aws.write({
    config: `[profile work]\nregion = ${region}\n`,
    credentials: `[work]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
  });
  launched = await launchApp({
    AWS_CONFIG_FILE: join(aws.folder, '.aws/config'),
    AWS_SHARED_CREDENTIALS_FILE: join(aws.folder, '.aws/credentials'),
    AWS_ENDPOINT_URL: server.url,
  });
  messages = await recordMessages(launched.app);
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
}

async function signIn(): Promise<void> {
  const { page } = launched;
  // Main has to agree before the box is ticked, so it is not ticked at once.
  const agreed = page.getByRole('checkbox', { name: 'I know these addresses and agree to use them' });
  await agreed.click();
  await agreed.and(page.locator(':checked')).waitFor();
  await chooseOption(page.getByRole('button', { name: 'Profile' }), 'work');
  await page.getByText('What this identity may do').waitFor({ timeout: 60_000 });
}

/** Signed in by a profile, with key material of one's own, up to the copied ARN. */
async function ceremony(material: Uint8Array): Promise<string> {
  const { app, page } = launched;
  const job = ceremonyJob(launched);
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-material-'));
  const file = join(folder, 'key.bin');
  writeFileSync(file, material);
  try {
    await page.getByRole('button', { name: 'Create and import a key' }).click();
    await job.receiver();
    await job.next('Sign in');
    await signIn();
    await job.next('Key');
    await job.next('Key material');
    await page.getByRole('radio', { name: 'Use my own file' }).check();
    await answerDialogs(app, [[file]]);
    await job.button('Choose file').click();
    await page.getByText('Symmetric key material').first().waitFor();
    await job.withoutCopy();
    await job.next('Review');
    await job.createAndImport();
    await job.button('Copy ARN').click({ timeout: 90_000 });
    await page.getByText('Copied').first().waitFor();
    return await app.evaluate(({ clipboard }) => clipboard.readText());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function secretsFound(material: Uint8Array): Promise<readonly string[]> {
  const encodings = [...encodingsOf(material), ...encodingsOf(Buffer.from(secretAccessKey))];
  const stock = await takeStock(launched, messages);
  return [...stock].flatMap(([place, bytes]) =>
    findSecret(bytes, encodings).map((name) => `${place}: ${name}`),
  );
}

describe('the ceremony through a socket, at the practice server', () => {
  beforeAll(async () => {
    server = await startPracticeServer();
  });
  afterAll(() => server.stop());
  beforeEach(open);
  afterEach(async () => {
    await launched.close();
    aws.remove();
  });

  it('imports own key material, and leaves neither it nor a credential anywhere', async () => {
    const material = randomBytes(32);
    const arn = await ceremony(material);
    expect(arn).toMatch(copiedArn);
    const { KeyMetadata } = await kms().send(new DescribeKeyCommand({ KeyId: arn }));
    expect(KeyMetadata).toMatchObject({ KeyState: 'Enabled', Origin: 'EXTERNAL' });
    expect(await secretsFound(material)).toEqual([]);
    // The scan does find what is there.
    expect(findSecret(Buffer.from(secretAccessKey), encodingsOf(Buffer.from(secretAccessKey)))).not.toEqual(
      [],
    );
  });

  it('finishes an offline import in at most 5 deliberate actions, with the transfer code (audit 4)', async () => {
    const { page, home } = launched;
    const { KeyMetadata } = await kms().send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
    const keyArn = KeyMetadata?.Arn ?? '';
    const answer = await kms().send(
      new GetParametersForImportCommand({
        KeyId: keyArn,
        WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        WrappingKeySpec: 'RSA_4096',
      }),
    );
    const parameters = join(mkdtempSync(join(home, 'in-')), 'parameters.json');
    const {
      PublicKey: key = new Uint8Array(),
      ImportToken: token = new Uint8Array(),
      ParametersValidTo,
    } = answer;
    const readme = new Uint8Array();
    writeFileSync(
      parameters,
      cliJson({ keyId: '', key, token, readme }, ParametersValidTo?.toISOString() ?? '', keyArn),
    );
    const offline = wrapJob(launched);
    await offline.open();
    await offline.drop([parameters]);
    await offline.chooseAlgorithm('RSAES_OAEP_SHA_256');
    await offline.next();
    const saved = await offline.wrapAndSave();
    const code = await offline.transferCode();
    await leaveFinished(page);

    // Agreeing to a foreign address belongs to this test, not to the job.
    const actions = await startCounting(page);
    await page.getByRole('button', { name: 'Finish an offline import' }).click();
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    await dropFiles(page, [join(saved, 'KeyferryReturnPackage.json')]);
    await page.getByText('This is wrapped key material').first().waitFor();
    await page.getByRole('textbox', { name: 'Transfer code' }).fill(code.toLowerCase());
    await signIn();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('button', { name: 'Copy ARN' }).waitFor({ timeout: 90_000 });
    const count = (await actions()) - 1;
    console.log(`finish import: ${count} actions`);
    expect(count).toBeLessThanOrEqual(5);
    const described = await kms().send(new DescribeKeyCommand({ KeyId: keyArn }));
    expect(described.KeyMetadata?.KeyState).toBe('Enabled');
    expect(readFileSync(join(saved, 'EncryptedKeyMaterial.bin')).length).toBe(512);
  });
});

describe.skipIf(withoutLocalStack !== undefined)(
  `the ceremony at LocalStack${withoutLocalStack === undefined ? '' : ` (skipped: LocalStack: ${withoutLocalStack})`}`,
  () => {
    const awsCli = (...words: readonly string[]): unknown =>
      JSON.parse(
        execFileSync(
          localStackPython ?? '',
          ['-m', 'awscli', '--region', region, '--endpoint-url', server.url, ...words],
          {
            encoding: 'utf8',
            env: {
              PATH: process.env['PATH'],
              HOME: aws.folder,
              AWS_ACCESS_KEY_ID: accessKeyId,
              AWS_SECRET_ACCESS_KEY: secretAccessKey,
            },
          },
        ),
      );

    beforeAll(async () => {
      server = await startLocalStack();
      await open();
    });
    afterAll(async () => {
      await launched.close();
      aws.remove();
      await server.stop();
    });

    it('ends with a key that the AWS CLI finds as it was planned', async () => {
      const arn = await ceremony(randomBytes(32));
      expect(arn).toMatch(copiedArn);
      expect(awsCli('kms', 'describe-key', '--key-id', arn)).toMatchObject({
        KeyMetadata: {
          Arn: arn,
          KeyState: 'Enabled',
          Origin: 'EXTERNAL',
          ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
        },
      });
      expect(JSON.stringify(awsCli('kms', 'list-aliases', '--key-id', arn))).toContain(
        'alias/bluescape-byok-',
      );
      expect(JSON.stringify(awsCli('kms', 'list-resource-tags', '--key-id', arn))).toContain('keyferry');
      const answer = awsCli('kms', 'get-key-policy', '--key-id', arn, '--policy-name', 'default') as {
        Policy: string;
      };
      const policy = JSON.parse(answer.Policy) as { Statement: { Sid: string; Principal: unknown }[] };
      expect(policy.Statement.map(({ Sid }) => Sid)).toContain('Allow attachment of persistent resources');
      expect(JSON.stringify(policy)).toContain(`arn:aws:iam::${receiverAccount}:root`);
    });
  },
);
