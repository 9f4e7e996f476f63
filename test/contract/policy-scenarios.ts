import {
  CreateGrantCommand,
  GetKeyPolicyCommand,
  ListGrantsCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
  type CreateGrantCommandInput,
} from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { addStatements } from '../../main/aws/policy/add-statements';
import { refusalOf } from '../helpers/aws-clients';
import { createExternalKey, needed } from '../helpers/import-material';
import { valueOf } from '../helpers/results';
import { usableKey, type Scenario } from './scenario';

const user = 'arn:aws:iam::222233334444:user/webex';
const statement = {
  sid: 'Allow use of the key by Snowflake',
  principals: ['arn:aws:iam::222233334444:role/snowflake'],
  actions: ['kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'],
  conditions: [],
};

const grantFor = (KeyId: string, change: Partial<CreateGrantCommandInput> = {}) =>
  new CreateGrantCommand({
    KeyId,
    GranteePrincipal: user,
    RetiringPrincipal: user,
    Operations: ['Encrypt', 'Decrypt', 'DescribeKey'],
    Name: `contract-${KeyId}`,
    ...change,
  });

/** What adding a receiver to a key that exists relies on. */
export const policyScenarios: readonly Scenario[] = [
  {
    name: 'policy: a receiver is added, and nothing else changes',
    async run({ clients: { kms } }) {
      const KeyId = await createExternalKey(kms);
      const read = async (): Promise<string> =>
        needed((await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))).Policy);
      const before = await read();
      const { text } = valueOf(addStatements(before, [statement]));
      await kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy: text }));
      const after = JSON.parse(await read()) as { Statement: readonly unknown[] }; // a policy
      expect(after).toEqual(JSON.parse(text));
      expect({ ...after, Statement: after.Statement.slice(0, -1) }).toEqual(JSON.parse(before));
    },
  },
  {
    name: 'policy: can be changed while the key waits for its deletion',
    async run({ clients: { kms } }) {
      const KeyId = await createExternalKey(kms);
      await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
      const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
      const putting = kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy }));
      expect(await refusalOf(putting)).toBe('done');
    },
  },
  {
    name: 'grants: are listed as they were asked for',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      const { GrantId } = await kms.send(grantFor(KeyId));
      const { Grants = [] } = await kms.send(new ListGrantsCommand({ KeyId }));
      expect(Grants).toMatchObject([
        {
          GrantId,
          GranteePrincipal: user,
          RetiringPrincipal: user,
          Operations: ['Encrypt', 'Decrypt', 'DescribeKey'],
          Name: `contract-${KeyId}`,
          KeyId: expect.stringContaining(KeyId) as unknown,
        },
      ]);
    },
  },
  {
    name: 'grants: the same request with the same name makes no second one',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      const first = await kms.send(grantFor(KeyId));
      const again = await kms.send(grantFor(KeyId));
      expect(again.GrantId).toBe(first.GrantId);
      const { Grants = [] } = await kms.send(new ListGrantsCommand({ KeyId }));
      expect(Grants).toHaveLength(1);
    },
  },
  {
    name: 'grants: are listed page by page',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      for (const Name of ['one', 'two', 'three']) await kms.send(grantFor(KeyId, { Name }));
      const first = await kms.send(new ListGrantsCommand({ KeyId, Limit: 2 }));
      const rest = await kms.send(
        new ListGrantsCommand({ KeyId, Limit: 2, Marker: needed(first.NextMarker) }),
      );
      expect([first, rest].map(({ Grants, Truncated }) => [Grants?.length, Truncated === true])).toEqual([
        [2, true],
        [1, false],
      ]);
    },
  },
  {
    name: 'grants: none before there is material',
    async run({ clients: { kms } }) {
      const granting = kms.send(grantFor(await createExternalKey(kms)));
      expect(await refusalOf(granting)).toBe('KMSInvalidStateException');
    },
  },
  {
    name: 'grants: a name with a space is ValidationException',
    async run(bench) {
      const granting = bench.clients.kms.send(grantFor(await usableKey(bench), { Name: 'with space' }));
      expect(await refusalOf(granting)).toBe('ValidationException');
    },
  },
  {
    name: 'grants: an account that does not exist is refused',
    async run(bench) {
      const GranteePrincipal = 'arn:aws:iam::999999999999:user/nobody';
      const granting = bench.clients.kms.send(grantFor(await usableKey(bench), { GranteePrincipal }));
      expect(await refusalOf(granting)).toBe('InvalidArnException');
    },
  },
];
