import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { KeyListView, RegionReading } from '../../../main/shared/views/keys';
import { importMaterial } from '../../helpers/import-material';
import { createLookAfterJob, makeKey, type LookAfterJob } from '../../helpers/look-after-job';
import { valueOf } from '../../helpers/results';
import type { FaultRow } from '../fault-row';

const step = 'List keys';
const home = 'eu-central-1';
const dayMs = 24 * 3_600_000;

async function makeKeys(job: LookAfterJob, count: number): Promise<readonly string[]> {
  const arns: string[] = [];
  while (arns.length < count) arns.push(await makeKey(job.outside()));
  return arns;
}

async function list(job: LookAfterJob, regions: readonly string[] = [home]): Promise<KeyListView> {
  const session = await job.signIn();
  return valueOf(await job.verbs.listKeys({ session, regions: [...regions] }));
}

const regionOf = ({ regions }: KeyListView, wanted = home): RegionReading | undefined =>
  regions.find(({ region }) => region === wanted);

const arnsIn = (job: LookAfterJob): readonly string[] =>
  job
    .rows()
    .map(({ arn }) => arn)
    .sort();

export const keyListRows: readonly FaultRow[] = [
  {
    id: 'F-L01',
    step,
    fault: 'ListKeys is denied',
    expected:
      'told so, with the IAM policy that is missing; keys with an alias and keys of own notes are read, and a pasted ARN opens',
    how: async () => {
      const notedKeys: Record<string, string> = {};
      const job = createLookAfterJob({ denied: ['kms:ListKeys'] }, { notedKeys });
      const named = await makeKey(job.outside(), { alias: 'orders' });
      const [ours, nobodys] = [await makeKey(job.outside()), await makeKey(job.outside())];
      notedKeys['run'] = ours;
      const listed = await list(job);
      expect(regionOf(listed)).toMatchObject({
        state: 'failed',
        error: { code: 'aws.accessDenied', facts: { operation: 'ListKeys' } },
        detailed: 2,
      });
      expect(listed.missingStatement).toContain('kms:ListKeys');
      expect(arnsIn(job)).toEqual([named, ours].sort());
      expect(job.rows().find(({ arn }) => arn === ours)?.unfinished).toBe('run');
      const opened = await job.verbs.openKey({ session: await job.signIn(), arn: nobodys });
      expect(valueOf(opened).row.arn).toBe(nobodys);
    },
  },
  {
    id: 'F-L02',
    step,
    fault: 'DescribeKey is denied for some keys',
    expected: 'these are rows of which nothing is known, and counted; the others are complete',
    how: async () => {
      const denied = new Set<string>();
      const job = createLookAfterJob({
        denies: (action, resource) => action === 'kms:DescribeKey' && denied.has(resource),
      });
      const arns = await makeKeys(job, 5);
      for (const arn of arns.slice(0, 2)) denied.add(arn);
      const listed = await list(job);
      expect(regionOf(listed)).toMatchObject({ state: 'done', described: 5, unreadable: 2, detailed: 3 });
      expect(arnsIn(job)).toEqual([...arns].sort());
      const unreadable = job.rows().filter((row) => row.isUnreadable);
      expect(new Set(unreadable.map(({ arn }) => arn))).toEqual(denied);
      expect(unreadable.every(({ state, hadMaterial }) => state === '' && hadMaterial === 'unknown')).toBe(
        true,
      );
    },
  },
  {
    id: 'F-L03',
    step,
    fault: 'a key is gone between ListKeys and DescribeKey; AWS forgets its own marker',
    expected: 'the row drops, with a line in the log that does not name it; the list starts over, once',
    how: async () => {
      const job = createLookAfterJob();
      await makeKeys(job, 4);
      job.way.fail('DescribeKey', { name: 'NotFoundException' });
      expect(regionOf(await list(job))).toMatchObject({ state: 'done', listed: 3, described: 3 });
      expect(job.rows()).toHaveLength(3);
      expect(job.logged).toEqual([{ event: 'list.keyGone' }]);

      const stale = (body: string) =>
        JSON.stringify({ ...(JSON.parse(body) as object), Truncated: true, NextMarker: 'stale' });
      job.way.fail('ListKeys', { otherwise: stale });
      expect(regionOf(await list(job))).toMatchObject({ state: 'done', listed: 4, described: 4 });
      expect(job.logged.slice(1)).toEqual([{ event: 'list.startedOver' }]);
      expect(job.way.sent.filter((operation) => operation === 'ListKeys')).toHaveLength(4);
      job.way.failAlways('ListKeys', { otherwise: stale });
      const failed = await list(job);
      expect(regionOf(failed)).toMatchObject({ state: 'failed', error: { code: 'aws.unexpected' } });
    },
  },
  {
    id: 'F-L04',
    step,
    fault: 'AWS throttles while keys are listed',
    expected: 'the list is slower, says so, and ends complete',
    how: async () => {
      const job = createLookAfterJob({
        quotas: { requestsPerSecond: { DescribeKey: 4, GetKeyPolicy: 3, ListKeyRotations: 2 } },
      });
      const arns = await makeKeys(job, 60);
      const began = job.clock.now().getTime();
      expect(regionOf(await list(job))).toMatchObject({ state: 'done', described: 60, detailed: 60 });
      expect(arnsIn(job)).toEqual([...arns].sort());
      expect(job.updates.some(({ regions }) => regions[0]?.isThrottled)).toBe(true);
      // Two materials a second.
      expect(job.clock.now().getTime() - began).toBeGreaterThan(25_000);
      const refused = job.way.sent.length - 3 * 60;
      expect(refused).toBeLessThan(3 * 60);
    },
  },
  {
    id: 'F-L05',
    step,
    fault: 'a Region is not enabled, another is offline, and then the sign-in ends',
    expected:
      'each Region says why, the others are listed; the list stays, and goes on after a new sign-in with what is missing',
    how: async () => {
      const job = createLookAfterJob();
      const arns = await makeKeys(job, 40);
      const [closed, offline, other] = ['eu-south-1', 'us-east-1', 'eu-west-1'] as const;
      const there = await makeKey(job.outside(other));
      job.wayTo(closed).failAlways('ListKeys', { name: 'UnrecognizedClientException' });
      job.wayTo(closed).failAlways('ListAliases', { name: 'UnrecognizedClientException' });
      job.wayTo(offline).failAlways('ListKeys', 'request lost');
      const listed = await list(job, [home, closed, offline, other]);
      expect(listed.regions.map(({ state, error }) => [state, error?.code])).toEqual([
        ['done', undefined],
        ['not-enabled', 'credentials.refused'],
        ['failed', 'network.reset'],
        ['done', undefined],
      ]);
      expect(arnsIn(job)).toEqual([...arns, there].sort());

      const second = createLookAfterJob();
      const its = await makeKeys(second, 40);
      let described = 0;
      second.way.onSend('DescribeKey', () => {
        described += 1;
        if (described === 20) second.way.failAlways('DescribeKey', { name: 'ExpiredTokenException' });
      });
      const paused = await list(second);
      expect(regionOf(paused)).toMatchObject({ state: 'paused', error: { code: 'credentials.expired' } });
      const before = second.rows().length;
      expect(before).toBeGreaterThan(0);
      expect(described).toBeLessThan(40);
      second.way.heal();
      const request = { session: await second.signIn(), regions: [home], goesOn: paused.list };
      const wentOn = valueOf(await second.verbs.listKeys(request));
      expect(regionOf(wentOn)).toMatchObject({ state: 'done', described: 40, detailed: 40 });
      expect(arnsIn(second)).toEqual([...its].sort());
      expect(second.way.sent.filter((operation) => operation === 'ListKeys')).toHaveLength(2);
    },
  },
  {
    id: 'F-L06',
    step,
    fault: "material expires while it is shown, and the computer's clock is a day slow",
    expected: "the view is dated by AWS's clock; read anew, the key waits for its material, which it had",
    how: async () => {
      const job = createLookAfterJob({}, { awsIsAheadMs: dayMs });
      const arn = await makeKey(job.outside());
      const ValidTo = new Date(job.awsNow().getTime() + 3_600_000);
      await importMaterial(job.outside(), arn, randomBytes(32), {
        request: { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo },
      });
      const session = await job.signIn();
      const listed = valueOf(await job.verbs.listKeys({ session, regions: [home] }));
      const leftMs = (asOf: string, validTo = '') => Date.parse(validTo) - Date.parse(asOf);
      const shown = leftMs(listed.asOf, job.rows()[0]?.validTo);
      expect(Math.abs(shown - 3_600_000)).toBeLessThan(60_000);
      job.clock.moveOn(2 * 3_600_000);
      const opened = valueOf(await job.verbs.openKey({ session, arn }));
      expect(opened.row).toMatchObject({
        state: 'PendingImport',
        hadMaterial: 'yes',
        materials: { there: 0, needed: 1 },
      });
      expect(Math.abs(Date.parse(opened.asOf) - job.awsNow().getTime())).toBeLessThan(60_000);
    },
  },
];
