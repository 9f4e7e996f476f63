import { expect } from 'vitest';
import {
  add,
  answered,
  grantsOf,
  keyWithoutReceiver,
  plan,
  policyOf,
  snowflakePrincipal,
} from '../../helpers/addition-work';
import { codeOf, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import type { FaultRow } from '../fault-row';
import { sentCount } from '../life';

const step = 'Add receiver';
const added = 'put-policy done, policy done';

export const addReceiverRows: readonly FaultRow[] = [
  {
    id: 'F-69',
    step,
    fault: 'no answer to PutKeyPolicy',
    expected: 'the policy is looked up: written once where AWS had it, and once more only where it had not',
    how: async () => {
      for (const [fault, puts] of [
        ['answer lost', 1],
        ['request lost', 2],
      ] as const) {
        const { life, addition } = await keyWithoutReceiver();
        life.bench.way.fail('PutKeyPolicy', fault);
        const run = await add(life.bench, valueOf(await plan(life.bench, addition)));
        expect(rowsOf(run.failure ? await life.bench.goOn(run) : run)).toBe(added);
        expect(sentCount(life.bench, 'PutKeyPolicy')).toBe(puts);
      }
    },
  },
  {
    id: 'F-70',
    step,
    fault: 'somebody changes the policy between the look and the write',
    expected: 'nothing is written over it; it is shown anew, with their change in it',
    how: async () => {
      const { life, addition } = await keyWithoutReceiver();
      const { bench } = life;
      const shown = valueOf(await plan(bench, addition));
      await bench.putPolicy(addition.keyArn, (policy) => policy.replace('key-consolepolicy-3', 'theirs'));
      const run = await add(bench, shown);
      expect(run.failure).toMatchObject({ error: { code: 'policy.changed' }, next: 'change-receiver' });
      expect(sentCount(bench, 'PutKeyPolicy')).toBe(0);
      expect(rowsOf(await add(bench, valueOf(await plan(bench, addition))))).toBe(added);
      const now = await policyOf(bench, addition.keyArn);
      expect([now.includes('theirs'), now.includes(snowflakePrincipal)]).toEqual([true, true]);
    },
  },
  {
    id: 'F-71',
    step,
    fault: 'the policy has no room for the statement',
    expected: 'refused before anything is sent, with its size',
    how: async () => {
      const { life, addition } = await keyWithoutReceiver();
      const { bench } = life;
      await bench.putPolicy(addition.keyArn, (policy) =>
        policy.replace('Enable IAM User Permissions', 'x'.repeat(32_600 - policy.length)),
      );
      const refused = await plan(bench, addition);
      expect(codeOf(refused)).toBe('key.policyTooLarge');
      expect(sentCount(bench, 'PutKeyPolicy')).toBe(0);
    },
  },
  {
    id: 'F-72',
    step,
    fault: 'no answer to CreateGrant',
    expected: 'the grant is looked up by its name; there is one of it',
    how: async () => {
      for (const fault of ['answer lost', 'request lost'] as const) {
        const { life, addition } = await keyWithoutReceiver('webex');
        const { bench } = life;
        bench.way.fail('CreateGrant', fault);
        const run = await add(bench, valueOf(await plan(bench, addition, answered.webex)));
        expect(rowsOf(run.failure ? await bench.goOn(run) : run)).toBe('create-grant done, grant done');
        expect(await grantsOf(bench, addition.keyArn)).toHaveLength(1);
      }
    },
  },
  {
    id: 'F-73',
    step,
    fault: 'ListGrants is denied',
    expected: 'told before a grant is made, as it could not be read back',
    how: async () => {
      const { life, addition } = await keyWithoutReceiver('webex', { denied: ['kms:ListGrants'] });
      expect(codeOf(await plan(life.bench, addition, answered.webex))).toBe('aws.accessDenied');
      expect(sentCount(life.bench, 'CreateGrant')).toBe(0);
    },
  },
];
