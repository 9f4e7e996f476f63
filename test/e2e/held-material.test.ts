import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldWords } from '../../renderer/words/custody/custody';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { custodyJob } from '../helpers/custody-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { vaultGone, vaultPids } from '../helpers/vault-pids';

let launched: LaunchedApp;

/** A practice ceremony whose key material is held, because there is a copy of it. */
beforeAll(async () => {
  launched = await launchApp();
  const job = ceremonyJob(launched);
  const custody = custodyJob(launched);
  await job.practise();
  await job.receiver('eu-central-1');
  await job.next('Sign in');
  await launched.page.getByText('What this identity may do').waitFor();
  await job.next('Key');
  await launched.page.getByText('This name is free.').waitFor();
  await job.next('Key material');
  await custody.typePassphrase();
  await custody.saveSealedCopy();
});

afterAll(() => launched.close());

describe('key material that is held', () => {
  const vaults = (): number => vaultPids(launched.app).length;
  const asks = (): Promise<void> => launched.page.getByText(heldWords.loss.title).waitFor();
  const button = (name: string) => launched.page.getByRole('button', { name, exact: true });
  const keepIt = (): Promise<void> =>
    launched.page.getByRole('button', { name: heldWords.loss.stay }).last().click();

  it('is not given up by one click on starting again', async () => {
    const { page } = launched;
    await button(heldWords.startAgain).click();
    await asks();
    expect(await axeViolations(page)).toEqual([]);
    await keepIt();
    await button(heldWords.startAgain).waitFor();
    expect(vaults()).toBe(1);
  });

  it('is not given up by another wrapping key either', async () => {
    const { page } = launched;
    await button('Advanced').click();
    await chooseOption(page.getByRole('button', { name: /Wrapping key spec/ }), 'RSA_2048');
    await asks();
    await keepIt();
    expect(vaults()).toBe(1);
    await page.getByRole('button', { name: /Wrapping key spec.*RSA_4096/ }).waitFor();
  });

  it('is given up when the person says so, and its vault ends', async () => {
    const [vault = 0] = vaultPids(launched.app);
    await button(heldWords.startAgain).click();
    await asks();
    await button(heldWords.loss.goOn).click();
    await launched.page.getByRole('radio', { name: 'Restore a sealed copy' }).waitFor();
    await vaultGone(launched.app, vault);
  });
});
