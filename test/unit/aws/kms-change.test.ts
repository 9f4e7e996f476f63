import { describe, expect, it } from 'vitest';
import { markNeverSent } from '../../../main/aws/errors/never-sent';
import type { CallOutcome, ChangingOperation, KmsPort } from '../../../main/aws/kms-port';
import { networkError, refusal, requestId, type Answering } from '../../helpers/aws-answers';
import { kmsOver } from '../../helpers/kms-over-answers';

const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const arn = `arn:aws:kms:eu-west-1:111122223333:key/${keyId}`;
const metadata = {
  AWSAccountId: '111122223333',
  Arn: arn,
  KeyId: keyId,
  KeyState: 'PendingImport',
  Origin: 'EXTERNAL',
  KeySpec: 'SYMMETRIC_DEFAULT',
  Description: 'mine',
  CreationDate: 1_700_000_000,
  MultiRegion: true,
};

describe('a call that changes AWS', () => {
  const materialId = 'ab'.repeat(32);
  const tags = [{ key: 'a', value: 'b' }];
  const replica = { keyId, replicaRegion: 'us-east-1', policy: '{}', description: 'mine', tags };
  /** Each with what is sent of it. */
  const calls: Readonly<
    Record<ChangingOperation, readonly [(port: KmsPort) => Promise<CallOutcome<unknown>>, object]>
  > = {
    CreateKey: [
      (port) => port.createKey({ policy: '{}', description: 'mine', tags, multiRegion: true }),
      { Origin: 'EXTERNAL', BypassPolicyLockoutSafetyCheck: false },
    ],
    CreateAlias: [(port) => port.createAlias('alias/x', keyId), { AliasName: 'alias/x', TargetKeyId: keyId }],
    ImportKeyMaterial: [
      (port) =>
        port.importKeyMaterial({
          keyId,
          importToken: new Uint8Array([1]),
          encryptedKeyMaterial: new Uint8Array([2]),
          expiry: { kind: 'never' },
        }),
      { KeyId: keyId, ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' },
    ],
    PutKeyPolicy: [
      (port) => port.putKeyPolicy(keyId, '{}'),
      { KeyId: keyId, Policy: '{}', BypassPolicyLockoutSafetyCheck: false },
    ],
    CreateGrant: [
      (port) => port.createGrant(keyId, { name: 'n', grantee: arn, operations: ['Encrypt'] }),
      { KeyId: keyId, Name: 'n', GranteePrincipal: arn, Operations: ['Encrypt'] },
    ],
    RevokeGrant: [(port) => port.revokeGrant(keyId, 'grant'), { KeyId: keyId, GrantId: 'grant' }],
    EnableKey: [(port) => port.enableKey(keyId), { KeyId: keyId }],
    DisableKey: [(port) => port.disableKey(keyId), { KeyId: keyId }],
    ScheduleKeyDeletion: [
      (port) => port.scheduleKeyDeletion(keyId, 7),
      { KeyId: keyId, PendingWindowInDays: 7 },
    ],
    CancelKeyDeletion: [(port) => port.cancelKeyDeletion(keyId), { KeyId: keyId }],
    DeleteImportedKeyMaterial: [
      (port) => port.deleteImportedKeyMaterial(keyId, materialId),
      { KeyId: keyId, KeyMaterialId: materialId },
    ],
    RotateKeyOnDemand: [(port) => port.rotateKeyOnDemand(keyId), { KeyId: keyId }],
    ReplicateKey: [
      (port) => port.replicateKey(replica),
      {
        KeyId: keyId,
        ReplicaRegion: 'us-east-1',
        Policy: '{}',
        Description: 'mine',
        Tags: [{ TagKey: 'a', TagValue: 'b' }],
        BypassPolicyLockoutSafetyCheck: false,
      },
    ],
    UpdateAlias: [(port) => port.updateAlias('alias/x', keyId), { AliasName: 'alias/x', TargetKeyId: keyId }],
    DeleteAlias: [(port) => port.deleteAlias('alias/x'), { AliasName: 'alias/x' }],
    TagResource: [
      (port) => port.tagKey(keyId, tags),
      { KeyId: keyId, Tags: [{ TagKey: 'a', TagValue: 'b' }] },
    ],
    UntagResource: [(port) => port.untagKey(keyId, ['a']), { KeyId: keyId, TagKeys: ['a'] }],
    UpdateKeyDescription: [(port) => port.describeAs(keyId, 'mine'), { KeyId: keyId, Description: 'mine' }],
  };
  const changes = Object.entries(calls).map(([operation, [call, sent]]) => [operation, call, sent] as const);

  it.each(changes)(
    '%s says what it is about, and nothing that it does not have to',
    async (name, call, body) => {
      const { port, sent, bodyOf } = kmsOver(() => refusal('AccessDeniedException'));
      await call(port);
      expect(sent[0]?.headers['x-amz-target']).toBe(`TrentService.${name}`);
      expect(bodyOf(0)).toMatchObject(body);
      const isWhole = name !== 'CreateKey' && name !== 'ImportKeyMaterial' && name !== 'PutKeyPolicy';
      if (isWhole) expect(bodyOf(0)).toEqual(body);
    },
  );

  it('deletes the current material where none is named, and says so by leaving it out', async () => {
    const { port, bodyOf } = kmsOver(() => ({ body: {} }));
    expect(await port.deleteImportedKeyMaterial(keyId)).toMatchObject({ outcome: 'done' });
    expect(bodyOf(0)).toEqual({ KeyId: keyId });
  });

  it.each([
    ['ScheduleKeyDeletion', { KeyId: `${arn}0`, DeletionDate: 1_800_000_000 }],
    ['CancelKeyDeletion', { KeyId: `${arn}0` }],
    ['DeleteImportedKeyMaterial', { KeyId: `${arn}0` }],
    ['DeleteImportedKeyMaterial', { KeyId: arn, KeyMaterialId: 'cd'.repeat(32) }],
    ['RotateKeyOnDemand', { KeyId: `${arn}0` }],
    ['ReplicateKey', { ReplicaKeyMetadata: metadata }],
    ['ReplicateKey', {}],
  ] as const)('%s is unknown when AWS answers of something else: %j', async (name, body) => {
    const [call] = calls[name];
    expect(await call(kmsOver(() => ({ body })).port)).toMatchObject({ outcome: 'unknown' });
  });

  it.each([
    ['ScheduleKeyDeletion', { KeyId: arn, DeletionDate: 1_800_000_000 }],
    ['CancelKeyDeletion', { KeyId: arn }],
    ['DeleteImportedKeyMaterial', { KeyId: arn, KeyMaterialId: materialId }],
    ['RotateKeyOnDemand', { KeyId: arn }],
    ['ReplicateKey', { ReplicaKeyMetadata: { ...metadata, Arn: arn.replace('eu-west-1', 'us-east-1') } }],
    ...(
      [
        ['PutKeyPolicy', 'RevokeGrant', 'EnableKey', 'DisableKey', 'UpdateAlias', 'DeleteAlias'],
        ['TagResource', 'UntagResource', 'UpdateKeyDescription'],
      ] as const
    )
      .flat()
      .map((name) => [name, {}] as const),
  ] as const)('%s is done when AWS says so', async (name, body) => {
    const [call] = calls[name];
    expect(await call(kmsOver(() => ({ body })).port)).toMatchObject({ outcome: 'done', requestId });
  });

  it.each(changes)('%s is sent once, whatever fails', async (_, call) => {
    const failures = [
      networkError('ECONNRESET'),
      networkError('ENOTFOUND'),
      refusal('ThrottlingException'),
      refusal('KMSInternalException', '', 500),
      refusal('AccessDeniedException'),
    ];
    for (const failure of failures) {
      const { port, sent } = kmsOver(() => failure);
      await call(port);
      expect(sent).toHaveLength(1);
    }
  });

  it.each(changes)('%s is unknown when the answer is lost, refused when AWS says no', async (_, call) => {
    const outcomeOf = async (answer: ReturnType<Answering>) =>
      (await call(kmsOver(() => answer).port)).outcome;
    expect(await outcomeOf(networkError('ECONNRESET'))).toBe('unknown');
    expect(await outcomeOf(networkError('ETIMEDOUT'))).toBe('unknown');
    expect(await outcomeOf(refusal('KMSInternalException', '', 500))).toBe('unknown');
    expect(await outcomeOf({ body: '{"cut off' })).toBe('unknown');
    expect(await outcomeOf(networkError('SELF_SIGNED_CERT_IN_CHAIN'))).toBe('unknown');
    expect(await outcomeOf(markNeverSent(networkError('SELF_SIGNED_CERT_IN_CHAIN')))).toBe('refused');
    expect(await outcomeOf(markNeverSent(networkError('ECONNRESET')))).toBe('refused');
    expect(await outcomeOf(refusal('ThrottlingException'))).toBe('refused');
    expect(await outcomeOf(refusal('AccessDeniedException'))).toBe('refused');
  });
});
