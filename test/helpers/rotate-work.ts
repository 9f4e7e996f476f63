import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateKeyCommand, ListKeyRotationsCommand, ReplicateKeyCommand } from '@aws-sdk/client-kms';
import type { RunView } from '../../main/shared/contract';
import type { Expiry } from '../../main/shared/views/aws';
import type { HeldView } from '../../main/shared/views/custody';
import { openedKey } from './again-work';
import { benchRegion, type createBench } from './ceremony-bench';
import { importMaterial } from './import-material';
import { valueOf } from './results';

type Bench = Awaited<ReturnType<typeof createBench>>;

/** New material for an open key, and its copy in shares. */
export interface NewMaterial {
  readonly held: HeldView;
  /** Paths of the files of the copy. */
  readonly copy: readonly string[];
}

export async function newMaterialFor(
  bench: Bench,
  key: string,
  folder = mkdtempSync(join(tmpdir(), 'keyferry-rotate-')),
): Promise<NewMaterial> {
  bench.copyTo(folder);
  const made = valueOf(
    await bench.makeCopy({
      source: { from: 'generate', lengthBytes: 32 },
      purpose: { rotates: key, lengthBytes: 32 },
      copy: { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace'] },
    }),
  );
  if (!made.picked) throw new Error('No place was picked.');
  const copy = readdirSync(folder)
    .filter((name) => !name.endsWith('.html'))
    .map((name) => join(folder, name));
  return { held: made.value, copy };
}

export interface Rotation {
  readonly run: RunView;
  readonly copy: readonly string[];
  readonly checkValue: string;
}

/** Everything that a person does to rotate a key. @param begun is told of the copy before anything is sent. */
export async function rotateWithCopy(
  bench: Bench,
  keyArn: string,
  {
    expiry = { kind: 'never' },
    begun,
    folder,
  }: { expiry?: Expiry; begun?: (material: NewMaterial) => void; folder?: string } = {},
): Promise<Rotation> {
  const { key } = await openedKey(bench, keyArn);
  const { session } = bench.session.view;
  valueOf(await bench.planRotation({ key, session }));
  const made = await newMaterialFor(bench, key, folder);
  begun?.(made);
  const { handle, copy } = made.held;
  const run = valueOf(await bench.rotateKey({ key, session, held: handle, expiry }));
  return { run, copy: made.copy, checkValue: copy.checkValue };
}

/** The materials of the key as AWS has them, by their state; there is one of each at most in these tests. */
export async function materialsAt({ outside }: Pick<Bench, 'outside'>, keyArn: string) {
  const { Rotations = [] } = await outside.send(
    new ListKeyRotationsCommand({ KeyId: keyArn, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
  );
  return Rotations.map(({ KeyMaterialState: state, KeyMaterialId: id, ImportState: imported }) => ({
    state,
    id,
    imported,
  }));
}

/** A primary key with replicas, all with the same material. `replicaArn`: of the first. */
export async function multiRegionKey({ outside, outsideIn }: Bench, regions: readonly string[]) {
  const { KeyMetadata } = await outside.send(new CreateKeyCommand({ Origin: 'EXTERNAL', MultiRegion: true }));
  const keyArn = KeyMetadata?.Arn ?? '';
  const bytes = randomBytes(32);
  await importMaterial(outside, keyArn, bytes);
  for (const region of regions) {
    await outside.send(new ReplicateKeyCommand({ KeyId: keyArn, ReplicaRegion: region }));
    await importMaterial(outsideIn(region), keyArn.replace(benchRegion, region), bytes);
  }
  const [first = ''] = regions;
  return { keyArn, replicaArn: keyArn.replace(benchRegion, first), outsideThere: outsideIn(first) };
}
