import { ReplicateKeyCommand } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { rowsOf } from '../../helpers/ceremony-bench';
import { primaryKey, replicaIn, replicaRegion, replicate } from '../../helpers/replica-work';
import type { FaultRow } from '../fault-row';
import { sentCount } from '../life';

const step = 'Replicate';

/** Of keys that are made in more than one Region. */
export const replicateRows: readonly FaultRow[] = [
  {
    id: 'F-L37',
    step,
    fault: 'ReplicateKey: CreateKey is denied in the Region of the replica',
    expected:
      'the Region and the IAM statement are named; there is no replica, and nothing is left to resume',
    how: async () => {
      const { bench, keyArn } = await primaryKey({
        denies: (action, _resource, region) => action === 'kms:CreateKey' && region === replicaRegion,
      });
      const run = await replicate(bench, keyArn);
      expect(run.failure).toMatchObject({
        error: {
          code: 'act.replicaDenied',
          changedInAws: false,
          facts: { region: replicaRegion, action: 'kms:CreateKey' },
        },
        next: 'continue',
      });
      expect(String(run.failure?.error.facts?.['statement'])).toMatch(/kms:CreateKey[^]*eu-west-1/);
      await expect(replicaIn(bench, keyArn, replicaRegion)).rejects.toThrow('does not exist');
      expect(rowsOf(run)).toBe('replicate-key failed');
    },
  },
  {
    id: 'F-L38',
    step,
    fault: 'ReplicateKey: the reply is lost, or AWS says that it exists already',
    expected:
      'the replica is described in its Region: one at most; one that is there already is named, and left as it is',
    how: async () => {
      for (const [fault, sent] of [
        ['answer lost', 1],
        ['request lost', 2],
      ] as const) {
        const { bench, keyArn } = await primaryKey();
        bench.way.fail('ReplicateKey', fault);
        const first = await replicate(bench, keyArn);
        const run = first.failure ? await bench.goOn(first) : first;
        expect(rowsOf(run)).toBe('replicate-key done, see-replica done');
        expect(sentCount(bench, 'ReplicateKey')).toBe(sent);
        const { metadata } = await replicaIn(bench, keyArn, replicaRegion);
        expect(metadata?.MultiRegionConfiguration?.ReplicaKeys).toHaveLength(1);
      }
      const { bench, keyArn } = await primaryKey();
      await bench.outside.send(new ReplicateKeyCommand({ KeyId: keyArn, ReplicaRegion: replicaRegion }));
      const before = await replicaIn(bench, keyArn, replicaRegion);
      const raced = await replicate(bench, keyArn);
      expect(raced.failure).toMatchObject({
        error: { code: 'act.replicaExists', facts: { region: replicaRegion, state: 'PendingImport' } },
        next: 'stop',
      });
      expect(await replicaIn(bench, keyArn, replicaRegion)).toEqual(before);
    },
  },
];
