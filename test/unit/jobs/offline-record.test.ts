import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../main/ceremony/check-record';
import { createStateFiles } from '../../../main/platform/state-files';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { intakeForms } from '../../fixtures/intake-forms';
import { valueOf } from '../../helpers/ceremony-bench';
import { offlineApp } from '../../helpers/offline-app';
import { exceptionsOf, newFolder, recordPeople, threeShares } from '../../helpers/saved-record';

describe('the record of job 2', () => {
  it('says what was saved, that the copy was restored, and that AWS was not called', async () => {
    const [saved, copy, records, contents] = [newFolder(), newFolder(), newFolder(), bundleContents()];
    const app = offlineApp({ copy, saved, offlineFiles: createStateFiles(newFolder()) });
    const paths = intakeForms[0].write(newFolder(), contents);
    const { handle: parameters } = valueOf(await app.dropParameters({ paths }));
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
    const record = valueOf(checkRecord(bytes));
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
  });
});
