import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';

const signedIn = 'Signed in to the practice account';
const realBlock = [
  'export AWS_ACCESS_KEY_ID="ASIAQ3EGXAMPLE7PLANT"',
  `export AWS_SECRET_ACCESS_KEY="${'s3cr3tPlanted'.repeat(3)}"`,
  `export AWS_SESSION_TOKEN="IQoJb3JpZ2luX2Vj${'planted'.repeat(20)}"`,
].join('\n');
let launched: LaunchedApp;
let job: ReturnType<typeof ceremonyJob>;
let opened: () => Promise<readonly string[]>;

beforeEach(async () => {
  launched = await launchApp();
  const { app, page } = launched;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const addresses = await app.evaluateHandle(({ shell }) => {
    const asked: string[] = [];
    shell.openExternal = (url) => {
      asked.push(url);
      return Promise.resolve();
    };
    return asked;
  });
  opened = () => addresses.jsonValue();
  job = ceremonyJob(launched);
  await job.practise();
  await job.receiver('eu-central-1');
  await job.next('Sign in');
  await page.getByText(signedIn).first().waitFor();
  await job.button('Practise signing in').click();
});
afterEach(async () => {
  expect(await opened()).toEqual([]);
  await launched.close();
});

async function chooseProfile(name: string): Promise<void> {
  await chooseOption(launched.page.getByRole('button', { name: 'Profile' }), name);
}

async function paste(text: string): Promise<void> {
  const { app, page } = launched;
  await page.getByRole('radio', { name: 'Temporary credentials' }).check();
  await app.evaluate(({ clipboard }, block) => clipboard.writeText(block), text);
  await page.getByRole('textbox', { name: 'Temporary credentials' }).focus();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());
}

async function signInWithBrowser(
  answer: string,
  look: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { page } = launched;
  await page.getByRole('radio', { name: 'Sign in with your browser' }).check();
  const shown = await page.getByText('The practice company has its access portal at').innerText();
  const startUrl = /https:\S+start/.exec(shown)?.[0] ?? '';
  await page.getByRole('textbox', { name: 'Start URL' }).fill(startUrl);
  await chooseOption(page.getByRole('button', { name: 'Region of IAM Identity Center' }), 'eu-central-1');
  await job.button('Open the browser').click();
  await page.getByText('No browser is opened in practice.').waitFor();
  await look();
  await job.button(answer).click();
}

async function chooseRole(): Promise<void> {
  const { page } = launched;
  await chooseOption(page.getByRole('button', { name: 'Role' }), 'KeyCeremony');
  await page.getByText(signedIn).first().waitFor();
}

describe('signing in, practised', () => {
  it('takes a profile with an MFA code, and refuses a wrong one', async () => {
    const { page } = launched;
    expect(await page.getByText('PRACTICE', { exact: true }).first().isVisible()).toBe(true);
    await chooseProfile('practice-mfa');
    const code = page.getByRole('textbox', { name: 'MFA code' });
    await code.fill('000000');
    await job.button('Send code').click();
    await page.getByText('AWS did not accept the MFA code').first().waitFor();
    const shown = await page.getByText('the practice device shows').innerText();
    await code.fill(/shows (\d{6})/.exec(shown)?.[1] ?? '');
    await job.button('Send code').click();
    await page.getByText('assumed-role/KeyAdministrators').first().waitFor();
    await page.getByText('What this identity may do').waitFor();
    await job.next('Key');
  });

  it('meets a session that has expired, signs in with the browser, and comes back', async () => {
    const { page } = launched;
    await chooseProfile('practice-expired');
    await page.getByText('The sign-in of this profile has expired').first().waitFor();
    await signInWithBrowser('Deny access');
    await page.getByText('Access was not allowed in the browser').first().waitFor({ timeout: 20_000 });
    await signInWithBrowser('Allow access');
    await chooseRole();
    await job.button('Practise signing in').click();
    await page.getByRole('radio', { name: 'A profile on this computer' }).check();
    await chooseProfile('practice-expired');
    await page.getByText(signedIn).first().waitFor();
  });

  it('takes the practice block, and neither keeps nor takes a real one', async () => {
    const { app, page } = launched;
    await paste(realBlock);
    await page.getByText('Practice takes only the practice block').first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Temporary credentials' }).inputValue()).toBe('');
    expect(await page.content()).not.toContain('s3cr3tPlanted');
    await job.button('Copy practice block').click();
    await page.getByText('Copied').first().waitFor();
    const block = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(block).toContain('# PRACTICE');
    await paste(block);
    await page.getByText(signedIn).first().waitFor();
    await page.getByText('What this identity may do').waitFor();
    await job.button('Back to home').click();
    await page.getByRole('button', { name: 'Create and import a key' }).click();
    await job.receiver('eu-central-1');
    await job.next('Sign in');
    await paste(block);
    await page.getByText('This block comes from practice').first().waitFor();
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const { page } = launched;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = [...(await axeViolations(page))];
    await chooseProfile('practice-mfa');
    await page.getByRole('textbox', { name: 'MFA code' }).waitFor();
    found.push(...(await axeViolations(page)));
    await page.getByRole('radio', { name: 'Temporary credentials' }).check();
    await job.button('Copy practice block').waitFor();
    found.push(...(await axeViolations(page)));
    await signInWithBrowser('Allow access', async () => {
      found.push(...(await axeViolations(page)));
    });
    await chooseRole();
    expect(found).toEqual([]);
  });

  it('is skipped in one action', async () => {
    await job.button('Skip: use the practice account').click();
    await launched.page.getByText(signedIn).first().waitFor();
    await job.next('Key');
  });
});
