import { mkdtempSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateKeyCommand,
  KMSClient,
  ListKeyRotationsCommand,
  ReplicateKeyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { clientConfig } from '../../main/aws/transport/client-settings';
import type { KeyAct } from '../../main/shared/views/acts';
import { keyAt } from './act-work';
import { createWithCopy } from './again-work';
import { createBench } from './ceremony-bench';
import { importMaterial, needed } from './import-material';
import { valueOf } from './results';

type Bench = Awaited<ReturnType<typeof createBench>>;

export const dayMs = 86_400_000;
export const schedule: KeyAct = { do: 'schedule-deletion', days: 30 };
export const cancel: KeyAct = { do: 'cancel-deletion', enable: true };
export const deleteOnly: KeyAct = { do: 'delete-material', materials: 'only' };

export async function keyOnBench(options: Parameters<typeof createBench>[0] = {}) {
  const bench = await createBench(options);
  return { bench, ...(await createWithCopy(bench)) };
}

export const stateAt = async (bench: Bench, keyArn: string) => (await keyAt(bench, keyArn))?.KeyState;

export const materialsAt = async ({ outside }: Bench, keyArn: string) => {
  const { Rotations = [] } = await outside.send(
    new ListKeyRotationsCommand({ KeyId: keyArn, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
  );
  return Rotations;
};

/** A second material is imported; rotated in, it is the current one, and otherwise it waits. */
export async function addMaterial({ outside }: Bench, keyArn: string, isRotatedIn: boolean): Promise<string> {
  const { KeyMaterialId } = await importMaterial(outside, keyArn, randomBytes(32), {
    request: { ImportType: 'NEW_KEY_MATERIAL' },
  });
  if (isRotatedIn) await outside.send(new RotateKeyOnDemandCommand({ KeyId: keyArn }));
  return needed(KeyMaterialId);
}

export const scheduleOutside = ({ outside }: Bench, keyArn: string) =>
  outside.send(new ScheduleKeyDeletionCommand({ KeyId: keyArn, PendingWindowInDays: 7 }));

export const elsewhere = ({ practice, credentials, clock }: Bench, region: string) =>
  new KMSClient(
    clientConfig(
      { region, requestHandler: practice, useFipsEndpoint: false, useDualstackEndpoint: false },
      credentials,
      clock.now().getTime() - Date.now(),
    ),
  );

export const exceptionsOf = async (bench: Bench, run: string) => {
  bench.copyTo(mkdtempSync(join(tmpdir(), 'keyferry-record-')));
  const people = { operator: { name: 'Ada' }, witness: 'none' } as const;
  const saved = valueOf(await bench.saveRecord({ of: run, people }));
  if (!saved.picked) throw new Error('No place was picked.');
  const { exceptions } = saved.value.record;
  return exceptions === 'none' ? [] : exceptions;
};

/** A primary here with a replica in us-east-1, and material in this Region only. @returns its ARN. */
export async function multiRegionKey({ outside }: Bench): Promise<string> {
  const command = new CreateKeyCommand({ Origin: 'EXTERNAL', MultiRegion: true });
  const arn = needed((await outside.send(command)).KeyMetadata?.Arn);
  await importMaterial(outside, arn, randomBytes(32));
  await outside.send(new ReplicateKeyCommand({ KeyId: arn, ReplicaRegion: 'us-east-1' }));
  return arn;
}
