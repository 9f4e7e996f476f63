import {
  CreateGrantCommand,
  GetKeyPolicyCommand,
  ListGrantsCommand,
  ListRetirableGrantsCommand,
  PutKeyPolicyCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
  ScheduleKeyDeletionCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect } from 'vitest';
import { refusalOf } from '../helpers/aws-clients';
import { needed } from '../helpers/import-material';
import { usableKey, type Scenario } from './scenario';

const one = 'arn:aws:iam::222233334444:user/one';
const other = 'arn:aws:iam::222233334444:user/other';

const grant = (kms: KMSClient, KeyId: string, GranteePrincipal: string, RetiringPrincipal?: string) =>
  kms.send(
    new CreateGrantCommand({
      ...{ KeyId, GranteePrincipal, Operations: ['Decrypt'] },
      ...(RetiringPrincipal === undefined ? {} : { RetiringPrincipal }),
    }),
  );
const idsOf = async (kms: KMSClient, KeyId: string) =>
  (await kms.send(new ListGrantsCommand({ KeyId }))).Grants?.map(({ GrantId }) => GrantId);

/** What dismissing a receiver relies on. */
export const grantScenarios: readonly Scenario[] = [
  {
    name: 'grants: say which account made them',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      await grant(kms, KeyId, one);
      const { Grants = [] } = await kms.send(new ListGrantsCommand({ KeyId }));
      expect(Grants.map(({ IssuingAccount }) => IssuingAccount)).toEqual([
        `arn:aws:iam::${bench.accountId}:root`,
      ]);
    },
  },
  {
    name: 'grants: are listed by grantee, and by id',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      const { GrantId } = await grant(kms, KeyId, one);
      await grant(kms, KeyId, other);
      for (const filter of [{ GranteePrincipal: one }, { GrantId }]) {
        const { Grants } = await kms.send(new ListGrantsCommand({ KeyId, ...filter }));
        expect(Grants?.map((listed) => listed.GrantId)).toEqual([GrantId]);
      }
      const unknown = kms.send(new ListGrantsCommand({ KeyId, GrantId: '0'.repeat(64) }));
      expect(await refusalOf(unknown)).toBe('InvalidGrantIdException');
    },
  },
  {
    name: 'grants: a revoked one is gone, also while the key waits for its deletion',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      const [{ GrantId }, kept] = [await grant(kms, KeyId, one), await grant(kms, KeyId, other)];
      await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
      await kms.send(new RevokeGrantCommand({ KeyId, GrantId }));
      expect(await idsOf(kms, KeyId)).toEqual([kept.GrantId]);
      const again = kms.send(new RevokeGrantCommand({ KeyId, GrantId }));
      expect(await refusalOf(again)).toBe('InvalidGrantIdException');
    },
  },
  {
    name: 'grants: a dry run revokes nothing',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      const { GrantId } = await grant(kms, KeyId, one);
      const trying = kms.send(new RevokeGrantCommand({ KeyId, GrantId, DryRun: true }));
      expect(await refusalOf(trying)).toBe('DryRunOperationException');
      expect(await idsOf(kms, KeyId)).toEqual([GrantId]);
    },
  },
  {
    name: 'grants: are found by who may retire them, and retired by token',
    async run(bench) {
      const { kms, sts } = bench.clients;
      const { Arn: RetiringPrincipal = '' } = await sts.send(new GetCallerIdentityCommand({}));
      const KeyId = await usableKey(bench);
      const { GrantId, GrantToken } = await grant(kms, KeyId, one, RetiringPrincipal);
      const kept = await grant(kms, KeyId, other);
      const { Grants = [] } = await kms.send(new ListRetirableGrantsCommand({ RetiringPrincipal }));
      expect(Grants.map((listed) => listed.GrantId)).toEqual([GrantId]);
      await kms.send(new RetireGrantCommand({ GrantToken }));
      expect(await idsOf(kms, KeyId)).toEqual([kept.GrantId]);
    },
  },
  {
    name: 'grants: stay when the policy is changed',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      const { GrantId } = await grant(kms, KeyId, one);
      const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
      const changed = needed(Policy).replace('key-default-1', 'changed');
      await kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy: changed }));
      expect(await idsOf(kms, KeyId)).toEqual([GrantId]);
    },
  },
];
