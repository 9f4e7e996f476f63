import { randomBytes } from 'node:crypto';
import {
  CreateAliasCommand,
  CreateGrantCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  KMSClient,
  ListKeyRotationsCommand,
  ReplicateKeyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  type CreateKeyCommandInput,
} from '@aws-sdk/client-kms';
import type { PracticeAws } from '../../main/practice/practice-aws';
import { createExternalKey, importMaterial, needed } from './import-material';

export const keptRegion = 'eu-central-1';
export const keptReceiver = '210987654321';
/** Its DescribeKey is refused by the options of `keptAccount`. */
const hiddenAlias = 'hidden';
const dayMs = 86_400_000;
const account = '111122223333';

/** A practice account whose clock was set back while its keys were made. */
export function keptAccount() {
  let backMs = 0;
  let hidden = '';
  return {
    options: {
      now: () => new Date(Date.now() - backMs),
      denies: (action: string, resource: string) =>
        action === 'kms:DescribeKey' && hidden !== '' && resource.includes(hidden),
    },
    /** Makes a key in each state, the last of them now. */
    async fill(practice: PracticeAws): Promise<void> {
      backMs = 100 * dayMs;
      const kms = clientOf(practice, keptRegion);
      const keep = (alias: string, days?: number, input: Partial<CreateKeyCommandInput> = {}) =>
        makeKey(kms, alias, days === undefined ? undefined : 100 + days, input);
      await keep('orders', undefined, {
        Policy: policyFor(keptReceiver),
        Description: 'Orders for Bluescape',
      });
      await keep('reports', 3);
      await keep('archive', 20);
      await keep('crm', 200);
      await keep('billing', -70);
      await makeRotated(kms, await keep('wiki'));
      await kms.send(new DisableKeyCommand({ KeyId: await keep('off') }));
      const going = await keep('going');
      await named(kms, 'left-over', await createExternalKey(kms));
      await named(
        kms,
        'mac',
        await createExternalKey(kms, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
      );
      const primary = await keep('global', undefined, { MultiRegion: true });
      await kms.send(new ReplicateKeyCommand({ KeyId: primary, ReplicaRegion: 'us-east-1' }));
      hidden = await keep(hiddenAlias);
      backMs = 0;
      await kms.send(new ScheduleKeyDeletionCommand({ KeyId: going, PendingWindowInDays: 7 }));
    },
    /** So many keys that work, and expire one after the other. */
    async fillMany(practice: PracticeAws, count: number): Promise<void> {
      const kms = clientOf(practice, keptRegion);
      for (let number = 1; number <= count; number++)
        await named(kms, `many-${number}`, await createExternalKey(kms));
    },
  };
}

const clientOf = (practice: PracticeAws, region: string): KMSClient =>
  new KMSClient({
    region,
    requestHandler: practice,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMIK7MDENGbPxRfiCY' },
  });

/** AWS has no material of this key any more, as on the day of its expiry. */
export async function loseNamed(practice: PracticeAws, alias: string): Promise<void> {
  const kms = clientOf(practice, keptRegion);
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: `alias/${alias}` }));
  await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: needed(KeyMetadata?.KeyId) }));
}

async function named(kms: KMSClient, alias: string, key: string): Promise<string> {
  await kms.send(new CreateAliasCommand({ AliasName: `alias/${alias}`, TargetKeyId: key }));
  return key;
}

async function makeKey(
  kms: KMSClient,
  alias: string,
  days: number | undefined,
  input: Partial<CreateKeyCommandInput>,
): Promise<string> {
  const key = await named(kms, alias, await createExternalKey(kms, input));
  const expiry =
    days === undefined
      ? {}
      : {
          ExpirationModel: 'KEY_MATERIAL_EXPIRES' as const,
          ValidTo: new Date(Date.now() + (days - 100) * dayMs + 3_600_000),
        };
  await importMaterial(kms, key, randomBytes(32), { request: expiry });
  return key;
}

/** A second material becomes current, and the first is lost. */
async function makeRotated(kms: KMSClient, key: string): Promise<void> {
  await importMaterial(kms, key, randomBytes(32), {
    request: { ImportType: 'NEW_KEY_MATERIAL', KeyMaterialDescription: 'Second material' },
  });
  await kms.send(new RotateKeyOnDemandCommand({ KeyId: key }));
  await kms.send(
    new CreateGrantCommand({
      KeyId: key,
      Name: 'reader',
      GranteePrincipal: `arn:aws:iam::${keptReceiver}:role/reader`,
      Operations: ['Decrypt', 'DescribeKey'],
    }),
  );
  const { Rotations } = await kms.send(
    new ListKeyRotationsCommand({ KeyId: key, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
  );
  const former = Rotations?.find(({ KeyMaterialState }) => KeyMaterialState === 'NON_CURRENT');
  await kms.send(
    new DeleteImportedKeyMaterialCommand({ KeyId: key, KeyMaterialId: needed(former?.KeyMaterialId) }),
  );
}

const policyFor = (receiver: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Root',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Sid: 'Receiver',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${receiver}:root` },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
      },
    ],
  });
