import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPracticeAws } from '../../main/practice/practice-aws';
import { authorityWords, connectionWords } from '../../renderer/words/sign-in/connection';
import { practiceOnTheWire, type PracticeOnTheWire } from '../faults/practice-on-the-wire';
import { makeAwsHome, type AwsHome } from '../helpers/aws-files';
import { ceremonyJob } from '../helpers/ceremony-job';
import { answerDialogs } from '../helpers/dialogs';
import { electronPath, inherited, launchApp, type LaunchedApp } from '../helpers/launch-app';
import { makeAuthority } from '../helpers/tls-server';

const authority = makeAuthority('aws.example');
const region = 'eu-central-1';

let wire: PracticeOnTheWire;
let aws: AwsHome;
let caFile: string;
let hostile: Readonly<Record<string, string>>;
let launched: LaunchedApp;

beforeAll(async () => {
  wire = await practiceOnTheWire(createPracticeAws({ now: () => new Date() }), { authority });
  aws = makeAwsHome();
  aws.write({
    config: `[profile work]\nregion = ${region}\n`,
    credentials:
      '[work]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMIK7MDENG\n',
  });
  caFile = join(aws.folder, 'worthless.pem');
  writeFileSync(caFile, authority.ca);
  hostile = {
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    NODE_EXTRA_CA_CERTS: caFile,
    SSL_CERT_FILE: caFile,
    node_no_warnings: '1',
    AWS_CA_BUNDLE: caFile,
    CURL_CA_BUNDLE: caFile,
  };
  launched = await launchApp({
    ...hostile,
    AWS_CONFIG_FILE: join(aws.folder, '.aws/config'),
    AWS_SHARED_CREDENTIALS_FILE: join(aws.folder, '.aws/credentials'),
    AWS_ENDPOINT_URL: wire.url,
  });
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(async () => {
  await launched.close();
  await wire.close();
  aws.remove();
});

async function signIn(): Promise<void> {
  const { page } = launched;
  await page.getByRole('button', { name: 'Profile' }).click();
  await page.getByRole('option', { name: 'work' }).click();
}

/** Asks the server as plain Node does, with what the environment says of trust. */
const askAsNode = `require('node:https').get(process.argv[1], (answer) => process.exit(answer.statusCode > 0 ? 0 : 1)).on('error', () => process.exit(2))`;

describe('a server on the way with a worthless certificate', () => {
  it.each(['NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_EXTRA_CA_CERTS'])(
    'is believed by plain Node in %s’s name, and by nobody without',
    async (name) => {
      const ask = (more: Readonly<Record<string, string>>) =>
        new Promise((done) => {
          const env = { ...inherited(), ELECTRON_RUN_AS_NODE: '1', ...more };
          const child = spawn(electronPath(), ['-e', askAsNode, wire.url], { env, stdio: 'ignore' });
          child.once('close', done);
        });
      expect(await ask({ [name]: hostile[name] ?? '' })).toBe(0);
      expect(await ask({})).toBe(2);
    },
  );

  it('finds none of the variables that would let it pass in the app (audit 1)', async () => {
    const names = await launched.app.evaluate(() => Object.keys(process.env));
    expect(names.filter((name) => name in hostile)).toEqual([]);
    expect(names).toContain('AWS_ENDPOINT_URL');
  });

  it('is refused at the sign-in and hears nothing, whatever the environment says (audit 1)', async () => {
    const { page } = launched;
    const job = ceremonyJob(launched);
    const heardBefore = wire.came.length;
    await page.getByRole('button', { name: 'Create and import a key' }).click();
    await job.receiver();
    await job.next('Sign in');
    const agreed = page.getByRole('checkbox', { name: 'I know these addresses and agree to use them' });
    await agreed.click();
    await agreed.and(page.locator(':checked')).waitFor();
    await signIn();
    await page.getByText('The answer does not come from AWS, or your network opens the encryption').waitFor();
    expect(wire.came.length).toBe(heardBefore);
  });

  it('is taken once a person has chosen its authority, so that the refusal means something', async () => {
    const { page, app } = launched;
    await page.getByRole('button', { name: connectionWords.title }).click();
    await answerDialogs(app, [[caFile]]);
    await page.getByRole('button', { name: connectionWords.chooseCa }).click();
    await page.getByRole('button', { name: authorityWords.trust }).click();
    await page.getByText('worthless.pem').first().waitFor();
    await signIn();
    await page.getByText('What this identity may do').waitFor({ timeout: 60_000 });
  });
});
