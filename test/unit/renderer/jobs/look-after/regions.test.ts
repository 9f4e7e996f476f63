import { describe, expect, it } from 'vitest';
import type { RegionView } from '../../../../../main/shared/views/aws';
import { addable, doorOf, throughOwnRegion } from '../../../../../renderer/jobs/look-after/regions';
import type { Surroundings } from '../../../../../renderer/sign-in/state';

const region = (code: string, partition = 'aws'): RegionView => ({
  code,
  name: code,
  partition,
  partitionName: partition,
});
const regions = [region('eu-central-1'), region('us-east-1'), region('cn-north-1', 'aws-cn')];
const surroundings: Surroundings = {
  profiles: [
    { name: 'china', kind: 'static', region: 'cn-north-1', needsMfa: false },
    { name: 'nowhere', kind: 'static', needsMfa: false },
  ],
  regions,
  connection: {
    proxy: { kind: 'system' },
    fips: false,
    dualStack: false,
    endpoints: [],
    foreignEndpointsAllowed: false,
  },
};
const asking = (profile: string) => ({ by: 'profile', profile, region: 'us-east-1' }) as const;

describe('the Region to sign in for', () => {
  it('is the first that was chosen, or a usual one for all', () => {
    expect([doorOf('all'), doorOf(['eu-central-1', 'us-east-1']), doorOf([])]).toEqual([
      'us-east-1',
      'eu-central-1',
      undefined,
    ]);
  });

  it.each([
    ['china', 'all', 'cn-north-1'],
    ['nowhere', 'all', 'us-east-1'],
    ['china', ['us-east-1'], 'us-east-1'],
  ] as const)('is for the profile %s and %j: %s', (profile, choice, expected) => {
    expect(throughOwnRegion(asking(profile), choice, surroundings)).toMatchObject({ region: expected });
  });
});

describe('the Regions that can be added', () => {
  it('are those of the same partition that were not chosen', () => {
    expect(addable(regions, []).length).toBe(3);
    expect(addable(regions, ['us-east-1']).map(({ code }) => code)).toEqual(['eu-central-1']);
  });
});
