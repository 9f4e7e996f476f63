import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { answerDialogs } from '../helpers/dialogs';
import type { LaunchedApp } from '../helpers/launch-app';
import { makeKnownKey } from '../helpers/known-keys';
import { atTheList, besideKeys } from '../helpers/look-after-window';
import { pageHeap } from '../helpers/page-heap';
import { newFolder } from '../helpers/saved-record';
import { screenFaults } from '../helpers/screen-faults';
import { writeSealedCopy } from '../helpers/sealed-copies';

const dayMs = 86_400_000;
const passphrase = 'quartz hammock violin 93 teapot lagoon';
const anotherPassphrase = 'lockstep marmalade herring quartz 17';

const box = (page: Page, name: string) =>
  page.getByRole('checkbox', { name: `Choose ${name} in eu-central-1` });

const lineOf = (page: Page, alias: string) => page.getByRole('row', { name: `alias/${alias}` });

/** @returns the names of what was saved */
async function saveAllRecords({ app, page }: LaunchedApp): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Save all records' }).click();
  expect(await screenFaults(page)).toEqual([]);
  const folder = newFolder();
  await answerDialogs(app, [[folder]]);
  await page.getByRole('textbox', { name: 'Operator', exact: true }).fill('Ada Example');
  await page.getByRole('checkbox', { name: 'No witness was present' }).check();
  await page.getByRole('button', { name: 'Choose folder and save' }).click();
  await page.getByText('saved in the folder').waitFor();
  return readdirSync(folder);
}

describe('several chosen keys', () => {
  it('are disabled one after another, listed with what became of each, and recorded together', async () => {
    await besideKeys(async (life) => {
      const { launched, page, job } = await atTheList(life);
      await box(page, 'orders').focus();
      await page.keyboard.press('Space');
      await box(page, 'crm').check();
      await box(page, 'off').check();
      await page.getByText('3 keys chosen').waitFor();
      expect(await screenFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Disable these' }).click();
      await job.heading('Disable: 3 keys').waitFor();
      await page.getByText('2 keys are disabled one after another').waitFor();
      await page.getByText('Left out', { exact: true }).waitFor();
      expect(await screenFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Disable 2 keys' }).click();
      await job.heading('2 of 3 keys disabled').waitFor();
      const saved = await saveAllRecords(launched);
      expect(saved.filter((name) => name.endsWith('.json'))).toHaveLength(2);
      expect(saved.filter((name) => name.includes('Successor card'))).toEqual([]);
      await page.getByRole('button', { name: 'Back to the keys' }).click();
      await job.row('orders').getByText('Disabled').waitFor();
      expect(await page.getByText('3 keys chosen').count()).toBe(1);
      await page.getByRole('button', { name: 'Choose none' }).click();
      await page.getByRole('checkbox', { name: 'Choose all keys on this page' }).check();
      await page.getByRole('button', { name: 'Remind me of these' }).click();
      await page.getByRole('heading', { name: /^Remind me: \d+ keys$/ }).waitFor();
      expect(await screenFaults(page)).toEqual([]);
    });
  });

  it('are extended from one folder of copies; those without their copy are named, and a failure of one leaves the others', async () => {
    const described = new Map<string, Awaited<ReturnType<typeof makeKnownKey>>>();
    const fresh = () => randomBytes(32);
    const materials = { orders: fresh(), mail: fresh(), crm: fresh(), billing: fresh() };
    let barred = 'no key yet';
    await besideKeys(
      async (life) => {
        const copies = join(life.home, 'copies');
        mkdirSync(copies);
        await writeSealedCopy(join(copies, 'a.age'), materials.orders, passphrase);
        await writeSealedCopy(join(copies, 'b.age'), materials.crm, anotherPassphrase);
        await writeSealedCopy(join(copies, 'c.age'), randomBytes(32), passphrase);
        await writeSealedCopy(join(copies, 'd.age'), materials.mail, passphrase);
        writeFileSync(join(copies, 'read me first.txt'), 'These are from the safe. '.repeat(30));
        const { launched, page, job, actions } = await atTheList(life);
        for (const name of ['orders', 'mail', 'crm', 'billing', 'lost']) await box(page, name).check();
        await page.getByRole('button', { name: 'Extend these' }).click();
        await job.heading('Extend: 5 keys').waitFor();
        await answerDialogs(launched.app, [[copies]]);
        await page.getByRole('button', { name: 'Choose folder' }).click();
        await page.getByText('“copies”: 4 sealed copies in 5 files').waitFor();
        expect(await screenFaults(page)).toEqual([]);
        await page.getByLabel('Passphrase of the copies', { exact: true }).fill(passphrase);
        await page.getByRole('button', { name: 'Open 4 copies' }).click();
        await page.getByText('3 copies open and were compared.').waitFor({ timeout: 120_000 });
        await page.getByLabel('Passphrase of b.age', { exact: true }).fill(anotherPassphrase);
        await page.getByRole('button', { name: 'Open 1 copy' }).click();
        await page.getByText('4 copies open and were compared.').waitFor({ timeout: 120_000 });
        await lineOf(page, 'billing').getByText('None of the copies belongs to it.').waitFor();
        await lineOf(page, 'lost').getByText('Import it again on the page of the key.').waitFor();
        await page.getByText('3 key materials are imported once more, one after another').waitFor();
        expect(await screenFaults(page)).toEqual([]);
        await page.getByRole('button', { name: 'Extend 3 key materials' }).click();
        await job.heading('2 of 5 key materials extended').waitFor({ timeout: 120_000 });
        expect(await actions()).toBeLessThanOrEqual(15);
        // What opened the copies is forgotten; what must be there is there.
        const heap = await pageHeap(page);
        const kept = ['a.age', passphrase, anotherPassphrase].filter((text) => heap.includes(text));
        expect(kept).toEqual(['a.age']);
        const failed = lineOf(page, 'mail');
        await failed.getByText('Not extended').waitFor();
        await failed.getByText('It stands in “Unfinished work” on the home screen').waitFor();
        expect(await screenFaults(page)).toEqual([]);
        const daysLeft = async (name: string) =>
          (((await described.get(name)?.())?.ValidTo?.getTime() ?? 0) - Date.now()) / dayMs;
        expect([await daysLeft('orders'), await daysLeft('crm')].every((days) => days > 360)).toBe(true);
        expect([await daysLeft('billing'), await daysLeft('mail')].every((days) => days < 21)).toBe(true);
        const saved = await saveAllRecords(launched);
        expect(saved.filter((name) => name.endsWith('.json'))).toHaveLength(2);
        expect(saved.filter((name) => name.includes('Successor card'))).toHaveLength(2);
        await page.getByRole('button', { name: 'Back to the keys' }).click();
        await job.row('orders').getByText('364 days left').waitFor();
      },
      {
        options: {
          denies: (action, resource) => action === 'kms:ImportKeyMaterial' && resource.includes(barred),
        },
        fill: async (_kept, practice) => {
          const make = async (alias: keyof typeof materials, days: number): Promise<void> => {
            const known = { alias, material: materials[alias], days, isDescribed: true };
            described.set(alias, await makeKnownKey(practice, known));
          };
          await make('orders', 3);
          await make('mail', 4);
          await make('crm', 9);
          await make('billing', 20);
          await makeKnownKey(practice, { alias: 'lost', material: randomBytes(32) });
          barred = (await described.get('mail')?.())?.KeyId ?? '';
        },
      },
    );
  });
});
