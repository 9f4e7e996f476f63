import { describe, expect, it } from 'vitest';
import { refusal } from '../../helpers/aws-answers';
import { kmsOver } from '../../helpers/kms-over-answers';

const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const arn = `arn:aws:kms:eu-west-1:111122223333:key/${keyId}`;
const metadata = {
  Arn: arn,
  KeyId: keyId,
  KeyState: 'Enabled',
  Origin: 'EXTERNAL',
  KeySpec: 'SYMMETRIC_DEFAULT',
};
const [first, second, third] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));

const answering = (...bodies: object[]) => kmsOver(() => ({ body: bodies.shift() ?? {} }));
const unexpected = { outcome: 'refused', error: { code: 'aws.unexpected' } };

describe('reading keys', () => {
  it('takes pages of a thousand keys, and says how to go on', async () => {
    const { port, bodyOf } = answering({
      Keys: [{ KeyId: keyId, KeyArn: arn }],
      Truncated: true,
      NextMarker: 'more',
    });
    expect(await port.listKeys('here')).toMatchObject({
      outcome: 'done',
      value: { items: [{ keyId, arn }], next: 'more' },
    });
    expect(bodyOf(0)).toEqual({ Limit: 1000, Marker: 'here' });
  });

  it('believes no page that names something else, or that does not say how to go on', async () => {
    for (const body of [
      {},
      { Keys: [{ KeyId: keyId }] },
      { Keys: [{ KeyId: 'other', KeyArn: arn }] },
      { Keys: [{ KeyId: keyId, KeyArn: arn }], Truncated: true },
    ]) {
      expect(await answering(body).port.listKeys()).toMatchObject(unexpected);
    }
  });

  it('leaves out the aliases of AWS, and those that point to nothing', async () => {
    const Aliases = [
      { AliasName: 'alias/orders', TargetKeyId: keyId },
      { AliasName: 'alias/aws/s3', TargetKeyId: keyId },
      { AliasName: 'alias/free' },
    ];
    expect(await answering({ Aliases }).port.listAliases()).toMatchObject({
      value: { items: [[keyId, 'orders']] },
    });
    const { port, bodyOf } = answering(
      { Aliases, Truncated: true, NextMarker: 'x' },
      {
        Aliases: [{ AliasName: 'alias/a', TargetKeyId: keyId }],
      },
    );
    expect(await port.aliasesOf(arn)).toMatchObject({ value: ['a', 'orders'] });
    expect(bodyOf(1)).toEqual({ Limit: 100, Marker: 'x', KeyId: arn });
  });

  it('says with which other Regions a key is shared, who made it, and when it is deleted', async () => {
    const other = arn.replace('eu-west-1', 'us-east-1');
    const { port } = answering({
      KeyMetadata: {
        ...metadata,
        KeyManager: 'CUSTOMER',
        DeletionDate: 1_800_000_000,
        MultiRegion: true,
        MultiRegionConfiguration: {
          MultiRegionKeyType: 'REPLICA',
          PrimaryKey: { Arn: other, Region: 'us-east-1' },
          // AWS lists the key itself as well.
          ReplicaKeys: [{ Arn: arn, Region: 'eu-west-1' }],
        },
      },
    });
    expect(await port.describeInFull(arn)).toMatchObject({
      value: {
        facts: { arn, state: 'Enabled' },
        isAwsManaged: false,
        deletionAt: new Date(1_800_000_000_000),
        multiRegion: { role: 'replica', otherRegions: ['us-east-1'] },
      },
    });
    const mismatched = { KeyMetadata: { ...metadata, Arn: arn.replace('1234', '9999'), KeyId: keyId } };
    expect(await answering(mismatched).port.describeInFull(arn)).toMatchObject(unexpected);
  });

  it('asks for every material, and puts them in order by itself', async () => {
    const entry = { KeyId: keyId, ImportState: 'IMPORTED' };
    const { port, bodyOf } = answering(
      {
        Rotations: [
          { ...entry, KeyMaterialId: first, KeyMaterialState: 'NON_CURRENT' },
          { ...entry, KeyMaterialId: second, KeyMaterialState: 'PENDING_ROTATION' },
        ],
        Truncated: true,
        NextMarker: 'more',
      },
      {
        Rotations: [
          {
            ...entry,
            KeyMaterialId: third,
            KeyMaterialState: 'CURRENT',
            ImportState: 'PENDING_IMPORT',
            RotationDate: 1_700_000_000,
            RotationType: 'ON_DEMAND',
          },
        ],
      },
    );
    const read = await port.listMaterials(arn);
    expect(read).toMatchObject({
      value: [
        {
          id: third,
          role: 'CURRENT',
          isThere: false,
          isByDemand: true,
          rotatedAt: new Date(1_700_000_000_000),
        },
        { id: second, role: 'PENDING_ROTATION', isThere: true, isByDemand: false },
        { id: first, role: 'NON_CURRENT' },
      ],
    });
    expect(bodyOf(0)).toEqual({ KeyId: arn, IncludeKeyMaterial: 'ALL_KEY_MATERIAL', Limit: 1000 });
  });

  it.each([
    { KeyMaterialId: 'short', KeyMaterialState: 'CURRENT' },
    { KeyMaterialId: first, KeyMaterialState: 'SOMETHING_NEW' },
    { KeyMaterialId: first, KeyMaterialState: 'CURRENT', KeyId: 'another' },
  ])('believes no material that is not of the key: %o', async (entry) => {
    expect(await answering({ Rotations: [entry] }).port.listMaterials(arn)).toMatchObject(unexpected);
  });

  it('starts a list over once that AWS has lost its place in', async () => {
    let stale = 1;
    const { port } = kmsOver(({ body }) => {
      if (body.includes('Marker') && stale-- > 0) return refusal('InvalidMarkerException');
      const more = body.includes('Marker') ? {} : { Truncated: true, NextMarker: 'more' };
      return { body: { Tags: [{ TagKey: 'a', TagValue: 'b' }], ...more } };
    });
    expect(await port.listTags(keyId)).toMatchObject({ outcome: 'done', value: { length: 2 } });
    stale = 9;
    expect(await port.listTags(keyId)).toMatchObject({ outcome: 'refused' });
  });

  it('reads the last use, and that there was none', async () => {
    const { port } = answering(
      {
        KeyId: keyId,
        TrackingStartDate: 1_790_000_000,
        KeyLastUsage: { Operation: 'Decrypt', Timestamp: 1_800_000_000 },
      },
      { KeyId: keyId, TrackingStartDate: 1_790_000_000 },
      { KeyId: 'another' },
    );
    const trackedSince = new Date(1_790_000_000_000);
    expect(await port.lastUse(arn)).toMatchObject({
      value: { trackedSince, last: { operation: 'Decrypt', at: new Date(1_800_000_000_000) } },
    });
    expect(await port.lastUse(arn)).toMatchObject({ outcome: 'done', value: { trackedSince } });
    expect(await port.lastUse(arn)).toMatchObject(unexpected);
  });

  it('names the account that made a grant, which AWS writes as an ARN', async () => {
    const { port } = answering({
      Grants: [
        {
          GrantId: 'a',
          IssuingAccount: 'arn:aws:iam::222233334444:root',
          GranteeServicePrincipal: 'ebs.amazonaws.com',
        },
        { GrantId: 'b' },
      ],
    });
    const read = await port.listGrants(keyId);
    expect(read).toMatchObject({
      value: [{ issuingAccount: '222233334444', grantee: 'ebs.amazonaws.com' }, {}],
    });
    expect(read.outcome === 'done' && read.value[1]).not.toHaveProperty('issuingAccount');
  });
});
