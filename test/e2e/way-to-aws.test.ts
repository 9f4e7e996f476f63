import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { answerDialogs } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { makeAuthority, startProxy, type ProxyServer } from '../helpers/tls-server';

const region = 'eu-central-1';
const keys =
  'aws_access_key_id = AKIAPLANTED000000001\naws_secret_access_key = planted0123456789planted0123456789planted\n';
let folder: string;
let launched: LaunchedApp;
let proxy: ProxyServer;

const marker = (): string => join(folder, 'was-run');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyferry-way-'));
  // Stands for the program of the system that tells its settings.
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  writeFileSync(
    join(programs, 'gsettings'),
    `#!/bin/sh\necho "org.gnome.system.proxy autoconfig-url 'http://127.0.0.1:9/proxy.pac'"\necho "org.gnome.system.proxy mode 'auto'"\n`,
  );
  chmodSync(join(programs, 'gsettings'), 0o755);
  const output = '{"Version":1,"AccessKeyId":"ASIAPROCESS","SecretAccessKey":"s","SessionToken":"t"}';
  writeFileSync(
    join(folder, 'config'),
    `[profile behind]\nrole_arn = arn:aws:iam::111122223333:role/Ops\nsource_profile = base\n` +
      `[profile base]\ncredential_process = sh -c 'touch ${marker()}; echo "$0"' '${output}'\n`,
  );
  writeFileSync(join(folder, 'credentials'), `[work]\n${keys}`);
  writeFileSync(join(folder, 'company.pem'), makeAuthority('aws.example').ca);
  // Whatever is asked of it, it refuses: nothing leaves this computer.
  proxy = await startProxy(9, 403);
  launched = await launchApp({
    PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`,
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
  });
  const { page } = launched;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const job = ceremonyJob(launched);
  await page.getByRole('button', { name: 'Create and import a key' }).click();
  await job.receiver(region);
  await job.next('Sign in');
});
afterAll(async () => {
  await launched.close();
  await proxy.close();
  rmSync(folder, { recursive: true });
});

async function chooseProfile(name: string): Promise<void> {
  await chooseOption(launched.page.getByRole('button', { name: /^Profile/ }), name);
}

describe('the way to AWS', () => {
  it('ends where the system chooses its proxy with a script, and goes on by a chosen proxy (audit 9)', async () => {
    const { page } = launched;
    await chooseProfile('work');
    await page.getByText('This computer chooses its proxy with a script').first().waitFor();
    await page.getByText('Nothing was sent.').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Connection settings' }).click();
    await page.getByRole('radio', { name: 'This proxy' }).check();
    await page.getByRole('textbox', { name: 'Address of the proxy' }).fill(`http://127.0.0.1:${proxy.port}`);
    await page.getByRole('button', { name: 'Apply connection settings' }).click();
    expect(proxy.asked).toEqual([]);
    await chooseProfile('work');
    await page.getByText('The proxy does not let Keyferry through').first().waitFor();
    expect(proxy.asked).toEqual([`sts.${region}.amazonaws.com:443`]);
  });

  it('shows whose certificates a file holds, and what it means to trust them, before it does (audit 11)', async () => {
    const { app, page } = launched;
    const file = [join(folder, 'company.pem')];
    await answerDialogs(app, [file, file]);
    await page.getByRole('button', { name: 'Choose PEM file' }).click();
    await page
      .getByText('Trust these certificates only if they are those of your own company')
      .first()
      .waitFor();
    await page.getByText('CN=Company CA').first().waitFor();
    await page.getByText('None beyond those of this computer').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Do not trust them' }).click();
    await page.getByText('None beyond those of this computer').first().waitFor();
    await page.getByRole('button', { name: 'Choose PEM file' }).click();
    await page.getByRole('button', { name: 'Trust these certificates' }).click();
    await page.getByRole('button', { name: 'Remove PEM file' }).waitFor();
    expect(await page.getByText('company.pem', { exact: true }).isVisible()).toBe(true);
  });

  it('runs no program of a profile that is only chosen, and names it (audit 13)', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: /^Profile/ }).click();
    const option = page.getByRole('option', { name: 'behind' });
    await option.waitFor();
    expect(await option.textContent()).toContain('runs sh');
    await option.click();
    await page.getByText('This profile runs a program on this computer').first().waitFor();
    await page.getByText('The AWS files name: sh.').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(existsSync(marker())).toBe(false);
    await page.getByRole('button', { name: 'Run the program and check access' }).click();
    await expect.poll(() => existsSync(marker())).toBe(true);
    await page.getByText('The proxy does not let Keyferry through').first().waitFor();
  });
});
