import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../../main/records/check-record';
import { actOn } from '../../../helpers/act-work';
import { createWithCopy, importOnceMore } from '../../../helpers/again-work';
import { codeOf, createBench, shownOf, valueOf } from '../../../helpers/ceremony-bench';
import { beginLife } from '../../../faults/life';
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

  it('have their successor cards beside them where key material took part', async () => {
    const bench = await createBench();
    const orders = await createWithCopy(bench, { alias: 'orders' });
    const runs = [
      (await importOnceMore(bench, orders)).run,
      (await importOnceMore(bench, orders)).run,
      (await actOn(bench, orders.keyArn, { do: 'disable-key' })).run,
    ];
    const folder = newFolder();
    bench.copyTo(folder);
    expect(shownOf(await bench.saveRecords({ of: runs, people }))).toMatchObject({ cards: 2 });
    const names = readdirSync(folder);
    expect(names.filter((name) => name.includes('Ceremony record'))).toHaveLength(6);
    expect(names.filter((name) => name.includes('Successor card'))).toEqual([
      'PRACTICE Successor card orders 2.pdf',
      'PRACTICE Successor card orders.pdf',
    ]);
  });
});

describe('a run that pauses', () => {
  it('says whether it is unfinished work now: not where AWS refused its first call', async () => {
    const life = await beginLife();
    const { bench } = life;
    const { keyArn } = await createWithCopy(bench);
    const listed = async () => valueOf(await (await life.next()).bench.listUnfinished()).runs;
    bench.way.fail('DisableKey', { name: 'AccessDeniedException' });
    const refused = await actOn(bench, keyArn, { do: 'disable-key' });
    expect(refused.failure).toBeDefined();
    expect([refused.isUnfinished, await listed()]).toEqual([undefined, []]);
    bench.way.failAlways('DisableKey', { name: 'KMSInternalException' });
    const lost = await actOn(bench, keyArn, { do: 'disable-key' });
    expect([lost.isUnfinished, await listed()]).toMatchObject([true, [{ job: 'act' }]]);
    bench.way.heal();
    const done = await bench.goOn(lost);
    expect([done.failure, done.isUnfinished, await listed()]).toEqual([undefined, undefined, []]);
  });
});
