import { describe, expect, it } from 'vitest';
import { refusal } from '../../helpers/aws-answers';
import { kmsOver } from '../../helpers/kms-over-answers';

const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';

describe('looking things up', () => {
  const alias = (AliasName: string, TargetKeyId?: string) => ({ AliasName, TargetKeyId });

  it('finds an alias on any page', async () => {
    const { port, sent } = kmsOver((_, count) =>
      count === 1
        ? { body: { Aliases: [alias('alias/a', 'k')], Truncated: true, NextMarker: 'm' } }
        : { body: { Aliases: [alias('alias/aws/ebs'), alias('alias/mine', keyId)], Truncated: false } },
    );
    expect(await port.findAlias('alias/mine')).toMatchObject({ outcome: 'done', value: keyId });
    expect(sent).toHaveLength(2);
    const free = await port.findAlias('alias/free');
    expect(free).toMatchObject({ outcome: 'done', value: undefined });
    expect(await port.findAlias('alias/aws/ebs')).toMatchObject({ outcome: 'done', value: '' });
  });

  it('ends when the pages go in a circle', async () => {
    const { port, sent } = kmsOver(() => ({ body: { Aliases: [], Truncated: true, NextMarker: 'm' } }));
    expect(await port.findAlias('alias/x')).toMatchObject({ error: { code: 'aws.unexpected' } });
    expect(sent.length).toBeLessThan(4);
  });

  const tag = { key: 'run', value: 'one' };
  const tagged = (keys: Readonly<Record<string, 'ours' | 'other' | 'denied' | 'denied-aws' | 'gone'>>) =>
    kmsOver(({ operation, body }) => {
      if (operation === 'ListKeys') {
        return { body: { Keys: Object.keys(keys).map((KeyId) => ({ KeyId })), Truncated: false } };
      }
      const { KeyId = '' } = JSON.parse(body) as { KeyId?: string };
      const kind = keys[KeyId];
      if (operation === 'DescribeKey') {
        const Origin = kind === 'denied-aws' ? 'AWS_KMS' : 'EXTERNAL';
        return { body: { KeyMetadata: { KeyId, Origin } } };
      }
      if (kind === 'gone') return refusal('NotFoundException');
      if (kind?.startsWith('denied')) return refusal('AccessDeniedException');
      return {
        body: { Tags: kind === 'ours' ? [{ TagKey: 'run', TagValue: 'one' }] : [], Truncated: false },
      };
    }).port.findKeysByTag(tag);

  it('finds the keys with a tag', async () => {
    expect(await tagged({ a: 'other', b: 'ours', c: 'gone', d: 'ours' })).toMatchObject({
      value: ['b', 'd'],
    });
    expect(await tagged({ a: 'other', b: 'denied-aws' })).toMatchObject({ outcome: 'done', value: [] });
    expect(await tagged({})).toMatchObject({ outcome: 'done', value: [] });
  });

  it('does not say "none" while a key is left in doubt', async () => {
    expect(await tagged({ a: 'denied', b: 'other' })).toMatchObject({
      outcome: 'refused',
      error: { code: 'aws.accessDenied' },
    });
    expect(await tagged({ a: 'denied', b: 'ours' })).toMatchObject({ value: ['b'] });
  });
});
