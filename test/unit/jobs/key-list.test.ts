import { describe, expect, it } from 'vitest';
import { createLookAfterJob, makeKey } from '../../helpers/look-after-job';
import { codeOf, valueOf } from '../../helpers/results';

const home = 'eu-central-1';

/** The account of practice that has been lived in, and its rows by the name of the sample. */
async function livedIn() {
  const job = createLookAfterJob();
  const samples = job.practice.sampleKeys(home);
  const session = await job.signIn();
  const listed = valueOf(await job.verbs.listKeys({ session, regions: 'all' }));
  const arnOf = (name: string) => samples.find((sample) => sample.name === name)?.arn ?? '';
  const rowOf = (name: string) => job.rows().find(({ arn }) => arn === arnOf(name));
  return { ...job, samples, session, listed, arnOf, rowOf };
}

describe('unfinished work of this computer', () => {
  it('is named with its key, in the list and on its page: runs, and the offline job where it knows the ARN', async () => {
    const notedKeys: Record<string, string> = {};
    const offlineKeys: Record<string, string> = {};
    const job = createLookAfterJob({}, { notedKeys, offlineKeys });
    const client = job.outside(home);
    const [begun, wrapped, other] = [await makeKey(client), await makeKey(client), await makeKey(client)];
    notedKeys['run'] = begun;
    offlineKeys['offline'] = wrapped;
    const session = await job.signIn();
    valueOf(await job.verbs.listKeys({ session, regions: [home] }));
    for (const [arn, unfinished] of [
      [begun, 'run'],
      [wrapped, 'offline'],
      [other, undefined],
    ] as const) {
      expect(job.rows().find((row) => row.arn === arn)?.unfinished).toBe(unfinished);
      expect(valueOf(await job.verbs.openKey({ session, arn })).row.unfinished).toBe(unfinished);
    }
  });
});

describe('the list of imported keys', () => {
  it('has them in all Regions of the partition, and no others', async () => {
    const { samples, listed, arnOf, ...job } = await livedIn();
    const others = ['made-by-aws', 'owned-by-aws', 'kept-elsewhere'].map(arnOf);
    expect(
      job
        .rows()
        .map(({ arn }) => arn)
        .sort(),
    ).toEqual(
      samples
        .map(({ arn }) => arn)
        .filter((arn) => !others.includes(arn))
        .sort(),
    );
    expect(listed.regions).toHaveLength(34);
    expect(
      listed.regions.every(({ region, state }) => /^[a-z]{2}-[a-z]+-\d$/.test(region) && state === 'done'),
    ).toBe(true);
    const {
      listed: named,
      described,
      unreadable,
      detailed,
    } = listed.regions.find(({ region }) => region === home) ?? {};
    expect(named).toBe(samples.filter(({ region }) => region === home).length);
    expect([described, unreadable]).toEqual([named, 1]);
    expect(detailed).toBe((named ?? 0) - 1 - others.length);
  });

  it.each([
    ['working', { state: 'Enabled', hadMaterial: 'yes', materials: { there: 1, needed: 1 } }],
    ['expires-soon', { state: 'Enabled', validTo: expect.stringMatching(/^\d{4}-.*Z$/) as string }],
    ['expired', { state: 'PendingImport', hadMaterial: 'yes', materials: { there: 0, needed: 1 } }],
    ['current-missing', { hadMaterial: 'yes', materials: { there: 1, needed: 2 } }],
    ['former-expired', { hadMaterial: 'yes', materials: { there: 1, needed: 2 } }],
    ['waiting-for-rotation', { state: 'Enabled', materials: { there: 1, needed: 1 } }],
    ['waiting-for-deletion', { deletionAt: expect.any(String) as string }],
    ['never-had-material', { state: 'PendingImport', hadMaterial: 'no', materials: { there: 0, needed: 1 } }],
    ['primary', { multiRegion: 'primary' }],
    ['replica', { multiRegion: 'replica' }],
    ['hmac', { keySpec: 'HMAC_256', hadMaterial: 'yes', materials: { there: 1, needed: 1 } }],
    ['unreadable', { isUnreadable: true, hadMaterial: 'unknown' }],
  ])('says how the key stands that is %s', async (name, expected) => {
    expect((await livedIn()).rowOf(name)).toMatchObject(expected);
  });

  it('says whom each key admits', async () => {
    const { rowOf } = await livedIn();
    expect(rowOf('working')?.receivers).toEqual(['222233334444']);
    expect(rowOf('unreadable')?.receivers).toBeUndefined();
  });

  it('names keys by their aliases, and says what IAM does not allow', async () => {
    const { rowOf, samples, listed } = await livedIn();
    const alias = samples.find(({ name }) => name === 'expired')?.alias;
    expect(rowOf('expired')?.aliases).toEqual([alias?.replace('alias/', '')]);
    expect(listed.missingStatement).toContain('kms:DescribeKey');
  });

  it('tells the page last how all ended, and nothing of another list', async () => {
    const { updates, listed } = await livedIn();
    expect(updates.at(-1)?.regions).toEqual(listed.regions);
    expect(new Set(updates.map(({ list }) => list))).toEqual(new Set([listed.list]));
  });

  it('takes the Regions of its own partition, and nothing that is no Region', async () => {
    const job = createLookAfterJob();
    const session = await job.signIn();
    for (const region of ['cn-north-1', 'us-gov-west-1', 'x.example.com', '../eu-central-1', '']) {
      const refused = await job.verbs.listKeys({ session, regions: [home, region] });
      expect(codeOf(refused)).toBe('network.endpointSettings');
    }
    expect(job.way.sent).not.toContain('ListKeys');
  });

  it('never has more than ten requests in flight', async () => {
    const job = createLookAfterJob();
    for (const region of [home, 'eu-west-1', 'us-east-1']) {
      for (let count = 0; count < 30; count++) await makeKey(job.outside(region));
    }
    valueOf(await job.verbs.listKeys({ session: await job.signIn(), regions: 'all' }));
    expect(job.mostInFlight()).toBe(10);
  });

  it('stops where it is, keeps its rows, and goes on from there', async () => {
    const job = createLookAfterJob();
    for (let count = 0; count < 60; count++) await makeKey(job.outside());
    const session = await job.signIn();
    let described = 0;
    job.way.onSend('DescribeKey', () => {
      described += 1;
      if (described === 20) void job.verbs.stopKeyList();
    });
    const stopped = valueOf(await job.verbs.listKeys({ session, regions: [home] }));
    expect(stopped.regions).toMatchObject([{ state: 'stopped', listed: 60 }]);
    const read = stopped.regions[0]?.described ?? 0;
    expect(read).toBeLessThan(20);
    expect(job.rows()).toHaveLength(read);
    const again = valueOf(await job.verbs.listKeys({ session, regions: [home], goesOn: stopped.list }));
    expect(again).toMatchObject({ list: stopped.list, regions: [{ state: 'done', detailed: 60 }] });
    expect(job.rows()).toHaveLength(60);
    expect(job.rows().every(({ receivers }) => receivers?.length === 0)).toBe(true);
    // Those whose answers were not waited for are asked again, and no others.
    expect(described).toBe(20 + 60 - read);
  });

  it('ends the one before when another is asked for, or the job is left', async () => {
    const job = createLookAfterJob();
    for (let count = 0; count < 30; count++) await makeKey(job.outside());
    const session = await job.signIn();
    const read = () => job.verbs.listKeys({ session, regions: [home] });
    const [first, second] = await Promise.all([read(), read()]);
    expect(valueOf(first).regions).toMatchObject([{ state: 'stopped' }]);
    expect(valueOf(second).regions).toMatchObject([{ state: 'done' }]);
    job.way.onSend('DescribeKey', job.forget);
    expect(valueOf(await read()).regions).toMatchObject([{ state: 'stopped', described: 0 }]);
    expect(job.keysAtHand.size).toBe(0);
  });
});
