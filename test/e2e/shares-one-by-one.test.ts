import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyIntake, typedShare } from '../../renderer/words/custody/copy-intake';
import { contentsFor, intakeForms } from '../fixtures/intake-forms';
import { brokenWords } from '../helpers/broken-words';
import { checkValueIn } from '../helpers/check-value-in';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { makeKeyPair } from '../helpers/openssl';
import { screenFaults } from '../helpers/screen-faults';
import { until } from '../helpers/until';
import { vaultGone, vaultPids } from '../helpers/vault-pids';
import { failureCode, wrapJob } from '../helpers/wrap-job';

const pair = makeKeyPair(2048);
let launched: LaunchedApp;
let custody: ReturnType<typeof custodyJob>;
/** Of Alice, Bob and Carol; any two of them suffice. */
let shares: readonly string[];
let checkValue: string;

const folder = (): string => mkdtempSync(join(launched.home, 'one-by-one-'));
const button = (name: string) => launched.page.getByRole('button', { name, exact: true });
const radio = (name: string) => launched.page.getByRole('radio', { name });
const drop = (...paths: readonly string[]): Promise<void> => dropFiles(launched.page, paths);
const share = (number: number): string => shares[number - 1] ?? '';
const sheet = (number: number): string => share(number).replace(/\.txt$/, '.html');
const lines = (): Promise<readonly string[]> =>
  launched.page
    .getByRole('list', { name: copyIntake.labels.collected })
    .getByRole('listitem')
    .allInnerTexts();
const here = async (): Promise<readonly string[]> =>
  (await lines()).flatMap((line) => /^Share \d, [^\n]+/.exec(line.trim()) ?? []);
const expectHere = async (...names: readonly string[]): Promise<void> =>
  await expect.poll(here, { timeout: 10_000 }).toEqual(names);
const put = (name: string, content: string): string => {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
};

async function splitAndStartAgain(): Promise<void> {
  shares = await custody.saveShares();
  checkValue = checkValueIn(share(1));
  await custody.startAgain();
}

beforeEach(async () => {
  launched = await launchApp();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  custody = custodyJob(launched);
  const job = wrapJob(launched);
  await job.open();
  await job.drop(
    intakeForms[0].write(folder(), contentsFor(pair.publicKey, 'RSAES_OAEP_SHA_256', 'RSA_2048')),
  );
  await job.next();
  await splitAndStartAgain();
  await radio('Restore a sealed copy').check();
});
afterEach(() => launched.close());

async function open(): Promise<void> {
  await launched.page.getByLabel('Check value from your record', { exact: true }).fill(checkValue);
  await button('Open shares').click();
  await button('Start again with other material').waitFor({ timeout: 30_000 });
}

describe('shares, one after the other', () => {
  it('stay while the next comes by another way, although their sticks are gone, and restore the key', async () => {
    const { page, app } = launched;
    await drop(share(3));
    await expectHere('Share 3, Carol');
    expect(await lines()).toContain('Share 1 is not here');
    await page.getByText('1 of the 2 needed is here: 1 more share is needed').waitFor();
    expect(await screenFaults(page)).toEqual([]);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
    await until(
      'the narrow window',
      async () => (await page.evaluate(() => innerWidth)) <= 1024 || undefined,
    );
    expect(await brokenWords(page)).toEqual([]);
    rmSync(share(3));
    await answerDialogs(app, [[share(1)]]);
    await button(copyIntake.choose).click();
    await expectHere('Share 1, Alice', 'Share 3, Carol');
    expect(await screenFaults(page)).toEqual([]);
    await open();
    await page.getByText('Shares brought by').waitFor();
  });

  it('dropped within a moment of each other are all there', async () => {
    await drop(share(1));
    await drop(share(2));
    await expectHere('Share 1, Alice', 'Share 2, Bob');
  });

  it('are taken from the sheet as well, and from a folder with both once', async () => {
    await drop(sheet(2));
    await expectHere('Share 2, Bob');
    expect((await lines()).join()).toContain(basename(sheet(2)));
    await drop(dirname(share(1)));
    await expectHere('Share 1, Alice', 'Share 2, Bob', 'Share 3, Carol');
    expect(await launched.page.getByText('code: copy.shareTwice').count()).toBe(0);
    await open();
  });

  it('that are damaged, double or of another set are named, and the others stay', async () => {
    const { page } = launched;
    const text = readFileSync(share(2), 'utf8');
    const mine = [...shares];
    await radio('Generate on this computer').check();
    await splitAndStartAgain();
    const foreign = share(2);
    shares = mine;
    await radio('Restore a sealed copy').check();
    await drop(share(1));
    await expectHere('Share 1, Alice');
    const wrong: readonly (readonly [string, string, string | RegExp])[] = [
      [
        put('bob.txt', text.replace(/Checksum: ./, 'Checksum: x')),
        'copy.shareDamaged',
        '“bob.txt” is damaged or mistyped',
      ],
      [share(1), 'copy.shareTwice', /Share 1 of “Alice”, in “.*”, is here already/],
      [foreign, 'copy.otherShares', /Share 2 of “Bob”, in “.*”, belongs to another set/],
      [put('notes.txt', 'no share'), 'copy.nothingRecognised', 'is neither a sealed copy nor a share'],
    ];
    for (const [path, code, words] of wrong) {
      await drop(path);
      await expect.poll(() => failureCode(page)).toBe(code);
      await page.getByText(words).first().waitFor();
      await expectHere('Share 1, Alice');
    }
    // The one that is right is taken, although another came with it.
    await drop(share(3), foreign);
    await expect.poll(() => failureCode(page)).toBe('copy.otherShares');
    await expectHere('Share 1, Alice', 'Share 3, Carol');
    expect(await screenFaults(page)).toEqual([]);
    checkValue = checkValueIn(share(1));
    await open();
  });

  it('stay when they do not open, and can be removed one by one', async () => {
    const { page } = launched;
    await drop(share(1), share(2));
    await page.getByLabel('Check value from your record', { exact: true }).fill('0123 4567 89ab cdef');
    await button('Open shares').click();
    await expect.poll(() => failureCode(page), { timeout: 30_000 }).toBe('copy.otherMaterial');
    await expectHere('Share 1, Alice', 'Share 2, Bob');
    const [vault = 0] = vaultPids(launched.app);
    await button(copyIntake.removeNamed(1, 'Alice')).click();
    await expectHere('Share 2, Bob');
    await button(copyIntake.removeNamed(2, 'Bob')).click();
    await page.getByText(copyIntake.drop).waitFor();
    await vaultGone(launched.app, vault);
    await drop(share(1));
    await expectHere('Share 1, Alice');
  });

  it('are gone with their process once another source is chosen, or the page is left', async () => {
    const { page, app } = launched;
    const onlyVault = (): number => {
      const [vault = 0, ...others] = vaultPids(app);
      expect(others).toEqual([]);
      return vault;
    };
    await drop(share(1), share(2));
    await expectHere('Share 1, Alice', 'Share 2, Bob');
    const first = onlyVault();
    await radio('Generate on this computer').check();
    await vaultGone(app, first);
    await radio('Restore a sealed copy').check();
    await page.getByText(copyIntake.drop).waitFor();
    await drop(share(1));
    await expectHere('Share 1, Alice');
    const second = onlyVault();
    await page.getByRole('button', { name: 'Previous' }).click();
    await vaultGone(app, second);
  });

  it('are scanned or typed from paper, and what was typed leaves the page at once', async () => {
    const { page } = launched;
    await drop(share(1));
    await expectHere('Share 1, Alice');
    await button(typedShare.title).click();
    const field = page.getByLabel(typedShare.label, { exact: true });
    const printed = readFileSync(share(2), 'utf8').replace(/^[^]*(?=Keyferry share:)/, '');
    await button(typedShare.add).click();
    await page.getByText(typedShare.missing).waitFor();
    await field.fill(printed.replace(/Digits 1: ./, 'Digits 1: x'));
    await button(typedShare.add).click();
    await expect.poll(() => failureCode(page)).toBe('copy.shareDamaged');
    expect(await field.inputValue()).toBe('');
    await field.fill(printed.toUpperCase());
    await button(typedShare.add).click();
    await expectHere('Share 1, Alice', 'Share 2, BOB');
    expect(await field.inputValue()).toBe('');
    expect(await screenFaults(page)).toEqual([]);
    await open();
  });
});

describe('a rehearsal', () => {
  it('collects shares in the same way', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'Back to home' }).first().click();
    await button('Rehearse a restore').click();
    await drop(share(2));
    await expectHere('Share 2, Bob');
    await drop(sheet(3));
    await expectHere('Share 2, Bob', 'Share 3, Carol');
    await page.getByLabel('Check value', { exact: true }).fill('0123456789abcdef');
    await button('Open and compare').click();
    await expect.poll(() => failureCode(page), { timeout: 30_000 }).toBe('copy.otherMaterial');
    await expectHere('Share 2, Bob', 'Share 3, Carol');
    await page.getByLabel('Check value', { exact: true }).fill(checkValue);
    await button('Open and compare').click();
    await page.getByRole('heading', { name: 'Rehearsal passed', level: 1 }).waitFor({ timeout: 30_000 });
  });
});
