import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSavePdf } from '../../../main/jobs/save-pdf';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { localError } from '../../../main/shared/errors';
import type { PrintedDocument, PrintPdf } from '../../../main/shared/printed-document';
import type { CeremonyRecordView } from '../../../main/shared/views/record';
import { err } from '../../../main/shared/result';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { intakeForms } from '../../fixtures/intake-forms';
import { ordinaryHandOver } from '../../fixtures/hand-overs';
import { ordinaryRecord } from '../../fixtures/printed-documents';
import { shownOf, valueOf } from '../../helpers/ceremony-bench';
import { offlineApp } from '../../helpers/offline-app';
import { recordPorts } from '../../helpers/record-ports';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-pdf-'));
const of = 'run-1';

function desk(
  saveAs: string | undefined,
  printPdf: PrintPdf = recordPorts.printPdf,
  said: Partial<CeremonyRecordView> = {},
) {
  const suggested: string[] = [];
  const { id, job, mode, begunAt } = ordinaryRecord.ceremony;
  const { verbs } = createSavePdf({
    findHandOver: (handle) => (handle === of ? ordinaryHandOver : undefined),
    find: (handle) => (handle === of ? { ...ordinaryRecord, ...said, id, job, mode, begunAt } : undefined),
    dialogs: {
      pickPdfFile: (name) => {
        suggested.push(name);
        return Promise.resolve(saveAs && join(folder, saveAs));
      },
    },
    printPdf,
    savedFiles: recordPorts.savedFiles,
    now: () => new Date('2026-03-04T10:02:03.000Z'),
    appVersion: '0.1.0',
  });
  return { savePdf: verbs.savePdf, suggested };
}

const saved = (name: string): PrintedDocument =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as PrintedDocument;

describe('saving a PDF', () => {
  it('prints what was handed over, with the contact as a person typed it, made visible', async () => {
    const { savePdf, suggested } = desk('summary.pdf');
    const contact = '  Key desk \u202Ecod.exe  ';
    expect(await savePdf({ of, document: 'hand-over', contact })).toEqual({
      ok: true,
      value: {
        picked: true,
        value: expect.objectContaining({ fileName: 'summary.pdf', folderName: basename(folder) }) as unknown,
      },
    });
    expect(saved('summary.pdf')).toMatchObject({
      kind: 'hand-over',
      contact: 'Key desk \uFFFDcod.exe',
      madeBy: 'Keyferry 0.1.0',
      handOver: ordinaryHandOver,
    });
    expect(suggested).toEqual(['Key hand-over bluescape-byok-2026.pdf']);
  });

  it('has no contact where nobody gave one', async () => {
    await desk('none.pdf').savePdf({ of, document: 'hand-over', contact: '   ' });
    expect(saved('none.pdf')).not.toHaveProperty('contact');
  });

  it('gives the successor card what the record says of the copy', async () => {
    const { savePdf, suggested } = desk('card.pdf');
    await savePdf({ of, document: 'successor-card' });
    const { key, material, custody, ceremony } = ordinaryRecord;
    expect(saved('card.pdf')).toMatchObject({
      kind: 'successor-card',
      key,
      material,
      custody,
      ceremonyId: ceremony.id,
      receiver: { name: 'Bluescape', mayUseAlias: false },
    });
    expect(suggested).toEqual(['Successor card bluescape-byok-2026.pdf']);
  });

  it('says on the successor card that an alias has to stay by whose ARN the receiver may know the key', async () => {
    const { receiver } = ordinaryRecord;
    if (receiver === 'none') throw new Error('no receiver');
    const handOver = [{ fact: 'alias-arn', value: 'arn:aws:kms:eu-central-1:1:alias/x' }] as const;
    const { savePdf } = desk('alias.pdf', recordPorts.printPdf, { receiver: { ...receiver, handOver } });
    await savePdf({ of, document: 'successor-card' });
    expect(saved('alias.pdf')).toMatchObject({ receiver: { name: 'Bluescape', mayUseAlias: true } });
  });

  it('prints nothing before somebody has said where, and nothing of what is gone', async () => {
    const neverPrinted: PrintPdf = () => Promise.reject(new Error('printed'));
    const request = { of, document: 'successor-card' } as const;
    expect(await desk(undefined, neverPrinted).savePdf(request)).toEqual({
      ok: true,
      value: { picked: false },
    });
    expect(await desk('gone.pdf', neverPrinted).savePdf({ ...request, of: 'other' })).toMatchObject({
      error: { code: 'run.gone' },
    });
  });

  it('leaves no file where printing failed, and replaces none', async () => {
    const failed: PrintPdf = () =>
      Promise.resolve(err(localError('save', 'print.failed', undefined, 'same')));
    const request = { of, document: 'hand-over' } as const;
    expect(await desk('failed.pdf', failed).savePdf(request)).toMatchObject({
      error: { code: 'print.failed' },
    });
    expect(readdirSync(folder)).not.toContain('failed.pdf');
    writeFileSync(join(folder, 'mine.pdf'), 'mine');
    expect(await desk('mine.pdf').savePdf(request)).toMatchObject({ error: { code: 'save.exists' } });
    expect(readFileSync(join(folder, 'mine.pdf'), 'utf8')).toBe('mine');
  });

  it('gives the offline job its successor card as well, where the copy is', async () => {
    const [copy, saved] = [mkdtempSync(join(folder, 'copy-')), mkdtempSync(join(folder, 'saved-'))];
    const app = offlineApp({ copy, saved, offlineFiles: createStateFiles(join(folder, 'notes')) });
    const [zip] = intakeForms;
    const paths = zip.write(mkdtempSync(join(folder, 'zip-')), bundleContents());
    const { handle: parameters } = shownOf(await app.readParameters({ files: paths }));
    const made = valueOf(
      await app.makeCopy(parameters, { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace'] }),
    );
    if (!made.picked) throw new Error('dismissed');
    const wrapped = valueOf(await app.wrapHeld(parameters, made.value.handle));
    if (!wrapped.picked) throw new Error('dismissed');
    const card = valueOf(await app.savePdf({ of: wrapped.value.handle, document: 'successor-card' }));
    if (!card.picked) throw new Error('dismissed');
    expect(JSON.parse(readFileSync(join(saved, card.value.fileName), 'utf8'))).toMatchObject({
      kind: 'successor-card',
      mode: 'offline',
      custody: { kept: 'shares', shares: { threshold: 2, custodians: ['Ada', 'Grace'] } },
      material: { checkValue: made.value.copy.checkValue },
    });
    expect(await app.savePdf({ of: wrapped.value.handle, document: 'hand-over' })).toMatchObject({
      error: { code: 'run.gone' },
    });
  });
});
