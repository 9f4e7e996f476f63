import { randomBytes } from 'node:crypto';
import {
  CreateAliasCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GetKeyLastUsageCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ScheduleKeyDeletionCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { refusal, refusalOf } from '../../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../../helpers/import-material';
import { dayMs, practiceBench } from '../../helpers/practice-bench';

const alias = 'alias/moves';

describe('an alias', () => {
  async function aliased() {
    const bench = practiceBench();
    const [before, after] = [await createExternalKey(bench.kms), await createExternalKey(bench.kms)];
    await bench.kms.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: before }));
    const move = (TargetKeyId: string, AliasName = alias) =>
      refusalOf(bench.kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId })));
    return { ...bench, before, after, move };
  }

  it('moves to another key, and says when', async () => {
    const { kms, after, move, moveOn, now } = await aliased();
    moveOn(dayMs);
    expect(await move(after)).toBe('done');
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: alias }));
    expect(KeyMetadata?.KeyId).toBe(after);
    const { Aliases = [] } = await kms.send(new ListAliasesCommand({ KeyId: after }));
    expect(Aliases).toMatchObject([
      { AliasName: alias, CreationDate: new Date(now().getTime() - dayMs), LastUpdatedDate: now() },
    ]);
  });

  it('leaves a key that waits for its deletion, and moves to none', async () => {
    const { kms, before, after, move } = await aliased();
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId: before }));
    expect(await move(after)).toBe('done');
    expect(await move(before)).toBe('KMSInvalidStateException');
  });

  it('does not move to a key of another type, and must exist', async () => {
    const { kms, after, move } = await aliased();
    const hmac = await createExternalKey(kms, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
    expect(await move(hmac)).toBe('ValidationException');
    expect(await move(after, 'alias/nobody-has-it')).toBe('NotFoundException');
  });
});

describe('the last use of a key', () => {
  it('is an empty answer before it is used, and then names the operation and the time', async () => {
    const { kms, now, moveOn } = practiceBench();
    const KeyId = await createExternalKey(kms);
    await importMaterial(kms, KeyId, randomBytes(32));
    const asking = () => kms.send(new GetKeyLastUsageCommand({ KeyId }));
    const unused = await asking();
    expect(unused.KeyLastUsage).toEqual({});
    expect([unused.KeyCreationDate, unused.TrackingStartDate]).toEqual([now(), now()]);
    moveOn(dayMs);
    await kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('x') }));
    expect((await asking()).KeyLastUsage).toMatchObject({ Operation: 'Encrypt', Timestamp: now() });
    await refusalOf(kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.of() })));
    expect((await asking()).KeyLastUsage).toMatchObject({ Operation: 'Encrypt' });
  });
});

describe('the rotation status of an imported key', () => {
  it('is off, and refused while the key waits for its material', async () => {
    const { kms } = practiceBench();
    const KeyId = await createExternalKey(kms);
    const Arn = needed((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.Arn);
    const asking = () => kms.send(new GetKeyRotationStatusCommand({ KeyId }));
    expect(await refusal(asking())).toEqual([
      'UnsupportedOperationException',
      `${Arn} origin is EXTERNAL which is not valid for this operation.`,
    ]);
    await importMaterial(kms, KeyId, randomBytes(32));
    expect(await asking()).toMatchObject({ KeyRotationEnabled: false });
    expect(await refusalOf(kms.send(new EnableKeyRotationCommand({ KeyId })))).toBe(
      'UnsupportedOperationException',
    );
  });
});
