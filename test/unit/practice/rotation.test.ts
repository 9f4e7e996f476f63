import { randomBytes } from 'node:crypto';
import {
  DescribeKeyCommand,
  GetKeyRotationStatusCommand,
  RotateKeyOnDemandCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../helpers/aws-clients';
import { createExternalKey, importMaterial } from '../../helpers/import-material';
import { practiceBench } from '../../helpers/practice-bench';

describe('a rotation on demand', () => {
  it('runs behind its answer, and not twice at once', async () => {
    const { kms, moveOn, now } = practiceBench({ changeMs: 1000 });
    const KeyId = await createExternalKey(kms);
    const first = await importMaterial(kms, KeyId, randomBytes(32));
    const request = { ImportType: 'NEW_KEY_MATERIAL' } as const;
    const second = await importMaterial(kms, KeyId, randomBytes(32), { request });
    const rotate = () => refusalOf(kms.send(new RotateKeyOnDemandCommand({ KeyId })));
    const current = async () =>
      (await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.CurrentKeyMaterialId;
    const status = () => kms.send(new GetKeyRotationStatusCommand({ KeyId }));

    const started = now();
    expect([await rotate(), await rotate()]).toEqual(['done', 'ConflictException']);
    expect(await current()).toBe(first.KeyMaterialId);
    expect(await status()).toMatchObject({ OnDemandRotationStartDate: started });
    moveOn(1000);
    expect(await current()).toBe(second.KeyMaterialId);
    expect(await status()).not.toHaveProperty('OnDemandRotationStartDate');
    expect(await rotate()).toBe('KMSInvalidStateException');
  });
});
