import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiseWords } from '../../renderer/words/wrap-offline/practise';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { screenFaults } from '../helpers/screen-faults';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { freezeVault } from '../helpers/freeze-vault';
import { endSpare } from '../helpers/vault-pids';
import { goHome } from '../helpers/leave-finished';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { failureCode, wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;
let job: ReturnType<typeof wrapJob>;

beforeAll(async () => {
  launched = await launchApp();
  job = wrapJob(launched);
});
afterAll(() => launched.close());

const put = (name: string, bytes: Uint8Array | string): string => {
  const path = join(mkdtempSync(join(launched.home, 'in-')), name);
  writeFileSync(path, bytes);
  return path;
};
const parameters = (algorithm?: string): readonly string[] =>
  intakeForms[0].write(
    mkdtempSync(join(launched.home, 'in-')),
    bundleContents(algorithm === undefined ? {} : { wrappingAlgorithm: algorithm }),
  );
const unstated = intakeForms.find(({ statesAlgorithm }) => !statesAlgorithm) ?? intakeForms[0];

async function afresh(): Promise<void> {
  await goHome(launched.page);
  await job.open();
}

/** Every state of every screen: its name, and how to get there from the first step. */
const states: readonly (readonly [string, () => Promise<void>])[] = [
  ['import parameters: empty', () => Promise.resolve()],
  [
    'import parameters: Next without any',
    async () => launched.page.getByRole('button', { name: 'Next' }).click(),
  ],
  [
    'import parameters: refused',
    async () => {
      await job.dropRefused([put('a.zip', 'no zip')]);
      await launched.page.getByRole('button', { name: 'Technical details' }).click();
    },
  ],
  [
    'import parameters: practice, saved and read',
    async () => {
      const zip = join(mkdtempSync(join(launched.home, 'in-')), 'PRACTICE ImportParameters.zip');
      await answerDialogs(launched.app, [[zip]]);
      await launched.page.getByRole('button', { name: practiseWords.save }).click();
      await launched.page
        .getByText(practiseWords.saved('PRACTICE ImportParameters.zip', basename(dirname(zip))))
        .waitFor();
      await job.drop([zip]);
    },
  ],
  ['import parameters: read', () => job.drop(parameters())],
  [
    'import parameters: algorithm asked for',
    () => job.drop(unstated.write(mkdtempSync(join(launched.home, 'in-')), bundleContents())),
  ],
  ['import parameters: SHA-1', () => job.drop(parameters('RSAES_OAEP_SHA_1'))],
  ['key material: generate', () => toMaterial()],
  [
    'key material: advanced',
    async () => {
      await toMaterial();
      await launched.page.getByRole('button', { name: 'Advanced' }).click();
      await launched.page.getByRole('checkbox').first().check();
    },
  ],
  ['key material: own file, none yet', () => toOwnFile()],
  [
    'key material: own file, none yet, Wrap and save',
    async () => {
      await toOwnFile();
      await launched.page.getByRole('button', { name: 'Wrap and save' }).click();
      await launched.page.getByText('Choose the file that holds your key material.').first().waitFor();
    },
  ],
  [
    'key material: own file, checked',
    async () => {
      await toOwnFile();
      await pickOwnFile(randomBytes(32));
      await launched.page.getByText('Symmetric key material').first().waitFor();
    },
  ],
  [
    'key material: own file, refused',
    async () => {
      await toOwnFile();
      await pickOwnFile(randomBytes(31));
      await failureCode(launched.page);
    },
  ],
  ['key material: private keys only', () => toMaterial('RSA_AES_KEY_WRAP_SHA_256')],
  [
    'custody: passphrase suggested',
    async () => {
      await toMaterial();
      await custodyJob(launched).suggestPassphrase();
    },
  ],
  [
    'custody: nothing entered, Save sealed copy',
    async () => {
      await toMaterial();
      await launched.page.getByRole('button', { name: 'Save sealed copy' }).click();
      await launched.page.getByText('Type a passphrase').first().waitFor();
    },
  ],
  [
    'custody: shares, no names, Save shares',
    async () => {
      await toMaterial();
      await launched.page.getByRole('radio', { name: 'Split among custodians' }).check();
      await launched.page.getByRole('button', { name: 'Save shares' }).click();
      await launched.page.getByText('Type a name.').first().waitFor();
    },
  ],
  [
    'custody: recipients',
    async () => {
      await toMaterial();
      await launched.page.getByRole('radio', { name: 'Sealed for age recipients' }).check();
    },
  ],
  [
    'custody: shares saved, material held',
    async () => {
      await toMaterial();
      await custodyJob(launched).saveShares();
    },
  ],
  [
    'custody: restore, a share too few',
    async () => {
      await toMaterial();
      const custody = custodyJob(launched);
      const [share = ''] = await custody.saveShares();
      await custody.startAgain();
      await launched.page.getByRole('radio', { name: 'Restore a sealed copy' }).check();
      await dropFiles(launched.page, [share]);
      await launched.page.getByText('1 of the 2 needed is here').first().waitFor();
    },
  ],
  [
    'rehearsal: empty, Open and compare',
    async () => {
      await goHome(launched.page);
      await launched.page.getByRole('button', { name: 'Rehearse a restore' }).click();
      await launched.page.getByRole('button', { name: 'Open and compare' }).click();
    },
  ],
];

async function toMaterial(algorithm?: string): Promise<void> {
  await job.drop(parameters(algorithm));
  await job.next();
}

async function toOwnFile(): Promise<void> {
  await toMaterial();
  await launched.page.getByRole('radio', { name: 'Use my own file' }).check();
  await launched.page.getByRole('button', { name: 'Choose file', exact: true }).waitFor();
}

async function pickOwnFile(bytes: Uint8Array): Promise<void> {
  await answerDialogs(launched.app, [[put('key.bin', bytes)]]);
  await launched.page.getByRole('button', { name: 'Choose file', exact: true }).click();
}

/** Text that is wider than the window would have to be scrolled sideways. */
const overflow = (): Promise<number> =>
  launched.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(['light', 'dark'] as const)('axe finds nothing in %s', (colorScheme) => {
  beforeAll(() => launched.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }));

  it('home', async () => {
    await goHome(launched.page);
    await job.heading('What do you want to do?').waitFor();
    expect(await screenFaults(launched.page)).toEqual([]);
  });

  it.each(states)('%s', async (_name, reach) => {
    await afresh();
    await reach();
    expect(await screenFaults(launched.page)).toEqual([]);
  });

  it('wrapping, then saved', async () => {
    const { app, page, home } = launched;
    await afresh();
    await toMaterial();
    await job.withoutCopy();
    await endSpare(app);
    const { thaw } = await freezeVault(app);
    await answerDialogs(app, [[mkdtempSync(join(home, 'out-'))]]);
    await page.getByRole('button', { name: 'Wrap and save' }).click();
    await job.heading('Wrapping and saving').waitFor();
    expect(await screenFaults(page)).toEqual([]);
    await thaw();
    await job.heading('Saved').waitFor({ timeout: 60_000 });
    expect(await screenFaults(page)).toEqual([]);
  });
});

/** Texts that do not fit into a box that hides what does not fit. */
const clipped = (): Promise<readonly string[]> =>
  launched.page.evaluate(() =>
    [...document.querySelectorAll('.app *')]
      .filter((element) => {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
        // A box of one pixel is for screen readers.
        if (
          element.clientWidth <= 1 ||
          !element.checkVisibility() ||
          !(element instanceof HTMLElement) ||
          element.innerText.trim() === ''
        )
          return false;
        const isWide = element.scrollWidth > element.clientWidth + 1 && textOverflow !== 'ellipsis';
        const isHigh = element.scrollHeight > element.clientHeight + 1;
        return (overflowX === 'hidden' && isWide) || (overflowY === 'hidden' && isHigh);
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  );

/** The distances that WCAG 2.2 asks for (1.4.12), in a style sheet that no content security policy keeps out. */
const wideSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';

async function zoomTo(factor: number, width: number, height: number): Promise<void> {
  await launched.app.evaluate(
    ({ BrowserWindow }, to) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(to.width, to.height);
      window?.webContents.setZoomFactor(to.factor);
    },
    { factor, width, height },
  );
  await expect.poll(() => launched.page.evaluate(() => window.innerWidth)).toBe(width / factor);
}

describe('at 200 % and 400 % zoom, and with wide text spacing', () => {
  beforeAll(() => launched.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' }));

  it.each(states)('%s needs no sideways scrolling, and loses no text', async (_name, reach) => {
    const { page } = launched;
    await zoomTo(2, 1180, 840);
    await afresh();
    await reach();
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await screenFaults(page)).toEqual([]);
    // As WCAG 2.2 asks for (1.4.10): 320 CSS pixels of a window that is 1280 wide.
    await zoomTo(4, 1280, 1024);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await zoomTo(1, 1024, 700);
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, wideSpacing);
    expect(await clipped()).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  });
});
