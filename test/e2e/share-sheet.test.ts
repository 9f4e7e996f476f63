import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareSheet } from '../../main/vault/shares/share-sheet';
import { readShare } from '../../main/vault/shares/share-text';
import type { Share } from '../../main/vault/shares/shares';
import { inClear, knownShare, wholeKey } from '../fixtures/shares';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { openPdf, withoutPoppler, withoutZbar } from '../helpers/pdf';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-sheet-'));
let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp({}, { appFolder: resolve(import.meta.dirname, '../helpers/bare-app') });
});
afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

const longest: Share = {
  ...knownShare({ practice: true, key: wholeKey }),
  custodian: 'Wilhelmina-Alexandrina von Hohenstaufen-Württemberg zu Bärenfels, Abt. Sicherhei',
};
const { accountId, region, ceremony } = wholeKey;
const sheets: readonly (readonly [string, Share])[] = [
  ['with little to say', knownShare({ key: {} })],
  ['of 16 bytes', knownShare({}, 16)],
  ['with everything to say', longest],
  [
    'with the longest alias that AWS takes',
    {
      ...knownShare({ key: { accountId, region, ceremony, alias: 'w'.repeat(250) } }),
      custodian: 'W'.repeat(80),
    },
  ],
];

async function show(share: Share): Promise<void> {
  const file = join(folder, 'sheet.html');
  writeFileSync(file, shareSheet(share));
  await launched.page.goto(pathToFileURL(file).href);
}

type PageSize = 'A4' | 'Letter';

/** What Chromium would send to a printer. */
async function printed(pageSize: PageSize): Promise<Buffer> {
  const pdf = await launched.app.evaluate(async ({ BrowserWindow }, size) => {
    const [window] = BrowserWindow.getAllWindows();
    const bytes = await window?.webContents.printToPDF({ pageSize: size, printBackground: true });
    return bytes?.toString('base64') ?? '';
  }, pageSize);
  return Buffer.from(pdf, 'base64');
}

const pagesOn = async (pageSize: PageSize): Promise<number> =>
  (await printed(pageSize)).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describe('a sheet on paper', () => {
  for (const [title, share] of sheets) {
    it(`${title} fits one page of A4 and one of Letter, and nothing is cut off`, async () => {
      await show(share);
      expect([await pagesOn('A4'), await pagesOn('Letter')]).toEqual([1, 1]);
      const cut = await launched.page.evaluate(() => {
        const edge = document.body.getBoundingClientRect();
        return [...document.body.querySelectorAll('*')]
          .filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return (
              left < edge.left - 1 || right > edge.right + 1 || element.scrollWidth > element.clientWidth + 1
            );
          })
          .filter((element) => getComputedStyle(element).display !== 'inline')
          .map((element) => element.outerHTML);
      });
      expect(cut).toEqual([]);
    });
  }

  it.each(sheets)(
    `%s has a code that another program reads as the share${withoutPoppler}${withoutZbar}`,
    { skip: withoutPoppler + withoutZbar !== '' },
    async (_title, share) => {
      await show(share);
      const scanned = openPdf(await printed('A4'))
        .qrCodes(300)
        .join('\n');
      const read = readShare(new TextEncoder().encode(scanned));
      expect(read.ok && inClear(read.value)).toEqual(inClear(share));
    },
  );

  it('of a private key goes on as long as it must', async () => {
    const material = { kind: 'rsa-private-key', keyName: 'RSA 4096', lengthBytes: 2376 } as const;
    await show(knownShare({ material }, 2376));
    expect(await pagesOn('A4')).toBe(3);
    expect(await launched.page.locator('svg').count()).toBe(0);
  });

  it('gives the share again when its text is copied from the window', async () => {
    await show(longest);
    const copied = await launched.page.evaluate(() => document.body.innerText);
    const read = readShare(new TextEncoder().encode(copied), 'copied.txt');
    expect(read.ok && inClear(read.value)).toEqual(inClear(longest));
  });
});
