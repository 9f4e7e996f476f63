import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateKeyCommand, ListKeysCommand, DescribeKeyCommand } from '@aws-sdk/client-kms';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { compared, inWindow, resume, signIn } from '../faults/window/life-in-window';
import { screenFaults } from '../helpers/screen-faults';
import type { LaunchedApp } from '../helpers/launch-app';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const opener = (page: Page) => page.getByRole('button', { name: /^Resume or discard/ });

/** Every state of the screens for unfinished work, from home on: its name, and how to get there. */
const states: readonly (readonly [string, (launched: LaunchedApp) => Promise<unknown>])[] = [
  ['home', ({ page }) => opener(page).waitFor()],
  [
    'the page',
    async ({ page }) => {
      await opener(page).click();
      await button(page, 'Resume').waitFor();
    },
  ],
  [
    'Resume without a sign-in',
    async ({ page }) => {
      await button(page, 'Resume').click();
      await page.getByText('Sign in first.').waitFor();
    },
  ],
  ['discard', ({ page }) => button(page, 'Discard').click()],
  [
    'kept, signed in',
    async (launched) => {
      await button(launched.page, 'Keep it').click();
      await signIn(launched);
    },
  ],
  [
    'Resume without having compared',
    async ({ page }) => {
      await button(page, 'Resume').click();
      await page.getByText('Compare the facts above first').first().waitFor();
    },
  ],
  [
    'the key policy as JSON',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Key policy as JSON' }).click();
      await page.getByText('key-consolepolicy-3').waitFor();
    },
  ],
  [
    'discard with the key',
    async ({ page }) => {
      await button(page, 'Discard').click();
      await page.getByRole('checkbox', { name: 'Also schedule the deletion of the key' }).check();
    },
  ],
  [
    'discarded',
    async ({ page }) => {
      await button(page, 'Discard now').click();
      await page.getByRole('heading', { name: 'Discarded', level: 1 }).waitFor();
    },
  ],
];

/** What has the focus, as a screen reader would name it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });

const overflow = ({ page }: LaunchedApp): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the screens for unfinished work', () => {
  it.each([
    ['light', 1],
    ['dark', 1],
    ['light', 2],
  ] as const)('are accessible in each state, in %s at zoom %d', (colorScheme, zoom) =>
    inWindow(async (life) => {
      await life.leaveUnfinished();
      const launched = await life.launch();
      await launched.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await launched.app.evaluate(({ BrowserWindow }, factor) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
      }, zoom);
      const found: string[] = [];
      for (const [name, reach] of states) {
        await reach(launched);
        found.push(...(await screenFaults(launched.page)).map((violation) => `${name}: ${violation}`));
        if ((await overflow(launched)) > 0) found.push(`${name}: sideways scrolling`);
      }
      expect(found).toEqual([]);
    }),
  );

  it('name each note that cannot be used, open nothing but plain files, and remove a note in two steps (audit 13)', () =>
    inWindow(async (life) => {
      mkdirSync(life.notes, { recursive: true });
      const [damaged, pipe] = [
        '00000000-0000-4000-8000-000000000001',
        '00000000-0000-4000-8000-000000000002',
      ];
      writeFileSync(join(life.notes, `${damaged}.state`), 'damaged');
      execFileSync('mkfifo', [join(life.notes, `${pipe}.state`)]);
      const launched = await life.launch();
      const { page } = launched;
      await page.getByText('Something other than a plain file has this name').waitFor();
      const found: string[] = [];
      for (const [colorScheme, zoom] of [
        ['light', 1],
        ['dark', 2],
      ] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await launched.app.evaluate(({ BrowserWindow }, factor) => {
          BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
        }, zoom);
        found.push(...(await screenFaults(page)));
        if ((await overflow(launched)) > 0) found.push('sideways scrolling');
      }
      expect(found).toEqual([]);
      const remove = page.getByRole('button', { name: `Remove this note ${pipe}.state` });
      await remove.click();
      expect(await focused(page)).toBe('Remove this note for good?');
      expect(await screenFaults(page)).toEqual([]);
      await button(page, 'Keep it').click();
      expect(await focused(page)).toBe(`Remove this note ${pipe}.state`);
      await remove.click();
      await button(page, 'Remove now').click();
      await page.getByText('That note is no longer listed here.').waitFor();
      await page.getByText(`${pipe}.state`).waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('That note is no longer listed here.');
      expect(readdirSync(life.notes)).toEqual([`${damaged}.state`]);
    }));

  it('go on with a note that nothing proves only when a person has compared what it says (audit 2)', () =>
    inWindow(async (life) => {
      await life.leaveUnfinished();
      const launched = await life.launch();
      const { page } = launched;
      await opener(page).click();
      await page
        .getByText('This computer has no key with which Keyferry could recognise its own notes.')
        .waitFor();
      for (const fact of ['444455556666', 'owner = security', 'Bluescape: everybody whom account']) {
        await page.getByText(fact).first().waitFor();
      }
      await signIn(launched);
      await button(page, 'Resume').click();
      await page.getByText('Compare the facts above first').first().waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
      expect(life.wire.came).not.toContain('CreateAlias');
      await compared(launched);
      await button(page, 'Resume').click();
      await page.getByText('code: copy.released').waitFor({ state: 'attached', timeout: 60_000 });
    }));

  it('discard in two steps, with the focus where the person goes on, and the key only where that is wanted', () =>
    inWindow(async (life) => {
      const { outside } = await life.leaveUnfinished();
      const { page } = await life.launch();
      await opener(page).click();
      await button(page, 'Discard').click();
      expect(await focused(page)).toBe('Discard this work');
      expect(await page.getByRole('checkbox', { name: 'Also schedule' }).isDisabled()).toBe(true);
      await button(page, 'Keep it').click();
      expect(await focused(page)).toBe('Discard');
      expect(readdirSync(life.notes)).not.toEqual([]);
      await button(page, 'Discard').click();
      await button(page, 'Discard now').click();
      await page.getByRole('heading', { name: 'Discarded', level: 1 }).waitFor();
      expect(await focused(page)).toBe('Discarded');
      expect(readdirSync(life.notes)).toEqual([]);
      const { Keys = [] } = await outside.send(new ListKeysCommand({}));
      const { KeyMetadata } = await outside.send(new DescribeKeyCommand({ KeyId: Keys[0]?.KeyId }));
      expect(KeyMetadata?.KeyState).toBe('PendingImport');
      await button(page, 'Back to home').click();
      await page.getByRole('heading', { name: 'What do you want to do?' }).waitFor();
      expect(await opener(page).count()).toBe(0);
    }));

  it('let the person choose among several keys of one run, and go on with that one', () =>
    inWindow(async (life) => {
      const bench = await life.leaveUnfinished('CreateKey', 'KMSInternalException');
      const [name = ''] = readdirSync(life.notes).filter((each) => each.endsWith('.state'));
      const note = readFileSync(join(life.notes, name), 'utf8');
      const [, TagValue = ''] = /"ceremonyTag":\{"key":"[^"]+","value":"([^"]+)"/.exec(note) ?? [];
      const Tags = [{ TagKey: 'keyferry:ceremony', TagValue }];
      const command = new CreateKeyCommand({ Origin: 'EXTERNAL', Tags });
      await bench.outside.send(command);
      const { KeyMetadata: key } = await bench.outside.send(command);
      const launched = await life.launch();
      const { page } = launched;
      await resume(launched);
      await button(page, 'Go on with this key').click({ timeout: 60_000 });
      await page.getByText('Choose a key first.').waitFor();
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      expect(await screenFaults(page)).toEqual([]);
      await page.getByRole('radio', { name: key?.KeyId ?? '' }).check();
      await button(page, 'Go on with this key').click();
      await page.getByText('code: copy.released').waitFor({ state: 'attached', timeout: 60_000 });
      await page
        .getByText(key?.Arn ?? '')
        .first()
        .waitFor();
    }));

  it('offer no way on for work that was stopped for good, and say why', () =>
    inWindow(async (life) => {
      await life.leaveUnfinished('ImportKeyMaterial', 'InvalidCiphertextException');
      const { page } = await life.launch();
      await opener(page).click();
      await page.getByText('Nothing more is sent for this key.').waitFor();
      await page.getByText('code: kms.invalidCiphertext').waitFor({ state: 'attached' });
      expect(await button(page, 'Resume').count()).toBe(0);
      expect(await screenFaults(page)).toEqual([]);
    }));
});
