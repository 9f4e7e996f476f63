import { expect, it } from 'vitest';
import { createLookAfterJob, makeKey } from '../../helpers/look-after-job';
import { valueOf } from '../../helpers/results';

it('lists imported keys of several Regions, and only those', async () => {
  const job = createLookAfterJob();
  const arn = await makeKey(job.outside(), { alias: 'orders', Description: 'Orders' });
  await makeKey(job.outside(), { Origin: 'AWS_KMS' });
  const there = await makeKey(job.outside('eu-west-1'), {
    KeySpec: 'HMAC_256',
    KeyUsage: 'GENERATE_VERIFY_MAC',
  });
  const session = await job.signIn();
  const listed = valueOf(await job.verbs.listKeys({ session, regions: ['eu-central-1', 'eu-west-1'] }));
  expect(listed.regions.map(({ region, state }) => [region, state])).toEqual([
    ['eu-central-1', 'done'],
    ['eu-west-1', 'done'],
  ]);
  expect(listed.regions[0]).toMatchObject({ listed: 2, described: 2, unreadable: 0, detailed: 1 });
  expect(job.rows()).toMatchObject([
    { arn, aliases: ['orders'], state: 'PendingImport', hadMaterial: 'no', receivers: [] },
    { arn: there, region: 'eu-west-1', aliases: [], hadMaterial: 'unknown' },
  ]);
});
