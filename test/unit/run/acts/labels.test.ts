import { ListResourceTagsCommand, TagResourceCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { actOn, carriedOut, keyAt, planned, scheduled } from '../../../helpers/act-work';
import { createWithCopy } from '../../../helpers/again-work';
import { codeOf, createBench, rowsOf, valueOf } from '../../../helpers/ceremony-bench';
import { sentCount } from '../../../faults/life';

async function keyOnBench() {
  const bench = await createBench();
  const { keyArn } = await createWithCopy(bench);
  const put = (TagKey: string, TagValue: string) =>
    bench.outside.send(new TagResourceCommand({ KeyId: keyArn, Tags: [{ TagKey, TagValue }] }));
  await put('team', 'data');
  await put('old', 'yes');
  const tags = async () => {
    const { Tags = [] } = await bench.outside.send(new ListResourceTagsCommand({ KeyId: keyArn }));
    return new Map(Tags.map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue]));
  };
  return { bench, keyArn, tags };
}

const relabel = {
  do: 'relabel-key',
  description: 'Orders of 2026',
  set: [
    { key: 'team', value: 'orders' },
    { key: 'cost', value: '4711' },
  ],
  removed: ['old', 'never there'],
} as const;
const allDone = 'describe-as done, tag-key done, untag-key done, see-labels done';

describe('changing description and tags', () => {
  it('sets, changes and removes with one call each, and says what changed', async () => {
    const { bench, keyArn, tags } = await keyOnBench();
    const run = await actOn(bench, keyArn, relabel);
    expect(rowsOf(run)).toBe(allDone);
    expect(run.acted?.changes).toMatchObject([
      { what: 'description', after: 'Orders of 2026' },
      { what: 'tag', name: 'team', before: 'data', after: 'orders' },
      { what: 'tag', name: 'cost', before: '', after: '4711' },
      { what: 'tag', name: 'old', before: 'yes', after: '' },
    ]);
    expect(await keyAt(bench, keyArn)).toMatchObject({ Description: 'Orders of 2026' });
    const now = await tags();
    expect([now.get('team'), now.get('cost'), now.has('old')]).toEqual(['orders', '4711', false]);
    for (const call of ['TagResource', 'UntagResource', 'UpdateKeyDescription']) {
      expect([call, sentCount(bench, call)]).toEqual([call, 1]);
    }
  });

  it('leaves out what nobody wants changed', async () => {
    const { bench, keyArn } = await keyOnBench();
    const run = await actOn(bench, keyArn, { do: 'relabel-key', set: [], removed: ['old'] });
    expect(rowsOf(run)).toBe('describe-as skipped, tag-key skipped, untag-key done, see-labels done');
    expect(sentCount(bench, 'TagResource')).toBe(0);
  });

  it('refuses reserved tags and an empty change before anything is sent', async () => {
    const { bench, keyArn } = await keyOnBench();
    const nothing = { do: 'relabel-key', set: [], removed: [] } as const;
    const refused = async (act: Parameters<typeof carriedOut>[2]) =>
      codeOf(await carriedOut(bench, keyArn, act));
    expect(await refused(nothing)).toBe('act.nothing');
    expect(await refused({ ...nothing, set: [{ key: 'AWS:x', value: '1' }] })).toBe('act.ownTag');
    expect(await refused({ ...nothing, removed: ['keyferry:ceremony'] })).toBe('act.ownTag');
    const twice = [
      { key: 'a', value: '1' },
      { key: 'a', value: '2' },
    ];
    expect(await refused({ ...nothing, set: twice })).toBe('key.tags');
    expect(sentCount(bench, 'TagResource') + sentCount(bench, 'UntagResource')).toBe(0);
  });

  it('names the statements of the key policy that go by tags', async () => {
    const { bench, keyArn } = await keyOnBench();
    await bench.putPolicy(keyArn, (policy) => {
      const document = JSON.parse(policy) as { Statement: object[] };
      document.Statement.push({
        Sid: 'Team',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'data' } },
      });
      return JSON.stringify(document);
    });
    const { bound, labels } = valueOf(await planned(bench, keyArn, relabel));
    expect(bound).toMatchObject({
      isSureOfAll: true,
      statements: [{ sid: 'Team', denies: false, by: [{ key: 'aws:ResourceTag/team', values: ['data'] }] }],
    });
    expect(labels?.tags).toContainEqual({ key: 'team', value: 'data' });
  });

  it('is not planned for a key that AWS deletes', async () => {
    const { bench, keyArn } = await keyOnBench();
    await scheduled(bench, keyArn);
    expect(codeOf(await planned(bench, keyArn, relabel))).toBe('act.keyState');
  });
});
