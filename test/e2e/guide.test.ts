import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { guideWords, supportReport } from '../../renderer/words/guide/guide';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { goHome } from '../helpers/leave-finished';
import { lookAfterJob } from '../helpers/look-after-window';
import { screenFaults } from '../helpers/screen-faults';
import { until } from '../helpers/until';

let launched: LaunchedApp;

const panel = () => launched.page.getByRole('complementary', { name: guideWords.title });
const title = (name: string) => panel().getByRole('heading', { name, level: 2, exact: true });
const account = () => launched.page.getByRole('textbox', { name: "Receiver's AWS account ID" });

/** What the page has loaded by now of the guide: each chunk that is loaded later leaves its links in the document. */
const loadedOfGuide = (): Promise<readonly string[]> =>
  launched.page.evaluate(() =>
    [...document.querySelectorAll('link')].map(({ href }) => href).filter((href) => href.includes('guide')),
  );

beforeAll(async () => {
  launched = await launchApp();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => launched.close());

it('is not loaded before somebody asks for it', async () => {
  await launched.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await loadedOfGuide()).toEqual([]);
  await launched.page.keyboard.press('F1');
  await title('Keyferry guide').waitFor();
  expect((await loadedOfGuide()).length).toBeGreaterThan(0);
  await launched.page.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });
});

describe('the help beside the receiver step', () => {
  beforeEach(async () => {
    await goHome(launched.page);
    await ceremonyJob(launched).practise();
    await account().fill(receiverAccount);
    await account().focus();
    await launched.page.keyboard.press('F1');
    await title('Create and import a key').waitFor();
    return async () => {
      const close = panel().getByRole('button', { name: guideWords.close });
      if (await close.isVisible()) await close.click();
    };
  });

  it('opens at that step, takes the focus, loses nothing of the work, and gives the focus back', async () => {
    const { page } = launched;
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(await until('the focus', async () => (await focused()) || undefined)).toBe('Receiver');
    expect(await account().inputValue()).toBe(receiverAccount);
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    expect(await account().inputValue()).toBe(receiverAccount);
    expect(await account().evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('follows the work with the next F1, and goes back', async () => {
    const job = ceremonyJob(launched);
    await job.receiver('eu-central-1');
    await job.next('Sign in');
    await launched.page.keyboard.press('F1');
    await title('Sign in').waitFor();
    await panel().getByRole('button', { name: guideWords.back }).click();
    await title('Create and import a key').waitFor();
  });

  it('is searched and followed with the keyboard only', async () => {
    const { page } = launched;
    const search = panel().getByRole('searchbox', { name: guideWords.search });
    for (let tabs = 0; tabs < 12; tabs++) {
      await page.keyboard.press('Shift+Tab');
      if (await search.evaluate((field) => field === document.activeElement)) break;
    }
    await page.keyboard.type('IncorrectKeyMaterialException');
    const found = panel().getByRole('region', { name: guideWords.results });
    await found.getByRole('status').waitFor();
    const place = found.getByRole('button', { name: 'AWS opened the key material' });
    for (let tabs = 0; tabs < 12; tabs++) {
      await page.keyboard.press('Tab');
      if (await place.first().evaluate((link) => link === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await title('Troubleshooting').waitFor();
    await until('the focus on the heading', async () =>
      (await page.evaluate(() => document.activeElement?.textContent ?? '')).startsWith('AWS opened')
        ? true
        : undefined,
    );
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    await launched.page.emulateMedia({ colorScheme });
    expect(await screenFaults(launched.page)).toEqual([]);
    await panel().getByRole('searchbox', { name: guideWords.search }).fill('key');
    await panel().getByRole('region', { name: guideWords.results }).waitFor();
    expect(await screenFaults(launched.page)).toEqual([]);
    await panel().getByRole('searchbox', { name: guideWords.search }).fill('');
    await panel().getByRole('button', { name: guideWords.contents }).click();
    await title('Keyferry guide').waitFor();
    expect(await screenFaults(launched.page)).toEqual([]);
  });

  it('covers the work in a narrow window, and then nothing of the work gets the focus', async () => {
    const { page } = launched;
    const inert = (): Promise<boolean> => page.evaluate(() => document.querySelector('main')?.inert === true);
    expect(await inert()).toBe(false);
    await page.setViewportSize({ width: 640, height: 400 });
    await until('the work behind it', async () => ((await inert()) ? true : undefined));
    expect(await screenFaults(page)).toEqual([]);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1180, height: 840 });
  });
});

it('has a page for each act on a key, and for several keys', async () => {
  const { page } = launched;
  await goHome(page);
  const job = lookAfterJob(launched);
  await job.button('Look after imported keys').click();
  await job.button('Practise').click();
  await job.isRead();
  const helpIs = async (name: string, heading?: string): Promise<void> => {
    await page.keyboard.press('F1');
    await title(name).waitFor();
    if (heading !== undefined) await panel().getByRole('heading', { name: heading, exact: true }).waitFor();
    await panel().getByRole('button', { name: guideWords.close }).click();
    await panel().waitFor({ state: 'detached' });
  };
  const press = (name: string | RegExp) =>
    page
      .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
      .first()
      .click();
  for (const [key, act, help, heading] of [
    ['messaging', 'Rotate', 'Rotate a key'],
    ['messaging', 'Disable', 'Disable and enable'],
    ['messaging', 'Delete key material', 'Delete key material'],
    ['messaging', 'Schedule deletion', 'Delete a key, or cancel that', 'Schedule deletion'],
    ['messaging', 'Change description and tags', 'Aliases, description and tags', 'Description and tags'],
    ['messaging', 'Move alias', 'Aliases, description and tags', 'Aliases'],
    ['messaging', /^Revoke account/, 'Revoke a receiver'],
    ['messaging', 'Extend', 'Import again, or extend'],
    ['analytics-lake', 'Remove waiting material', 'Rotate a key', 'Waiting key material'],
    ['global-sessions', 'Replicate to another Region', 'Replicate to another Region'],
    ['retired-portal', 'Cancel deletion', 'Delete a key, or cancel that', 'Cancel deletion'],
  ] as const) {
    await job.openKey(key);
    await press(act);
    await page.getByRole('heading', { level: 1, name: `: alias/${key}` }).waitFor();
    await helpIs(help, heading);
    await press('Back to the key');
    await job.toList();
  }
  await page.getByRole('checkbox', { name: /^Choose messaging / }).click();
  for (const [what, heading] of [
    ['Disable these', 'Disable'],
    ['Remind me of these', 'Remind me'],
  ] as const) {
    await press(what);
    await helpIs('Several keys at once', heading);
    await press('Back to the keys');
  }
}, 120_000);

it('opens from the menu, at the report as well', async () => {
  await goHome(launched.page);
  const choose = (label: string): Promise<void> =>
    launched.app.evaluate(({ Menu }, wanted) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
      items?.find((item) => item.label === wanted)?.click();
    }, label);
  await choose('Keyferry guide');
  await title('Keyferry guide').waitFor();
  await choose(supportReport.open);
  await title(supportReport.open).waitFor();
});
