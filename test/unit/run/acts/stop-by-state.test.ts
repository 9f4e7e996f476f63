import { randomBytes } from 'node:crypto';
import {
  CancelKeyDeletionCommand,
  CreateKeyCommand,
  DeleteImportedKeyMaterialCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { offerOf } from '../../../../main/shared/acts-by-state';
import { keyAt } from '../../../helpers/act-work';
import { createBench } from '../../../helpers/ceremony-bench';
import { refusalOf } from '../../../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../../../helpers/import-material';

const calls = {
  'disable-key': (KeyId: string) => new DisableKeyCommand({ KeyId }),
  'enable-key': (KeyId: string) => new EnableKeyCommand({ KeyId }),
  'schedule-deletion': (KeyId: string) => new ScheduleKeyDeletionCommand({ KeyId }),
  'cancel-deletion': (KeyId: string) => new CancelKeyDeletionCommand({ KeyId }),
  'delete-material': (KeyId: string) => new DeleteImportedKeyMaterialCommand({ KeyId }),
} as const;

type Bench = Awaited<ReturnType<typeof createBench>>;

/** How a key comes into each state. */
const ways: Readonly<Record<string, (bench: Bench, keyArn: string) => Promise<unknown>>> = {
  Enabled: () => Promise.resolve(),
  Disabled: ({ outside }, KeyId) => outside.send(new DisableKeyCommand({ KeyId })),
  PendingImport: ({ outside }, KeyId) => outside.send(new DeleteImportedKeyMaterialCommand({ KeyId })),
  PendingDeletion: ({ outside }, KeyId) => outside.send(new ScheduleKeyDeletionCommand({ KeyId })),
};

/** What AWS takes without an error, and does not change anything by. */
const withoutEffect = ['Enabled enable-key', 'Disabled disable-key'];

describe('what stops a key is offered in the states in which AWS takes it', () => {
  it.each(Object.entries(ways))('%s', async (state, bring) => {
    const bench = await createBench();
    for (const [act, call] of Object.entries(calls)) {
      const keyArn = await createExternalKey(bench.outside);
      await importMaterial(bench.outside, keyArn, randomBytes(32));
      await bring(bench, keyArn);
      expect((await keyAt(bench, keyArn))?.KeyState).toBe(state);
      const isTaken = (await refusalOf(bench.outside.send(call(keyArn) as never))) === 'done';
      const offer = offerOf(act as keyof typeof calls, { state, keySpec: 'SYMMETRIC_DEFAULT' });
      const isOffered = offer?.offered === true;
      if (!withoutEffect.includes(`${state} ${act}`)) expect([act, isOffered]).toEqual([act, isTaken]);
    }
  });

  it('with nothing to delete where no material is there', async () => {
    const { outside } = await createBench();
    const command = new CreateKeyCommand({ Origin: 'EXTERNAL' });
    const KeyId = needed((await outside.send(command)).KeyMetadata?.KeyId);
    expect(await refusalOf(outside.send(new DeleteImportedKeyMaterialCommand({ KeyId })))).toBe('done');
    const key = { state: 'PendingImport', keySpec: 'SYMMETRIC_DEFAULT', materials: { there: 0, needed: 1 } };
    expect(offerOf('delete-material', key)).toEqual({ offered: false, because: 'no-material' });
  });
});
