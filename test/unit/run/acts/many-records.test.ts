import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../../main/records/check-record';
import { actOn } from '../../../helpers/act-work';
import { codeOf, createBench, shownOf, valueOf } from '../../../helpers/ceremony-bench';
import { newFolder } from '../../../helpers/saved-record';

const people = { operator: { name: 'Ada Example' }, witness: 'none' } as const;

describe('the records of several keys', () => {
  it('go into one folder, each whole and of its own key, all of them or none', async () => {
    const bench = await createBench();
    const arnOf = async (alias: string) => (await bench.create({ alias })).handOver?.keyArn ?? '';
    const arns = [await arnOf('orders'), await arnOf('crm')];
    const runs = [];
    for (const arn of arns) runs.push((await actOn(bench, arn, { do: 'disable-key' })).run);
    const folder = newFolder();
    bench.copyTo(folder);
    const { fileNames } = shownOf(await bench.saveRecords({ of: runs, people }));
    expect(readdirSync(folder)).toHaveLength(4);
    const records = fileNames.map((name) => valueOf(checkRecord(readFileSync(join(folder, name)))));
    expect(records.map(({ key, ceremony, changes }) => [key.keyArn, ceremony.job, changes])).toEqual(
      arns.map((arn) => [arn, 'disable-key', [{ what: 'state', before: 'Enabled', after: 'Disabled' }]]),
    );
    // The same run twice has the same name twice.
    const [run = ''] = runs;
    const again = newFolder();
    bench.copyTo(again);
    expect(shownOf(await bench.saveRecords({ of: [run, run], people })).fileNames[1]).toMatch(/Z 2\.json$/);
    const unknown = { of: [run, '00000000-0000-4000-8000-000000000000'], people };
    const none = newFolder();
    bench.copyTo(none);
    expect(codeOf(await bench.saveRecords(unknown))).toBe('run.gone');
    expect(readdirSync(none)).toEqual([]);
  });
});
