import { expect } from 'vitest';
import { planned } from '../../helpers/act-work';
import { codeOf, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { createMovingClock } from '../../helpers/moving-clock';
import {
  carryOut,
  granteesOf,
  grantTo,
  keyWithReceiver,
  policyOf,
  putPolicy,
  receiver,
  revoke,
  revokeOn,
  role,
} from '../../helpers/revoke-work';
import type { FaultRow } from '../fault-row';
import { sentCount } from '../life';

const step = 'Revoke a receiver';
const others = role('Other', '333344445555');
const done = 'take-out-receiver done, policy done, revoke-grants done, wait-for-edit done, second-look done';

/** Puts statements, as JSON, before those of a policy. */
const withStatement = (policy: string, statement: object): string =>
  policy.replace(/"Statement"\s*:\s*\[/, (start) => `${start}${JSON.stringify(statement)},`);

const allow = (Sid: string, Principal: unknown, more: object = {}) => ({
  Sid,
  Effect: 'Allow',
  Principal,
  Action: 'kms:Decrypt',
  Resource: '*',
  ...more,
});

export const revokeRows: readonly FaultRow[] = [
  {
    id: 'F-L23',
    step,
    fault: 'the policy without the receiver would lock the caller out; or AWS says so',
    expected: 'refused before it is sent, and again by AWS; the former policy is kept',
    how: async () => {
      const { life, keyArn } = await keyWithReceiver();
      const { bench } = life;
      const before = await policyOf(bench, keyArn);
      bench.way.fail('PutKeyPolicy', {
        name: 'MalformedPolicyDocumentException',
        message: 'The new key policy will not allow you to update the key policy in the future.',
      });
      const run = await revokeOn(bench, keyArn);
      expect(run.failure).toMatchObject({ error: { code: 'policy.locksOut', changedInAws: false } });
      expect(await policyOf(bench, keyArn)).toBe(before);
      expect(await granteesOf(bench, keyArn)).toHaveLength(2);
      const sent = sentCount(bench, 'PutKeyPolicy');
      await putPolicy(
        bench,
        keyArn,
        before.replaceAll('kms:*', 'kms:Get*').replaceAll('kms:Put*', 'kms:Get*'),
      );
      expect(codeOf(await planned(bench, keyArn, revoke()))).toBe('policy.locksOut');
      expect(sentCount(bench, 'PutKeyPolicy')).toBe(sent);
    },
  },
  {
    id: 'F-L24',
    step,
    fault: 'a deleted identity, or an old statement without an action or a resource, blocks the save',
    expected: 'shown; taken out with a word of consent, and nothing is sent without it',
    how: async () => {
      for (const old of [
        {
          Sid: 'Old',
          Effect: 'Allow',
          Principal: { AWS: role('Other', '333344445555') },
          Action: 'kms:Decrypt',
        },
        allow('Old', { AWS: ['AROAIIAUMPGZXJDTDRKZQ', '333344445555'] }),
      ]) {
        const { life, keyArn } = await keyWithReceiver();
        const { bench } = life;
        bench.way.failAlways('GetKeyPolicy', {
          otherwise: (body) => {
            const answer = JSON.parse(body) as { Policy: string };
            return JSON.stringify({ ...answer, Policy: withStatement(answer.Policy, old) });
          },
        });
        bench.way.onSend('PutKeyPolicy', () => bench.way.heal());
        const plan = valueOf(await planned(bench, keyArn, revoke()));
        const because = 'Resource' in old ? 'deleted' : 'incomplete';
        expect(plan.revoke?.policy.taken).toContainEqual(expect.objectContaining({ sid: 'Old', because }));
        expect(codeOf(await carryOut(bench, plan))).toBe('plan.gone');
        expect(sentCount(bench, 'PutKeyPolicy')).toBe(0);
        const run = valueOf(await carryOut(bench, plan, { mends: true }));
        expect(rowsOf(run)).toBe(done);
        const after = await policyOf(bench, keyArn);
        expect([after.includes(receiver), after.includes('AROA')]).toEqual([false, false]);
        expect(after.includes('333344445555')).toBe(because === 'deleted');
      }
    },
  },
  {
    id: 'F-L25',
    step,
    fault: 'somebody changes the policy between the look and the write',
    expected: 'nothing is written over it; it is shown anew, with their change in it, and its size',
    how: async () => {
      const { life, keyArn } = await keyWithReceiver();
      const { bench } = life;
      const plan = valueOf(await planned(bench, keyArn, revoke()));
      expect(plan.revoke?.policy.bytes).toBe(Buffer.byteLength(plan.revoke?.policy.after ?? ''));
      await bench.putPolicy(keyArn, (policy) => policy.replace('key-consolepolicy-3', 'theirs'));
      const run = valueOf(await carryOut(bench, plan));
      expect(run.failure).toMatchObject({ error: { code: 'policy.changed' }, next: 'change-receiver' });
      expect(sentCount(bench, 'PutKeyPolicy')).toBe(0);
      expect(await granteesOf(bench, keyArn)).toHaveLength(2);
      expect(rowsOf(await revokeOn(bench, keyArn))).toBe(done);
      const now = await policyOf(bench, keyArn);
      expect([now.includes('theirs'), now.includes(receiver)]).toEqual([true, false]);
    },
  },
  {
    id: 'F-L26',
    step,
    fault: 'the policy is edited, and then ListGrants or RevokeGrant is denied',
    expected: 'half revoked: what remains and who can finish; it goes on once that is allowed',
    how: async () => {
      for (const operation of ['ListGrants', 'RevokeGrant']) {
        const { life, keyArn } = await keyWithReceiver();
        const { bench } = life;
        const plan = valueOf(await planned(bench, keyArn, revoke()));
        bench.way.failAlways(operation, { name: 'AccessDeniedException' });
        const run = valueOf(await carryOut(bench, plan));
        expect(run.failure).toMatchObject({
          error: { code: 'act.halfRevoked', changedInAws: true, facts: { accountId: receiver } },
          next: 'sign-in',
        });
        expect((await policyOf(bench, keyArn)).includes(receiver)).toBe(false);
        expect(await granteesOf(bench, keyArn)).toHaveLength(2);
        bench.way.heal();
        expect(rowsOf(await bench.goOn(run))).toBe(done);
        expect(await granteesOf(bench, keyArn)).toEqual([others]);
      }
    },
  },
  {
    id: 'F-L27',
    step,
    fault: 'a grant is gone already, or the answer to RevokeGrant or PutKeyPolicy is lost',
    expected: 'counts as done; a lost answer is looked up, and nothing is sent twice that AWS has',
    how: async () => {
      const { life, keyArn } = await keyWithReceiver();
      life.bench.way.fail('RevokeGrant', { name: 'InvalidGrantIdException' });
      await revokeOn(life.bench, keyArn);
      expect(sentCount(life.bench, 'RevokeGrant')).toBe(2);
      expect(await granteesOf(life.bench, keyArn)).toEqual([others]);
      for (const operation of ['RevokeGrant', 'PutKeyPolicy']) {
        for (const [fault, sent] of [
          ['answer lost', 1],
          ['request lost', 2],
        ] as const) {
          const made = await keyWithReceiver();
          const { bench } = made.life;
          bench.way.fail(operation, fault);
          const run = await revokeOn(bench, made.keyArn);
          expect(rowsOf(run.failure ? await bench.goOn(run) : run)).toBe(done);
          expect(sentCount(bench, operation)).toBe(sent);
          expect(await granteesOf(bench, made.keyArn)).toEqual([others]);
        }
      }
    },
  },
  {
    id: 'F-L28',
    step,
    fault: 'the receiver makes a grant while the edit spreads',
    expected: 'the second look after five minutes finds and revokes it',
    how: async () => {
      const moving = createMovingClock();
      let grant: (() => Promise<unknown>) | undefined;
      const sleep = async (milliseconds: number): Promise<void> => {
        await moving.sleep(milliseconds);
        const due = milliseconds === 1000 ? grant : undefined;
        if (due) grant = undefined;
        await due?.();
      };
      const { life, keyArn } = await keyWithReceiver({ house: { clock: { ...moving, sleep } } });
      const { bench } = life;
      grant = () => grantTo(bench, keyArn, role('Late'));
      const run = await revokeOn(bench, keyArn);
      expect(rowsOf(run)).toBe(done);
      expect(run.acted?.changes).toContainEqual(
        expect.objectContaining({ what: 'grant', after: 'revoked-later' }),
      );
      expect(await granteesOf(bench, keyArn)).toEqual([others]);
    },
  },
  {
    id: 'F-L29',
    step,
    fault: 'the receiver is still let in by *, by an organisation, or by a condition',
    expected: 'said before and afterwards: not revoked, also open through it; the policy as saved',
    how: async () => {
      const condition = (key: string, value: string) => ({ Condition: { StringEquals: { [key]: value } } });
      for (const [through, statement] of [
        ['everybody', allow('Open', '*')],
        ['organisation', allow('Open', { AWS: '*' }, condition('aws:PrincipalOrgID', 'o-a1b2c3d4e5'))],
        ['condition', allow('Open', { AWS: '*' }, condition('aws:PrincipalAccount', receiver))],
      ] as const) {
        const { life, keyArn } = await keyWithReceiver();
        const { bench } = life;
        await putPolicy(bench, keyArn, withStatement(await policyOf(bench, keyArn), statement));
        const open = expect.objectContaining({ through, sid: 'Open' }) as unknown;
        const plan = valueOf(await planned(bench, keyArn, revoke()));
        expect(plan.revoke?.stillOpen).toContainEqual(open);
        const run = valueOf(await carryOut(bench, plan));
        expect(rowsOf(run)).toBe(done);
        expect(run.acted?.revoked?.stillOpen).toContainEqual(open);
        expect((await policyOf(bench, keyArn)).includes('"Open"')).toBe(true);
      }
    },
  },
  {
    id: 'F-L30',
    step,
    fault: 'a grant was made by an AWS service',
    expected: 'listed apart and not ticked; it is kept, and said to be',
    how: async () => {
      const { life, keyArn } = await keyWithReceiver();
      const { bench } = life;
      const service = 'ec2.eu-central-1.amazonaws.com';
      // What AWS answers of a grant that a service made for the receiver.
      bench.way.failAlways('ListGrants', {
        otherwise: (body) => {
          const answer = JSON.parse(body) as { Grants: object[] };
          const made = { GrantId: 'e'.repeat(64), GranteePrincipal: service, Operations: ['Decrypt'] };
          return JSON.stringify({ ...answer, Grants: [...answer.Grants, made] });
        },
      });
      const plan = valueOf(await planned(bench, keyArn, revoke()));
      const shown = plan.revoke?.grants.read ? plan.revoke.grants.value : [];
      expect(shown.map(({ isOfService }) => isOfService).sort()).toEqual([false, true]);
      expect(plan.act).toMatchObject({ grants: [expect.not.stringMatching(/^e+$/)] });
      const run = valueOf(await carryOut(bench, plan));
      expect(rowsOf(run)).toBe(done);
      expect(sentCount(bench, 'RevokeGrant')).toBe(1);
      expect(run.acted?.revoked?.kept).toEqual([`Decrypt: ${service}`]);
    },
  },
];
