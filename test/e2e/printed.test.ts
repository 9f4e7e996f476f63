import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintedDocument } from '../../main/shared/printed-document';
import { saveRecord } from '../../renderer/words/run/ceremony-record';
import { handOverPage } from '../../renderer/words/run/hand-over';
import { printedDocuments } from '../fixtures/printed-documents';
import { offlineDocuments } from '../fixtures/printed-offline';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { answerDialogs } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { openPdf, sideMargin, withoutPoppler, withoutZbar } from '../helpers/pdf';
import { launchPrintApp } from '../helpers/print-app/launch-print-app';
import { shownOf } from '../helpers/shown-facts';

const sheets = { A4: [596, 843], Letter: [612, 792] } as const;
const entries = Object.entries({ ...printedDocuments, ...offlineDocuments });
/** Those that say little have room on any paper; with its mark, the practice summary fills a Letter page. */
const onePaper: Readonly<Record<string, 'A4' | 'Letter'>> = {
  'hand-over-practice': 'Letter',
  'card-no-copy': 'A4',
  'card-finished': 'A4',
  'card-offline': 'Letter',
  'record-finished': 'A4',
  'record-offline': 'Letter',
};
const isPractice = (document: PrintedDocument): boolean =>
  JSON.stringify(document).includes('"mode":"practice"');

describe.skipIf(withoutPoppler !== '')(`a printed document${withoutPoppler}`, () => {
  let printing: Awaited<ReturnType<typeof launchPrintApp>>;
  beforeAll(async () => {
    printing = await launchPrintApp();
  });
  afterAll(() => printing.close());

  for (const [name, document] of entries) {
    const paper = onePaper[name];
    const sizes = paper === undefined ? (['A4', 'Letter'] as const) : [paper];
    it(`(${name}) has all of its facts within the page, on ${sizes.join(' and ')}`, async () => {
      const printed = await Promise.all(sizes.map((size) => printing.print(document, size)));
      for (const [index, size] of sizes.entries()) {
        const bytes = printed[index] ?? Buffer.of();
        const { pages, info, text } = openPdf(bytes);
        expect(['/Lang (en)', '/Outlines'].filter((entry) => !bytes.includes(entry))).toEqual([]);
        expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
          pages.map(() => sheets[size]),
        );
        const outside = pages.flatMap(({ words, width, height }) =>
          words.filter(
            ({ xMin, xMax, yMin, yMax }) =>
              xMin < sideMargin - 1 || xMax > width - sideMargin + 1 || yMin < 5 || yMax > height - 5,
          ),
        );
        expect(outside).toEqual([]);
        const found = text();
        expect(shownOf(document).filter((fact) => !found.includes(fact.replace(/\s+/g, '')))).toEqual([]);
        expect(pages.map(({ words }) => words.some(({ text: word }) => word.includes('PRACTICE')))).toEqual(
          pages.map(() => isPractice(document)),
        );
        expect(info).toMatchObject({ Tagged: 'yes', Creator: 'Keyferry' });
        expect(info['Title']).toMatch(
          isPractice(document) ? /^PRACTICE · / : /^(Key hand-over|Successor card|Ceremony record) · /,
        );
        if (!/long|record/.test(name)) expect(pages).toHaveLength(1);
      }
    });
  }

  it.skipIf(withoutZbar !== '')(`has the head hash of its record as a QR code${withoutZbar}`, async () => {
    const record = printedDocuments['record'];
    if (record?.kind !== 'record') throw new Error('no record');
    expect(openPdf(await printing.print(record, 'A4')).qrCodes()).toEqual([record.record.head]);
  });

  it('is refused where a part of the page could not be drawn', async () => {
    const handOver = printedDocuments['hand-over'];
    if (handOver?.kind !== 'hand-over') throw new Error('no hand-over');
    const broken = { ...handOver, handOver: { ...handOver.handOver, cloudTrailEvents: undefined } };
    await expect(printing.print(broken as unknown as PrintedDocument, 'A4')).rejects.toThrow('print.failed');
  });

  it('leaves no window behind, and asks for nothing that is not its own', async () => {
    expect(await printing.left()).toEqual({ windows: 1, refused: 0 });
  });
});

/** What a person and a computer are called while PDFs are made. */
const planted = ['ada-who-prints', 'desk-of-ada-who-prints'] as const;

interface SeenByPage {
  readonly url: string;
  readonly preferences: Record<string, unknown>;
  readonly doors: readonly string[];
  readonly visible: boolean;
  readonly complaints: readonly string[];
}

describe.skipIf(withoutPoppler !== '')(`PDFs of a ceremony${withoutPoppler}`, () => {
  let launched: LaunchedApp;
  let saved: readonly Buffer[] = [];
  beforeAll(async () => {
    launched = await launchApp();
  });
  afterAll(() => launched.close());

  /** Gives main a computer and a person with names that stand nowhere by chance; the paths are this one's. */
  const nameComputerAndPerson = (): Promise<void> =>
    launched.app.evaluate((_electron, [user, host]) => {
      const os = process.getBuiltinModule('node:os');
      const info = os.userInfo();
      Object.assign(os, { hostname: () => host, userInfo: () => ({ ...info, username: user }) });
      Object.assign(process.env, {
        USER: user,
        LOGNAME: user,
        USERNAME: user,
        HOSTNAME: host,
        COMPUTERNAME: host,
      });
    }, planted);

  /** Looks into the next window while it is there. */
  const watchNextWindow = (): Promise<void> =>
    launched.app.evaluate(({ app, BrowserWindow }) => {
      app.once('web-contents-created', (_event, contents) => {
        const complaints: string[] = [];
        contents.on('console-message', (_message, _level, text) => complaints.push(text));
        contents.once('dom-ready', () => {
          const { getLastWebPreferences } = contents as unknown as { getLastWebPreferences: () => object };
          const seen = {
            url: contents.getURL(),
            preferences: getLastWebPreferences.call(contents),
            visible: BrowserWindow.fromWebContents(contents)?.isVisible(),
            complaints,
          };
          void contents.mainFrame
            .executeJavaScript(
              `['keyferry', 'require', 'process', 'electron'].filter((name) => name in window)`,
            )
            .then((doors) => Object.assign(globalThis, { seenByPage: { ...seen, doors } }));
        });
      });
    });

  it('hold the summary with its contact, the successor card, and the record with its head hash', async () => {
    const { app, page, home } = launched;
    await nameComputerAndPerson();
    const job = ceremonyJob(launched);
    await job.practise();
    await job.receiver('eu-central-1');
    await job.next('Sign in');
    await job.toReview();
    await job.createAndImport();
    const saveSummary = job.button(handOverPage.saveSummary);
    await saveSummary.waitFor({ timeout: 60_000 });
    await chooseOption(saveSummary, handOverPage.savePdf, 'menuitem');
    const contact = page.getByRole('textbox', { name: handOverPage.contact });
    await contact.fill('Key desk, +49 30 5550 1234');
    expect(await axeViolations(page)).toEqual([]);
    const folder = mkdtempSync(join(home, 'planted-'));
    const [summary, card] = [join(folder, 'summary.pdf'), join(folder, 'card.pdf')];
    await answerDialogs(app, [[summary], [card], [folder]]);
    await watchNextWindow();
    await job.button(handOverPage.savePdfNow).click();
    await page.getByText(handOverPage.saved('summary.pdf', basename(folder))).waitFor();
    await job.button(handOverPage.saveCard).click();
    await page.getByText(handOverPage.saved('card.pdf', basename(folder))).waitFor();
    await job.button(saveRecord.open).click();
    await page.getByRole('textbox', { name: saveRecord.operator }).first().fill('Ada Example');
    await page.getByRole('checkbox', { name: saveRecord.noWitness }).check();
    await job.button(saveRecord.submit).click();
    await page.getByText(saveRecord.signNow).waitFor();

    const arn = (await page.locator('.wanted-value').first().textContent()) ?? '';
    const [summaryText, cardText] = [summary, card].map((file) => openPdf(readFileSync(file)).text());
    expect(summaryText).toContain(arn);
    expect(summaryText).toContain(receiverAccount);
    expect(summaryText).toContain('Keydesk,+493055501234');
    expect(cardText).toContain(arn);
    expect(cardText).toContain('Nocopyofthekeymaterialexists');
    const papers = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    expect(papers).toHaveLength(3);
    const record = papers.find((name) => name.startsWith('PRACTICE Ceremony record')) ?? '';
    const { head } = JSON.parse(readFileSync(join(folder, record.replace('.pdf', '.json')), 'utf8')) as {
      readonly head: string;
    };
    const recordText = openPdf(readFileSync(join(folder, record))).text();
    expect(recordText).toContain(head);
    expect(recordText).toContain(arn);
    for (const file of papers.map((name) => join(folder, name))) {
      const { info, pages, text } = openPdf(readFileSync(file));
      if (!file.endsWith(record)) expect(pages).toHaveLength(1);
      expect(info['Title']).toMatch(/^PRACTICE · /);
      expect(info['Author'] ?? '').toBe('');
      // No path of this computer, no credential of the practice sign-in.
      const all = `${text()} ${JSON.stringify(info).replace(file, '')}`;
      expect(all).not.toMatch(/planted|keyferry-home|\/tmp|AKIA|ASIA/);
    }
    saved = papers.map((name) => readFileSync(join(folder, name)));
  });

  it('name neither person nor computer, no path and no credential, in any part of them (audit: a PDF names nobody)', () => {
    expect(saved).toHaveLength(3);
    const { username, homedir: ownHome } = userInfo();
    const own = [username, ownHome, homedir(), hostname(), launched.home, tmpdir()];
    // Shorter ones stand everywhere by chance, and `root` in every ARN of an account.
    const telling = own.filter((name) => name.length > 3 && name !== 'root');
    const names = [...planted, ...telling, 'planted-', 'AKIA', 'ASIA'];
    for (const bytes of saved) {
      const all = openPdf(bytes).everything();
      // What must be there is there: the title, and what the compressed streams say.
      expect(all).toContain('PRACTICE · ');
      expect(all).toContain('/StructElem');
      expect(names.filter((name) => all.includes(name))).toEqual([]);
    }
  });

  it('are drawn by a window that nobody sees, with no more rights than the app’s own and no door to it', async () => {
    const { app } = launched;
    const { seen, own, again } = await app.evaluate(async ({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      const { seenByPage } = globalThis as unknown as { seenByPage: SeenByPage };
      const contents = windows[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      const answer = await windows[0]?.webContents.session.fetch(seenByPage.url);
      return {
        seen: seenByPage,
        own: contents.getLastWebPreferences(),
        again: [windows.length, answer?.status],
      };
    });
    expect(seen.url).toMatch(/^app:\/\/ui\/print\/[0-9a-f-]{36}$/);
    expect(seen.doors).toEqual([]);
    expect(seen.visible).toBe(false);
    expect(seen.complaints).toEqual([]);
    const rights = ({ preload, ...rest }: Record<string, unknown>): unknown => ({
      ...rest,
      preload: typeof preload,
    });
    expect({ ...own, ...seen.preferences }).toEqual({ ...own, preload: seen.preferences['preload'] });
    expect(seen.preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    expect(rights(seen.preferences)).toMatchObject({ preload: 'undefined' });
    // Only the app's window is left, and the facts are served to nobody else.
    expect(again).toEqual([1, 404]);
  });
});
