import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../main/records/check-record';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { intakeForms } from '../../fixtures/intake-forms';
import { codeOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { importRecord } from '../../helpers/import-record';
import { offlineApp, wrappingAlgorithm } from '../../helpers/offline-app';
import { exceptionsOf, newFolder, recordPeople, threeShares } from '../../helpers/saved-record';

describe('the record of the offline job', () => {
  it('says what was saved, that the copy was restored, and that AWS was not called', async () => {
    const [saved, copy, records, contents] = [newFolder(), newFolder(), newFolder(), bundleContents()];
    const app = offlineApp({ copy, saved, offlineFiles: createStateFiles(newFolder()) });
    const paths = intakeForms[0].write(newFolder(), contents);
    const { handle: parameters } = shownOf(await app.readParameters({ files: paths }));
    const made = valueOf(await app.makeCopy(parameters, threeShares));
    if (!made.picked) throw new Error('No place was picked.');
    const shares = made.value.copy.files.map(({ name }) => join(copy, name));
    const held = await app.restore(
      parameters,
      shares.filter((path) => path.endsWith('.txt')),
    );
    const wrapped = valueOf(await app.wrapHeld(parameters, held));
    if (!wrapped.picked) throw new Error('No folder was picked.');

    app.pick(records);
    const answer = valueOf(await app.saveRecord({ of: wrapped.value.handle, people: recordPeople }));
    if (!answer.picked) throw new Error('No folder was picked.');
    const bytes = readFileSync(join(records, answer.value.fileName));
    const record = importRecord(valueOf(checkRecord(bytes)));
    expect(record.ceremony).toMatchObject({ job: 'wrap-offline', mode: 'offline' });
    expect(record.key).toEqual({ keyId: contents.keyId });
    expect(record.material).toMatchObject({ source: 'restored', checkValue: made.value.copy.checkValue });
    expect(record.wrapping).toMatchObject({ wrappingKeySha256: wrapped.value.parameters.fingerprint.hex });
    expect(record.wrapping.pairSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(record.custody).toMatchObject({ kept: 'shares', restored: true });
    expect(record.files).toEqual(wrapped.value.files);
    expect(record.steps.map(({ step }) => step)).toEqual([
      'self-test',
      'material',
      'wrap',
      'erase',
      'save',
      'read-back',
    ]);
    expect([record.calls, record.policy, record.receiver]).toEqual(['none', 'none', 'none']);
    expect(exceptionsOf(record)).toEqual(['restored-material']);
    for (const folder of [saved, copy, records]) expect(bytes.includes(folder)).toBe(false);

    const { transferCode = '' } = wrapped.value;
    expect(transferCode).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4} ?){4}$/);
    for (const folder of [saved, copy, records]) {
      for (const name of readdirSync(folder)) {
        const text = readFileSync(join(folder, name)).toString('latin1');
        // However it is grouped.
        const plain = text.replace(/[^0-9a-z]/gi, '').toUpperCase();
        expect(plain.includes(transferCode.replaceAll(' ', '')), name).toBe(false);
      }
    }
    expect(readdirSync(saved)).toHaveLength(3);
  });

  it('says that nobody had the check value of the shares that were restored (audit 4)', async () => {
    const [saved, copy, records] = [newFolder(), newFolder(), newFolder()];
    const app = offlineApp({ copy, saved, offlineFiles: createStateFiles(newFolder()) });
    const paths = intakeForms[0].write(newFolder(), bundleContents());
    const { handle: parameters } = shownOf(await app.readParameters({ files: paths }));
    valueOf(await app.makeCopy(parameters, threeShares));
    const { handle } = shownOf(await app.findCopy({ files: [copy] }));
    const purpose = { parameters, wrappingAlgorithm, lengthBytes: 32 } as const;
    expect(codeOf(await app.openCopy({ copy: handle, purpose }))).toBe('copy.needsCheckValue');
    const held = valueOf(await app.openCopy({ copy: handle, purpose, checkValue: 'unknown' }));
    const wrapped = valueOf(await app.wrapHeld(parameters, held.handle));
    if (!wrapped.picked) throw new Error('No folder was picked.');
    app.pick(records);
    const answer = valueOf(await app.saveRecord({ of: wrapped.value.handle, people: recordPeople }));
    if (!answer.picked) throw new Error('No folder was picked.');
    const record = valueOf(checkRecord(readFileSync(join(records, answer.value.fileName))));
    expect(exceptionsOf(record)).toEqual(['restored-material', 'check-value-not-compared']);
  });
});
