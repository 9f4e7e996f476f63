import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  RotateKeyOnDemandCommand,
} from '@aws-sdk/client-kms';
import type { CopyPlan } from '../../main/shared/views/custody';
import type { RunView } from '../../main/shared/contract';
import type { Expiry } from '../../main/shared/views/aws';
import type { KeyView } from '../../main/shared/views/keys';
import type { createBench } from './ceremony-bench';
import { importMaterial } from './import-material';
import { valueOf } from './results';
import { writeSealedCopy } from './sealed-copies';

type Bench = Awaited<ReturnType<typeof createBench>>;

export const copyPassphrase = 'quartz hammock violin 93 teapot lagoon';
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-again-'));

/** A key that was created with a sealed copy of its material. */
export interface KeyWithCopy {
  readonly keyArn: string;
  /** Paths of the files of the copy. */
  readonly copy: readonly string[];
  readonly checkValue: string;
}

const plans = {
  passphrase: { by: 'passphrase', passphrase: copyPassphrase },
  // Nothing slows these down on purpose.
  shares: { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace'] },
} satisfies Record<string, CopyPlan>;

export interface Wanted {
  readonly expiry?: Expiry;
  readonly alias?: string;
  readonly by?: keyof typeof plans;
}

/** Makes a copy of new material, and a key of it. */
export async function createWithCopy(
  bench: Bench,
  { expiry = { kind: 'never' }, alias = 'bluescape-data', by = 'shares' }: Wanted = {},
): Promise<KeyWithCopy> {
  const folder = newFolder();
  bench.copyTo(by === 'shares' ? folder : join(folder, 'Sealed copy.age'));
  const made = valueOf(
    await bench.makeCopy({
      source: { from: 'generate', lengthBytes: 32 },
      purpose: {
        session: bench.session.view.session,
        alias,
        wrappingKeySpec: 'RSA_2048',
        wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        lengthBytes: 32,
      },
      copy: plans[by],
    }),
  );
  if (!made.picked) throw new Error('No place was picked.');
  const { handle, copy: view } = made.value;
  const run = await bench.create({ alias, expiry, material: { from: 'held', handle } });
  if (run.handOver === undefined) throw new Error(`The key was not made: ${JSON.stringify(run.failure)}`);
  const copy = readdirSync(folder)
    .filter((name) => !name.endsWith('.html'))
    .map((name) => join(folder, name));
  return { keyArn: run.handOver.keyArn, copy, checkValue: view.checkValue };
}

/** Somebody else imports new material and rotates it in. @returns its sealed copy. */
export async function rotateIn({ outside, clock }: Bench, keyArn: string): Promise<readonly string[]> {
  const material = randomBytes(32);
  await importMaterial(outside, keyArn, material, { request: { ImportType: 'NEW_KEY_MATERIAL' } });
  await outside.send(new RotateKeyOnDemandCommand({ KeyId: keyArn }));
  // AWS takes a while.
  await clock.sleep(120_000);
  return await sealedCopyOf(material);
}

/** @returns its path */
export async function sealedCopyOf(material: Uint8Array): Promise<readonly string[]> {
  const copy = join(newFolder(), 'Sealed copy.age');
  await writeSealedCopy(copy, material, copyPassphrase);
  return [copy];
}

/** AWS loses the material, as it does on the day of its expiration. */
export const loseMaterial = async (
  { outside }: Bench,
  keyArn: string,
  KeyMaterialId?: string,
): Promise<unknown> => outside.send(new DeleteImportedKeyMaterialCommand({ KeyId: keyArn, KeyMaterialId }));

export async function openedKey(bench: Bench, keyArn: string): Promise<KeyView> {
  return valueOf(await bench.openKey({ session: bench.session.view.session, arn: keyArn }));
}

/** Finds the copy, and opens it for the key, or for a run that imports into it. */
export async function openFor(
  bench: Bench,
  of: Pick<KeyView, 'key'> | Pick<RunView, 'run'>,
  copy: readonly string[],
) {
  const found = valueOf(await bench.findCopy({ files: [...copy] }));
  if (!found.picked) throw new Error('No copy was picked.');
  return await bench.openCopy({
    copy: found.value.handle,
    ...(found.value.form === 'passphrase' ? { passphrase: copyPassphrase } : {}),
    purpose: { ...('key' in of ? { key: of.key } : { run: of.run }), lengthBytes: 32 },
  });
}

/** Goes on with a run that asks for its copy. */
export async function goOnWith(bench: Bench, run: RunView, copy: readonly string[]): Promise<RunView> {
  const { handle } = valueOf(await openFor(bench, run, copy));
  return await bench.goOn(run, { material: { from: 'held', handle } });
}

/** Everything that a person does to import once more. */
export async function importOnceMore(
  bench: Bench,
  { keyArn, copy }: Pick<KeyWithCopy, 'keyArn' | 'copy'>,
  expiry: Expiry = { kind: 'never' },
): Promise<RunView> {
  const view = await openedKey(bench, keyArn);
  const held = valueOf(await openFor(bench, view, copy));
  const { session } = bench.session.view;
  return valueOf(await bench.importAgain({ key: view.key, session, held: held.handle, expiry }));
}

/** What importing once more must not change, and the state. */
export async function stateAndRest({ outside }: Bench, keyArn: string) {
  const { KeyMetadata } = await outside.send(new DescribeKeyCommand({ KeyId: keyArn }));
  const { Policy } = await outside.send(new GetKeyPolicyCommand({ KeyId: keyArn }));
  return {
    state: KeyMetadata?.KeyState,
    validTo: KeyMetadata?.ValidTo,
    policy: Policy,
    metadata: KeyMetadata,
  };
}
