import { randomBytes } from 'node:crypto';
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  DecryptCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  ListAliasesCommand,
  ListKeyRotationsCommand,
  ListResourceTagsCommand,
  ReplicateKeyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UpdatePrimaryRegionCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import type { PracticeOptions } from '../../../main/practice/options';
import { awsClients, refusal, refusalOf } from '../../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../../helpers/import-material';
import { dayMs, practiceBench } from '../../helpers/practice-bench';

const ReplicaRegion = 'eu-west-1';
const arnIn = (region: string, KeyId: string) => `arn:aws:kms:${region}:111122223333:key/${KeyId}`;

const described = async (kms: KMSClient, KeyId: string) =>
  needed((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata);
const stateOf = async (kms: KMSClient, KeyId: string) => (await described(kms, KeyId)).KeyState;
const rotationsOf = async (kms: KMSClient, KeyId: string) =>
  (await kms.send(new ListKeyRotationsCommand({ KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }))).Rotations;
const newMaterial = { request: { ImportType: 'NEW_KEY_MATERIAL' } } as const;
const sameMaterial = { request: { ImportType: 'EXISTING_KEY_MATERIAL' } } as const;

/** A primary key with material, and clients for its Region (`kms`) and another one (`there`). */
async function primary(options: Partial<PracticeOptions> = {}) {
  const bench = practiceBench(options);
  const there = awsClients({ practice: bench.practice, region: ReplicaRegion }).kms;
  const material = randomBytes(32);
  const KeyId = await createExternalKey(bench.kms, { MultiRegion: true, Description: 'the primary' });
  const { KeyMaterialId } = await importMaterial(bench.kms, KeyId, material);
  const replicate = () => bench.kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion }));
  return { ...bench, there, KeyId, KeyMaterialId, material, replicate };
}

async function replicated(options: Partial<PracticeOptions> = {}) {
  const bench = await primary(options);
  await bench.replicate();
  return bench;
}

describe('a new replica', () => {
  it('is being created, then waits for its material, with the default policy and nothing else of the primary', async () => {
    const { kms, there, KeyId, KeyMaterialId, replicate, moveOn } = await primary({ changeMs: 1000 });
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/primary', TargetKeyId: KeyId }));
    await kms.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'a', TagValue: 'b' }] }));
    const answer = await replicate();
    expect(answer.ReplicaKeyMetadata).toMatchObject({
      Arn: arnIn(ReplicaRegion, KeyId),
      KeyState: 'Creating',
      Enabled: false,
      Description: '',
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'REPLICA',
        PrimaryKey: { Arn: arnIn('eu-central-1', KeyId), Region: 'eu-central-1' },
        ReplicaKeys: [{ Arn: arnIn(ReplicaRegion, KeyId), Region: ReplicaRegion }],
      },
    });
    expect(answer.ReplicaKeyMetadata).not.toHaveProperty('CurrentKeyMaterialId');
    expect(await refusal(importMaterial(there, KeyId, randomBytes(32)))).toEqual([
      'KMSInvalidStateException',
      `${arnIn(ReplicaRegion, KeyId)} is creating.`,
    ]);
    moveOn(1000);
    expect(await described(there, KeyId)).toMatchObject({
      KeyState: 'PendingImport',
      CurrentKeyMaterialId: KeyMaterialId,
    });
    const { Policy = '' } = await there.send(new GetKeyPolicyCommand({ KeyId }));
    expect(JSON.parse(Policy)).toMatchObject({ Id: 'key-default-1' });
    expect((await there.send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual([]);
    expect((await there.send(new ListAliasesCommand({ KeyId }))).Aliases).toEqual([]);
    expect(await described(kms, KeyId)).toMatchObject({
      MultiRegionConfiguration: { MultiRegionKeyType: 'PRIMARY', ReplicaKeys: [{ Region: ReplicaRegion }] },
    });
  });

  it('works once it has the same bytes, has them for as long as it was told, and opens what the primary sealed', async () => {
    const { kms, there, KeyId, material, moveOn, now } = await replicated();
    expect(await refusalOf(importMaterial(there, KeyId, randomBytes(32)))).toBe(
      'IncorrectKeyMaterialException',
    );
    const ValidTo = new Date(now().getTime() + dayMs);
    const request = { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo } as const;
    await importMaterial(there, KeyId, material, { request });
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('x') }));
    const opened = await there.send(new DecryptCommand({ KeyId, CiphertextBlob }));
    expect(Buffer.from(needed(opened.Plaintext)).toString()).toBe('x');
    moveOn(dayMs);
    expect([await stateOf(kms, KeyId), await stateOf(there, KeyId)]).toEqual(['Enabled', 'PendingImport']);
  });

  it('takes no new material and no description of it', async () => {
    const { there, KeyId, material } = await replicated();
    const renamed = { request: { KeyMaterialDescription: 'other' } };
    expect(await refusalOf(importMaterial(there, KeyId, randomBytes(32), newMaterial))).toBe(
      'UnsupportedOperationException',
    );
    expect(await refusalOf(importMaterial(there, KeyId, material, renamed))).toBe(
      'UnsupportedOperationException',
    );
  });

  it('is refused where there is one, also one that is to be deleted, and by a replica', async () => {
    const { there, KeyId, replicate } = await replicated();
    await there.send(new ScheduleKeyDeletionCommand({ KeyId }));
    expect(await refusalOf(replicate())).toBe('AlreadyExistsException');
    await there.send(new CancelKeyDeletionCommand({ KeyId }));
    const again = there.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-2' }));
    expect(await refusal(again)).toEqual([
      'UnsupportedOperationException',
      `${arnIn(ReplicaRegion, KeyId)} is not a multi-region primary key.`,
    ]);
  });

  it('needs the right to create keys in its Region', async () => {
    const { replicate } = await primary({
      denies: (action, _, region) => action === 'kms:CreateKey' && region === ReplicaRegion,
    });
    expect(await refusalOf(replicate())).toBe('AccessDeniedException');
  });
});

describe('new material of a multi-Region key', () => {
  it('waits for every replica, and only then for its rotation, which all of them follow', async () => {
    const { kms, there, KeyId, material } = await replicated();
    await importMaterial(there, KeyId, material);
    const next = randomBytes(32);
    await importMaterial(kms, KeyId, next, {
      request: { ...newMaterial.request, KeyMaterialDescription: 'second' },
    });
    const awaited = 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';
    expect((await rotationsOf(kms, KeyId))?.[1]).toMatchObject({
      KeyMaterialState: awaited,
      ImportState: 'IMPORTED',
    });
    expect((await rotationsOf(there, KeyId))?.[1]).toMatchObject({
      KeyMaterialState: awaited,
      ImportState: 'PENDING_IMPORT',
      KeyMaterialDescription: 'second',
    });
    const rotate = (client: KMSClient) => refusalOf(client.send(new RotateKeyOnDemandCommand({ KeyId })));
    expect(await rotate(kms)).toBe('KMSInvalidStateException');
    await importMaterial(there, KeyId, next, sameMaterial);
    expect((await rotationsOf(kms, KeyId))?.[1]?.KeyMaterialState).toBe('PENDING_ROTATION');
    expect(await rotate(there)).toBe('UnsupportedOperationException');
    expect(await rotate(kms)).toBe('done');
    const states = async (client: KMSClient) =>
      (await rotationsOf(client, KeyId))?.map(({ KeyMaterialState }) => KeyMaterialState);
    expect([await states(kms), await states(there)]).toEqual(Array(2).fill(['NON_CURRENT', 'CURRENT']));
  });

  it('is gone everywhere when the primary gives it up, and only there when a replica does', async () => {
    const { kms, there, KeyId } = await replicated();
    const next = randomBytes(32);
    const { KeyMaterialId } = await importMaterial(kms, KeyId, next, newMaterial);
    await importMaterial(there, KeyId, next, sameMaterial);
    const remove = (client: KMSClient) =>
      client.send(new DeleteImportedKeyMaterialCommand({ KeyId, KeyMaterialId }));
    await remove(there);
    expect((await rotationsOf(there, KeyId))?.[1]?.ImportState).toBe('PENDING_IMPORT');
    expect((await rotationsOf(kms, KeyId))?.[1]?.ImportState).toBe('IMPORTED');
    await remove(kms);
    expect([await rotationsOf(kms, KeyId), await rotationsOf(there, KeyId)]).toEqual([
      [expect.objectContaining({ KeyMaterialState: 'CURRENT' })],
      [expect.objectContaining({ KeyMaterialState: 'CURRENT' })],
    ]);
  });
});

describe('a primary key that is to be deleted', () => {
  it('waits for its replicas without a date, and then for its own days', async () => {
    const { kms, there, KeyId, moveOn, now } = await replicated();
    const scheduled = await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    expect(scheduled).toMatchObject({ KeyState: 'PendingReplicaDeletion', PendingWindowInDays: 7 });
    expect(scheduled).not.toHaveProperty('DeletionDate');
    await there.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 8 }));
    moveOn(7 * dayMs);
    const waiting = await described(kms, KeyId);
    expect(waiting).toMatchObject({ KeyState: 'PendingReplicaDeletion', PendingDeletionWindowInDays: 7 });
    expect(waiting).not.toHaveProperty('DeletionDate');
    moveOn(dayMs);
    const DeletionDate = new Date(now().getTime() + 7 * dayMs);
    expect(await described(kms, KeyId)).toMatchObject({ KeyState: 'PendingDeletion', DeletionDate });
    moveOn(7 * dayMs);
    expect(await refusalOf(described(kms, KeyId))).toBe('NotFoundException');
  });
});

describe('another primary Region', () => {
  it('needs a working replica there, and keeps both updating for a while', async () => {
    const { kms, there, KeyId, material, moveOn } = await replicated({ changeMs: 1000 });
    const update = () =>
      refusalOf(kms.send(new UpdatePrimaryRegionCommand({ KeyId, PrimaryRegion: ReplicaRegion })));
    moveOn(1000);
    expect(await update()).toBe('KMSInvalidStateException');
    await importMaterial(there, KeyId, material);
    expect(await update()).toBe('done');
    expect([await stateOf(kms, KeyId), await stateOf(there, KeyId)]).toEqual(['Updating', 'Updating']);
    expect(await refusalOf(kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('x') })))).toBe(
      'done',
    );
    expect(await refusalOf(kms.send(new ScheduleKeyDeletionCommand({ KeyId })))).toBe(
      'KMSInvalidStateException',
    );
    moveOn(1000);
    expect(await described(there, KeyId)).toMatchObject({
      KeyState: 'Enabled',
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'PRIMARY',
        ReplicaKeys: [{ Arn: arnIn('eu-central-1', KeyId) }],
      },
    });
    expect(await update()).toBe('UnsupportedOperationException');
  });
});
