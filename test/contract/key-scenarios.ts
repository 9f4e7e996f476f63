import { randomUUID } from 'node:crypto';
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  EnableKeyCommand,
  GetKeyPolicyCommand,
  ListAliasesCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UpdateKeyDescriptionCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { refusalOf } from '../helpers/aws-clients';
import { createExternalKey, needed } from '../helpers/import-material';
import { freshAlias, type Bench, type Scenario } from './scenario';

const rootOf = (accountId: string): string => `arn:aws:iam::${accountId}:root`;

function policyFor(accountId: string, ...principals: readonly string[]): string {
  const statement = (Sid: string, AWS: string | readonly string[], Action: string) => ({
    Sid,
    Effect: 'Allow',
    Principal: { AWS },
    Action,
    Resource: '*',
  });
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      statement('Enable IAM User Permissions', rootOf(accountId), 'kms:*'),
      ...(principals.length > 0 ? [statement('Allow use of the key', principals, 'kms:Encrypt')] : []),
    ],
  });
}

async function keyIds(kms: KMSClient): Promise<readonly string[]> {
  const ids: string[] = [];
  let Marker: string | undefined;
  do {
    const page = await kms.send(new ListKeysCommand({ Limit: 2, Marker }));
    ids.push(...needed(page.Keys).map(({ KeyId }) => needed(KeyId)));
    Marker = page.Truncated ? needed(page.NextMarker) : undefined;
  } while (Marker !== undefined);
  return ids;
}

const createWith = ({ clients }: Bench, Policy: string) =>
  refusalOf(clients.kms.send(new CreateKeyCommand({ Origin: 'EXTERNAL', Policy })));

export const keyScenarios: readonly Scenario[] = [
  {
    name: 'key: a new one waits for its material',
    async run({ clients: { kms }, accountId, region }) {
      const { KeyMetadata: key } = await kms.send(
        new CreateKeyCommand({ Origin: 'EXTERNAL', Description: 'contract' }),
      );
      expect(key).toMatchObject({
        AWSAccountId: accountId,
        Arn: `arn:aws:kms:${region}:${accountId}:key/${key?.KeyId ?? ''}`,
        KeyState: 'PendingImport',
        Enabled: false,
        Origin: 'EXTERNAL',
        KeySpec: 'SYMMETRIC_DEFAULT',
        KeyUsage: 'ENCRYPT_DECRYPT',
        Description: 'contract',
        MultiRegion: false,
      });
      expect(key?.CreationDate).toBeInstanceOf(Date);
      expect(key).not.toHaveProperty('ExpirationModel');
    },
  },
  {
    name: 'key: is described by id and by ARN, with a request id',
    async run({ clients: { kms } }) {
      const KeyId = await createExternalKey(kms);
      const byId = await kms.send(new DescribeKeyCommand({ KeyId }));
      const byArn = await kms.send(new DescribeKeyCommand({ KeyId: needed(byId.KeyMetadata?.Arn) }));
      expect(byArn.KeyMetadata).toEqual(byId.KeyMetadata);
      expect(byId.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
    },
  },
  {
    name: 'key: is listed, page by page',
    async run({ clients: { kms } }) {
      const made = [await createExternalKey(kms), await createExternalKey(kms), await createExternalKey(kms)];
      expect(await keyIds(kms)).toEqual(expect.arrayContaining(made));
    },
  },
  {
    name: 'key: an id that nobody has is NotFoundException',
    async run({ clients: { kms } }) {
      const looking = kms.send(new DescribeKeyCommand({ KeyId: randomUUID() }));
      expect(await refusalOf(looking)).toBe('NotFoundException');
    },
  },
  {
    name: 'key: its description can be changed',
    async run({ clients: { kms } }) {
      const KeyId = await createExternalKey(kms, { Description: 'before' });
      await kms.send(new UpdateKeyDescriptionCommand({ KeyId, Description: 'after' }));
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      expect(KeyMetadata?.Description).toBe('after');
    },
  },
  {
    name: 'key: cannot be enabled while it waits for material',
    async run({ clients: { kms } }) {
      const KeyId = await createExternalKey(kms);
      expect(await refusalOf(kms.send(new EnableKeyCommand({ KeyId })))).toBe('KMSInvalidStateException');
    },
  },
  {
    name: 'deletion: is scheduled and can be cancelled',
    async run({ clients: { kms } }) {
      const KeyId = await createExternalKey(kms);
      const { DeletionDate } = await kms.send(
        new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }),
      );
      const days = (needed(DeletionDate).getTime() - Date.now()) / (24 * 60 * 60 * 1000);
      expect(days).toBeGreaterThan(6.9);
      expect(days).toBeLessThan(7.1);
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      expect(KeyMetadata?.KeyState).toBe('PendingDeletion');
      await kms.send(new CancelKeyDeletionCommand({ KeyId }));
    },
  },
  {
    name: 'deletion: takes no fewer than seven days',
    async run({ clients: { kms } }) {
      const KeyId = await createExternalKey(kms);
      const scheduling = kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 6 }));
      expect(await refusalOf(scheduling)).toBe('ValidationException');
    },
  },
  {
    name: 'tags: set at creation and later, and listed',
    async run({ clients: { kms } }) {
      const KeyId = await createExternalKey(kms, { Tags: [{ TagKey: 'ceremony', TagValue: '1' }] });
      await kms.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'Owner', TagValue: '' }] }));
      const { Tags = [] } = await kms.send(new ListResourceTagsCommand({ KeyId }));
      expect(Tags.map(({ TagKey, TagValue }) => `${TagKey ?? ''}=${TagValue ?? ''}`).sort()).toEqual([
        'Owner=',
        'ceremony=1',
      ]);
    },
  },
  {
    name: 'tags: the prefix aws: is reserved',
    async run({ clients: { kms } }) {
      const Tags = [{ TagKey: 'aws:owner', TagValue: 'x' }];
      expect(await refusalOf(createExternalKey(kms, { Tags }))).toBe('TagException');
    },
  },
  {
    name: 'tags: a key of 129 characters is refused',
    async run({ clients: { kms } }) {
      const Tags = [{ TagKey: 'k'.repeat(129), TagValue: 'x' }];
      expect(await refusalOf(createExternalKey(kms, { Tags }))).toBe('ValidationException');
    },
  },
  {
    name: 'alias: can be given before there is material, and leads to its key',
    async run({ clients: { kms } }) {
      const [AliasName, TargetKeyId] = [freshAlias(), await createExternalKey(kms)];
      await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }));
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: AliasName }));
      expect(KeyMetadata?.KeyId).toBe(TargetKeyId);
      const { Aliases = [] } = await kms.send(new ListAliasesCommand({ KeyId: TargetKeyId }));
      expect(Aliases.map((alias) => alias.AliasName)).toEqual([AliasName]);
    },
  },
  {
    name: 'alias: a taken one is AlreadyExistsException',
    async run({ clients: { kms } }) {
      const [AliasName, TargetKeyId] = [freshAlias(), await createExternalKey(kms)];
      await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }));
      const again = kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }));
      expect(await refusalOf(again)).toBe('AlreadyExistsException');
    },
  },
  {
    name: 'alias: one without alias/ is ValidationException',
    async run({ clients: { kms } }) {
      const TargetKeyId = await createExternalKey(kms);
      const naming = kms.send(new CreateAliasCommand({ AliasName: 'contract', TargetKeyId }));
      expect(await refusalOf(naming)).toBe('ValidationException');
    },
  },
  {
    name: 'alias: alias/aws/ is reserved',
    async run({ clients: { kms } }) {
      const TargetKeyId = await createExternalKey(kms);
      const naming = kms.send(new CreateAliasCommand({ AliasName: 'alias/aws/contract', TargetKeyId }));
      expect(await refusalOf(naming)).not.toBe('done');
    },
  },
  {
    name: 'policy: without one, the account itself may do everything',
    async run({ clients: { kms }, accountId }) {
      const KeyId = await createExternalKey(kms);
      const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
      expect(JSON.parse(needed(Policy))).toMatchObject({
        Id: 'key-default-1',
        Statement: [
          { Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: rootOf(accountId) } },
        ],
      });
    },
  },
  {
    name: 'policy: is kept as given and can be replaced',
    async run({ clients: { kms }, accountId }) {
      const other = rootOf('222233334444');
      const KeyId = await createExternalKey(kms, { Policy: policyFor(accountId, other, rootOf(accountId)) });
      const read = async (): Promise<unknown> =>
        JSON.parse(
          needed((await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))).Policy),
        );
      expect(await read()).toEqual(JSON.parse(policyFor(accountId, other, rootOf(accountId))));
      await kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy: policyFor(accountId) }));
      expect(await read()).toEqual(JSON.parse(policyFor(accountId)));
    },
  },
  {
    name: 'policy: what is not JSON is refused',
    async run(bench) {
      expect(await createWith(bench, '{"Version":')).toBe('MalformedPolicyDocumentException');
    },
  },
  {
    name: 'policy: one that locks everybody out is refused',
    async run(bench) {
      const policy = policyFor(bench.accountId).replace('kms:*', 'kms:Encrypt');
      expect(await createWith(bench, policy)).toBe('MalformedPolicyDocumentException');
    },
  },
  {
    name: 'policy: an account that does not exist is refused',
    async run(bench) {
      const policy = policyFor(bench.accountId, rootOf('999999999999'));
      expect(await createWith(bench, policy)).toBe('MalformedPolicyDocumentException');
    },
  },
  {
    name: 'policy: a principal of another partition is refused',
    async run(bench) {
      const policy = policyFor(bench.accountId, 'arn:aws-cn:iam::222233334444:root');
      expect(await createWith(bench, policy)).toBe('MalformedPolicyDocumentException');
    },
  },
  {
    name: 'policy: an own role that does not exist is refused',
    async run(bench) {
      const policy = policyFor(bench.accountId, `arn:aws:iam::${bench.accountId}:role/NobodyHasThisName`);
      expect(await createWith(bench, policy)).toBe('MalformedPolicyDocumentException');
    },
  },
  {
    name: 'policy: a statement without Action is refused',
    async run(bench) {
      const policy = policyFor(bench.accountId, rootOf('222233334444')).replace(
        '"Action":"kms:Encrypt",',
        '',
      );
      expect(await createWith(bench, policy)).toBe('MalformedPolicyDocumentException');
    },
  },
  {
    name: 'policy: what it denies is AccessDeniedException',
    async run({ clients: { kms }, accountId }) {
      const policy = JSON.parse(policyFor(accountId)) as { Statement: object[] }; // made above
      const denial = { Effect: 'Deny', Principal: '*', Action: 'kms:UpdateKeyDescription', Resource: '*' };
      policy.Statement.push({
        ...denial,
        Condition: { StringEquals: { 'kms:CallerAccount': accountId } },
      });
      const KeyId = await createExternalKey(kms, { Policy: JSON.stringify(policy) });
      const update = new UpdateKeyDescriptionCommand({ KeyId, Description: 'other' });
      expect(await refusalOf(kms.send(update))).toBe('AccessDeniedException');
      expect(await refusalOf(kms.send(new DescribeKeyCommand({ KeyId })))).toBe('done');
    },
  },
  {
    name: 'policy: more than 32 KiB is LimitExceededException',
    async run(bench) {
      const long = JSON.parse(policyFor(bench.accountId)) as { Statement: { Sid: string }[] }; // made above
      long.Statement[0] = { ...needed(long.Statement[0]), Sid: 'x'.repeat(33_000) };
      expect(await createWith(bench, JSON.stringify(long))).toBe('LimitExceededException');
    },
  },
];
