import {
  DescribeKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeyRotationsCommand,
  ListKeysCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { checkValueOf } from '../../../main/vault/check-value';
import { awsClients, refusalOf } from '../../helpers/aws-clients';
import { importMaterial, needed } from '../../helpers/import-material';
import { dayMs, practiceBench } from '../../helpers/practice-bench';

const home = 'eu-central-1';

function livedIn() {
  const bench = practiceBench();
  const samples = bench.practice.sampleKeys(home);
  const clientOf = (region: string) => awsClients({ practice: bench.practice, region }).kms;
  const named = (name: string) => needed(samples.find((sample) => sample.name === name));
  const describe = async (name: string) => {
    const { region, arn } = named(name);
    return needed((await clientOf(region).send(new DescribeKeyCommand({ KeyId: arn }))).KeyMetadata);
  };
  const rotations = async (name: string) => {
    const { region, arn: KeyId } = named(name);
    const listing = new ListKeyRotationsCommand({ KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' });
    return needed((await clientOf(region).send(listing)).Rotations);
  };
  return { ...bench, samples, named, clientOf, describe, rotations };
}

const listed = async (kms: KMSClient) => needed((await kms.send(new ListKeysCommand({}))).Keys);

describe('the lived-in account', () => {
  it('is only there when it is asked for, and then once', async () => {
    const { kms, practice } = practiceBench();
    expect(await listed(kms)).toEqual([]);
    const samples = practice.sampleKeys(home);
    expect(practice.sampleKeys('us-east-1')).toBe(samples);
    expect((await listed(kms)).map(({ KeyArn }) => KeyArn).sort()).toEqual(
      samples
        .filter(({ region }) => region === home)
        .map(({ arn }) => arn)
        .sort(),
    );
  });

  it.each([
    ['working', { KeyState: 'Enabled', ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }],
    ['expires-soon', { KeyState: 'Enabled', ExpirationModel: 'KEY_MATERIAL_EXPIRES' }],
    ['expired', { KeyState: 'PendingImport' }],
    ['current-missing', { KeyState: 'PendingImport' }],
    ['former-expired', { KeyState: 'PendingImport' }],
    ['waiting-for-rotation', { KeyState: 'Enabled' }],
    ['disabled', { KeyState: 'Disabled' }],
    ['waiting-for-deletion', { KeyState: 'PendingDeletion' }],
    ['never-had-material', { KeyState: 'PendingImport' }],
    ['revoked-with-grants', { KeyState: 'Enabled' }],
    ['primary', { KeyState: 'Enabled', MultiRegion: true }],
    ['replica', { KeyState: 'PendingImport', MultiRegion: true }],
    ['hmac', { KeyState: 'Enabled', KeySpec: 'HMAC_256' }],
    ['elsewhere', { KeyState: 'Enabled', Origin: 'EXTERNAL' }],
    ['made-by-aws', { Origin: 'AWS_KMS', KeyManager: 'CUSTOMER' }],
    ['owned-by-aws', { Origin: 'AWS_KMS', KeyManager: 'AWS' }],
    ['kept-elsewhere', { Origin: 'EXTERNAL_KEY_STORE' }],
  ])('has a key that is %s', async (name, expected) => {
    expect(await livedIn().describe(name)).toMatchObject(expected);
  });

  it('has one that expires in 12 days, and one that nobody but its owner may describe', async () => {
    const { describe: metadataOf, now } = livedIn();
    const { ValidTo } = await metadataOf('expires-soon');
    expect(ValidTo).toEqual(new Date(now().getTime() + 12 * dayMs));
    expect(await refusalOf(metadataOf('unreadable'))).toBe('AccessDeniedException');
  });

  it('says which material is missing, and which key never had any', async () => {
    const { rotations, describe: metadataOf } = livedIn();
    const states = async (name: string) =>
      (await rotations(name)).map(
        ({ KeyMaterialState, ImportState }) => `${String(KeyMaterialState)} ${String(ImportState)}`,
      );
    expect(await states('current-missing')).toEqual(['NON_CURRENT IMPORTED', 'CURRENT PENDING_IMPORT']);
    expect(await states('former-expired')).toEqual(['NON_CURRENT PENDING_IMPORT', 'CURRENT IMPORTED']);
    expect(await states('waiting-for-rotation')).toEqual(['CURRENT IMPORTED', 'PENDING_ROTATION IMPORTED']);
    expect(await states('never-had-material')).toEqual([]);
    expect(await metadataOf('never-had-material')).not.toHaveProperty('CurrentKeyMaterialId');
  });

  it('gives the material with which each key works again', async () => {
    const { named, describe: metadataOf, rotations, clientOf } = livedIn();
    for (const name of ['expired', 'current-missing', 'former-expired', 'replica']) {
      const { arn, region, materials } = named(name);
      const kms = clientOf(region);
      for (const [at, { ImportState, KeyMaterialId }] of (await rotations(name)).entries()) {
        const material = needed(materials[at]);
        expect(material.id).toBe(KeyMaterialId);
        if (ImportState === 'PENDING_IMPORT') await importMaterial(kms, arn, material.bytes);
      }
      expect(await metadataOf(name)).toMatchObject({ KeyState: 'Enabled' });
      expect(await refusalOf(kms.send(new EncryptCommand({ KeyId: arn, Plaintext: Buffer.of(1) })))).toBe(
        'done',
      );
    }
  });

  it('describes the expired material as the app does', async () => {
    const { named, rotations } = livedIn();
    const [material] = named('expired').materials;
    const [entry] = await rotations('expired');
    expect(entry?.KeyMaterialDescription).toBe(
      `Keyferry 1: check value ${checkValueOf(needed(material).bytes)}`,
    );
  });

  it('keeps grants of a receiver that the policy no longer names', async () => {
    const { named, kms } = livedIn();
    const { arn: KeyId } = named('revoked-with-grants');
    const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId }));
    expect(Policy).not.toContain('777788889999');
    const { Grants = [] } = await kms.send(new ListGrantsCommand({ KeyId }));
    expect(Grants.filter(({ GranteePrincipal }) => GranteePrincipal?.includes('777788889999'))).toHaveLength(
      2,
    );
    expect(Grants.map(({ IssuingAccount }) => IssuingAccount)).toContain(undefined);
  });

  it('has one alias for AWS’s own key, which now has a key behind it', async () => {
    const { kms } = livedIn();
    const { Aliases = [] } = await kms.send(new ListAliasesCommand({}));
    const ebs = Aliases.filter(({ AliasName }) => AliasName === 'alias/aws/ebs');
    expect(ebs).toMatchObject([{ TargetKeyId: expect.any(String) as string }]);
  });
});
