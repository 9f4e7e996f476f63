import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCeremonyRecords } from '../../../main/jobs/ceremony-records';
import { localError } from '../../../main/shared/errors';
import type { PrintedDocument, PrintPdf } from '../../../main/shared/printed-document';
import { err } from '../../../main/shared/result';
import { ordinaryRecord } from '../../fixtures/printed-documents';
import { valueOf } from '../../helpers/ceremony-bench';
import { recordPorts } from '../../helpers/record-ports';

async function save(printPdf: PrintPdf) {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-record-'));
  const { id, job, mode, begunAt } = ordinaryRecord.ceremony;
  const { verbs: desk } = createCeremonyRecords({
    ...recordPorts,
    finished: { recordSaved: () => Promise.resolve() },
    printPdf,
    find: () => ({ ...ordinaryRecord, id, job, mode, begunAt }),
    dialogs: { pickSaveFolder: () => Promise.resolve(folder), pickRecord: () => Promise.resolve(undefined) },
    now: () => new Date('2026-03-04T10:07:03.000Z'),
    appVersion: '0.1.0',
  });
  const picked = valueOf(await desk.saveRecord({ of: 'run-1', people: ordinaryRecord.people }));
  if (!picked.picked) throw new Error('dismissed');
  return { folder, saved: picked.value };
}

describe('the paper of a ceremony record', () => {
  it('is saved beside the record, says what its file says, and names that file', async () => {
    const { folder, saved } = await save(recordPorts.printPdf);
    const { fileName, pdfFileName = '', record } = saved;
    expect(readdirSync(folder).sort()).toEqual([fileName, pdfFileName].sort());
    expect(pdfFileName).toBe(fileName.replace('.json', '.pdf'));
    const printed = JSON.parse(readFileSync(join(folder, pdfFileName), 'utf8')) as PrintedDocument;
    expect(printed).toMatchObject({ kind: 'record', fileName, record });
    expect(readFileSync(join(folder, fileName), 'utf8')).toContain(`"head":"${record.head}"`);
  });

  it('is left out where it could not be printed, and the record is saved all the same', async () => {
    const { folder, saved } = await save(() =>
      Promise.resolve(err(localError('save', 'print.failed', undefined, 'same'))),
    );
    expect(readdirSync(folder)).toEqual([saved.fileName]);
    expect(saved).not.toHaveProperty('pdfFileName');
  });
});
