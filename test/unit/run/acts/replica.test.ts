import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../helpers/ceremony-bench';
import { carriedOut, planned } from '../../../helpers/act-work';
import { sentCount } from '../../../faults/life';
import { codeOf } from '../../../helpers/results';
import { primaryKey, replicaIn, replicate, replicaRegion } from '../../../helpers/replica-work';

describe('replicating a key to another Region', () => {
  it('gives the replica the policy, the description and the tags of the primary, and leads on to its import', async () => {
    const { bench, keyArn } = await primaryKey();
    const plan = valueOf(await planned(bench, keyArn, { do: 'replicate-key', to: '' }));
    expect(plan.replication?.regions.map(({ code }) => code)).toContain(replicaRegion);
    expect(plan.replication?.regions.map(({ code }) => code)).not.toContain('eu-central-1');
    const run = await replicate(bench, keyArn);
    expect(run.failure).toBeUndefined();
    const { metadata, policy, tags } = await replicaIn(bench, keyArn, replicaRegion);
    const primary = await replicaIn(bench, keyArn, 'eu-central-1');
    expect(metadata).toMatchObject({
      KeyState: 'PendingImport',
      Description: primary.metadata?.Description,
      MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA' },
    });
    expect([policy, tags]).toEqual([primary.policy, primary.tags]);
    expect(run.acted).toMatchObject({
      replica: { arn: metadata?.Arn, region: replicaRegion, state: 'PendingImport' },
      changes: [{ what: 'replica', name: replicaRegion, before: '', after: 'PendingImport' }],
    });
  });

  it('names what of the key policy goes by the Region', async () => {
    const { bench, keyArn } = await primaryKey();
    await bench.putPolicy(keyArn, (policy) => {
      const document = JSON.parse(policy) as { Statement: object[] };
      const rule = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Decrypt', Resource: '*' };
      const viaService = { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' };
      document.Statement.push({ Sid: 'Buckets', ...rule, Condition: { StringEquals: viaService } });
      return JSON.stringify(document);
    });
    const { bound } = valueOf(await planned(bench, keyArn, { do: 'replicate-key', to: '' }));
    expect(bound?.statements.map(({ sid }) => sid)).toEqual(['Buckets']);
  });

  it('is made in another Region of the same partition only', async () => {
    const { bench, keyArn } = await primaryKey();
    for (const to of ['eu-central-1', 'cn-north-1', 'evil.example', 'eu-west-1.evil.example', '']) {
      const refused = await carriedOut(bench, keyArn, { do: 'replicate-key', to });
      expect([to, codeOf(refused)]).toEqual([to, 'act.replicaRegion']);
    }
    expect(sentCount(bench, 'ReplicateKey')).toBe(0);
  });

  it('is not planned for a key of one Region', async () => {
    const { bench } = await primaryKey();
    const { KeyMetadata } = await bench.outside.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
    const plan = await planned(bench, KeyMetadata?.Arn ?? '', { do: 'replicate-key', to: '' });
    expect(codeOf(plan)).toBe('act.keyState');
  });
});
