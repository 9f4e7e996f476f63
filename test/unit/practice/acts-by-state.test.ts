import { randomBytes } from 'node:crypto';
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  DeleteAliasCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  GetKeyPolicyCommand,
  KMSClient,
  ListAliasesCommand,
  PutKeyPolicyCommand,
  ReplicateKeyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  UpdateAliasCommand,
  UpdateKeyDescriptionCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { practiceAws } from '../../helpers/practice-aws';
import { offerOf, type KeyAction } from '../../../main/shared/acts-by-state';
import { createExternalKey, importMaterial, needed } from '../../helpers/import-material';

const region = 'eu-central-1';
const elsewhere = 'us-east-1';

/** An account of the practice AWS whose changes of multi-Region keys take a while. */
function account() {
  const practice = practiceAws({ now: () => new Date(), region, changeMs: 60_000 });
  const clientIn = (inRegion: string): KMSClient =>
    new KMSClient({
      region: inRegion,
      requestHandler: practice,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMIK7MDENGbPxRfiCY' },
    });
  return { kms: clientIn(region), other: clientIn(elsewhere) };
}

type Account = ReturnType<typeof account>;

interface Standing {
  readonly kms: KMSClient;
  readonly key: string;
  readonly material: Uint8Array;
}

async function made({ kms }: Account, multiRegion = false): Promise<Standing> {
  const key = await createExternalKey(kms, { MultiRegion: multiRegion });
  const material = randomBytes(32);
  await importMaterial(kms, key, material);
  return { kms, key, material };
}

/** How a key comes into each state that AWS names. */
const states: Readonly<Record<string, (at: Account) => Promise<Standing>>> = {
  Enabled: (at) => made(at),
  Disabled: async (at) => {
    const standing = await made(at);
    await at.kms.send(new DisableKeyCommand({ KeyId: standing.key }));
    return standing;
  },
  PendingImport: async ({ kms }) => ({ kms, key: await createExternalKey(kms), material: randomBytes(32) }),
  PendingDeletion: async (at) => {
    const standing = await made(at);
    await at.kms.send(new ScheduleKeyDeletionCommand({ KeyId: standing.key, PendingWindowInDays: 7 }));
    return standing;
  },
  PendingReplicaDeletion: async (at) => {
    const standing = await made(at, true);
    await at.kms.send(new ReplicateKeyCommand({ KeyId: standing.key, ReplicaRegion: elsewhere }));
    await at.kms.send(new ScheduleKeyDeletionCommand({ KeyId: standing.key, PendingWindowInDays: 7 }));
    return standing;
  },
  Creating: async (at) => {
    const standing = await made(at, true);
    await at.kms.send(new ReplicateKeyCommand({ KeyId: standing.key, ReplicaRegion: elsewhere }));
    return { ...standing, kms: at.other };
  },
};

/** The call that an action stands for. */
const calls: Readonly<Record<KeyAction, (standing: Standing) => Promise<unknown>>> = {
  'import-again': ({ kms, key, material }) => importMaterial(kms, key, material),
  extend: ({ kms, key, material }) =>
    importMaterial(kms, key, material, {
      request: { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: new Date(Date.now() + 86_400_000) },
    }),
  'disable-key': ({ kms, key }) => kms.send(new DisableKeyCommand({ KeyId: key })),
  'enable-key': ({ kms, key }) => kms.send(new EnableKeyCommand({ KeyId: key })),
  'schedule-deletion': ({ kms, key }) =>
    kms.send(new ScheduleKeyDeletionCommand({ KeyId: key, PendingWindowInDays: 7 })),
  'cancel-deletion': ({ kms, key }) => kms.send(new CancelKeyDeletionCommand({ KeyId: key })),
  'delete-material': ({ kms, key }) => kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: key })),
  'allow-receiver': putPolicyBack,
  'revoke-receiver': putPolicyBack,
  'relabel-key': ({ kms, key }) =>
    kms.send(new UpdateKeyDescriptionCommand({ KeyId: key, Description: 'Orders' })),
  'give-alias': ({ kms, key }) =>
    kms.send(new CreateAliasCommand({ AliasName: 'alias/new', TargetKeyId: key })),
  'move-alias': async ({ kms, key }) => {
    const from = await createExternalKey(kms, { MultiRegion: key.startsWith('mrk-') });
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/moving', TargetKeyId: from }));
    await kms.send(new UpdateAliasCommand({ AliasName: 'alias/moving', TargetKeyId: key }));
  },
  'remove-alias': async ({ kms, key }) => {
    const { Aliases = [] } = await kms.send(new ListAliasesCommand({ KeyId: key }));
    for (const { AliasName } of Aliases) await kms.send(new DeleteAliasCommand({ AliasName }));
  },
  'replicate-key': ({ kms, key }) =>
    kms.send(new ReplicateKeyCommand({ KeyId: key, ReplicaRegion: 'eu-west-1' })),
  rotate: rotateToNew,
  'rotate-now': rotateToNew,
  'remove-waiting': ({ kms, key }) => kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: key })),
};

async function putPolicyBack({ kms, key }: Standing): Promise<void> {
  const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId: key }));
  await kms.send(new PutKeyPolicyCommand({ KeyId: key, Policy }));
}

async function rotateToNew({ kms, key }: Standing): Promise<void> {
  await importMaterial(kms, key, randomBytes(32), { request: { ImportType: 'NEW_KEY_MATERIAL' } });
  await kms.send(new RotateKeyOnDemandCommand({ KeyId: key }));
}

const stateOf = async ({ kms, key }: Standing): Promise<string> =>
  needed((await kms.send(new DescribeKeyCommand({ KeyId: key }))).KeyMetadata?.KeyState);

const cells = Object.keys(states).flatMap((state) =>
  (Object.keys(calls) as KeyAction[]).map((action) => ({ state, action })),
);

describe('what is offered for a key in each state', () => {
  it.each(cells)('is what AWS takes: $action while $state', async ({ state, action }) => {
    const at = account();
    const standing = await needed(states[state])(at);
    expect(await stateOf(standing)).toBe(state);
    const offer = offerOf(action, { state, keySpec: 'SYMMETRIC_DEFAULT' });
    const taken = await calls[action](standing).then(
      () => true,
      () => false,
    );
    // Where an action has no sense, AWS may take the call all the same.
    if (offer !== undefined) expect(taken).toBe(offer.offered);
  });

  it('is nothing that changes a key of a state that this app does not know', () => {
    const offers = (Object.keys(calls) as KeyAction[]).map((action) =>
      offerOf(action, { state: 'Hibernating', keySpec: 'SYMMETRIC_DEFAULT' }),
    );
    expect(new Set(offers)).toEqual(new Set([undefined]));
  });
});
