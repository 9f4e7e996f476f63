import { describe, expect, it } from 'vitest';
import { createLookAfterJob } from '../../helpers/look-after-job';
import { valueOf } from '../../helpers/results';

describe('listing and reading', () => {
  it('only send operations that read', async () => {
    const job = createLookAfterJob({ quotas: { requestsPerSecond: { DescribeKey: 5 } } });
    const samples = job.practice.sampleKeys('eu-central-1');
    const session = await job.signIn();
    valueOf(await job.verbs.listKeys({ session, regions: 'all' }));
    for (const { arn } of samples) await job.verbs.openKey({ session, arn });
    const reading = [
      'DescribeKey',
      'GetKeyLastUsage',
      'GetKeyPolicy',
      'GetKeyRotationStatus',
      'ListAliases',
      'ListGrants',
      'ListKeyRotations',
      'ListKeys',
      'ListResourceTags',
    ];
    // `other` is what signing in asks STS and IAM.
    const sent = new Set(job.way.sent.filter((operation) => operation !== 'other'));
    expect([...sent].sort()).toEqual(reading);
  });

  it('say no ARN, account or name in the log', async () => {
    const job = createLookAfterJob({ denied: ['kms:ListKeyRotations'] });
    job.practice.sampleKeys('eu-central-1');
    job.way.fail('DescribeKey', { name: 'NotFoundException' });
    job
      .wayTo('us-east-1')
      .failAlways('ListKeys', { name: 'AccessDeniedException', message: 'arn:aws:kms:x' });
    job.wayTo('us-west-2').failAlways('ListKeys', 'request lost');
    valueOf(await job.verbs.listKeys({ session: await job.signIn(), regions: 'all' }));
    expect(job.logged.map(({ event }) => event).sort()).toEqual([
      'list.keyGone',
      'list.regionFailed',
      'list.regionFailed',
    ]);
    expect(JSON.stringify(job.logged)).not.toMatch(/arn:|111122223333|us-east|alias|team/);
  });
});
