import { generateKeyPairSync } from 'node:crypto';
import { ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import type { Mode } from '../../../main/shared/views/aws';
import {
  createWithCopy,
  goOnWith,
  importOnceMore,
  loseMaterial,
  openedKey,
  openFor,
  sealedCopyOf,
  stateAndRest,
} from '../../helpers/again-work';
import { benchRegion, codeOf, createBench, valueOf } from '../../helpers/ceremony-bench';
import { importMaterial } from '../../helpers/import-material';
import { makeKey } from '../../helpers/look-after-job';
import { makeShares } from '../../faults/material-in-shares';

type Bench = Awaited<ReturnType<typeof createBench>>;

const never = { kind: 'never' } as const;
const benchOf = (mode: Mode) => createBench({}, mode === 'aws' ? { mode } : {});
const importsOf = (bench: Bench): number => bench.way.bodies('ImportKeyMaterial').length;

/** A key that lost its material, as it was opened, and how often AWS was asked to import so far. */
async function lostKey(bench: Bench) {
  const made = await createWithCopy(bench);
  await loseMaterial(bench, made.keyArn);
  return { made, view: await openedKey(bench, made.keyArn), imports: importsOf(bench) };
}

/** Material that the other mode holds, in the same app. */
async function heldOfOther(bench: Bench, mode: Mode): Promise<string> {
  const session = await bench.signIn(benchRegion, mode === 'aws' ? 'practice' : 'aws');
  return (await makeShares({ ...bench, session })).material.handle;
}

describe('a key that had its material', () => {
  it('takes nothing that was opened for another key, and AWS is not asked', async () => {
    const bench = await createBench();
    const other = await createWithCopy(bench, { alias: 'other' });
    const held = valueOf(await openFor(bench, await openedKey(bench, other.keyArn), other.copy));
    const { view, imports } = await lostKey(bench);
    const { session } = bench.session.view;
    const again = await bench.importAgain({ key: view.key, session, held: held.handle, expiry: never });
    expect(codeOf(again)).toBe('copy.otherMaterial');
    expect(importsOf(bench)).toBe(imports);
  });

  it.each(['aws', 'practice'] as const)(
    'as one of %s takes nothing of the other, neither at the beginning nor when its run goes on',
    async (mode) => {
      const bench = await benchOf(mode);
      const { made, view, imports } = await lostKey(bench);
      const foreign = await heldOfOther(bench, mode);
      const { session } = bench.session.view;
      const begun = await bench.importAgain({ key: view.key, session, held: foreign, expiry: never });
      expect(codeOf(begun)).toBe('copy.practice');

      bench.way.fail('ImportKeyMaterial', { name: 'InvalidImportTokenException' });
      const run = await importOnceMore(bench, made);
      const material = { from: 'held', handle: foreign } as const;
      const on = await bench.continueRun({ run: run.run, session, changes: { material } });
      expect(codeOf(on)).toBe('copy.practice');
      expect(importsOf(bench)).toBe(imports + 1);
    },
  );

  it('is not reached by a sign-in of the other mode', async () => {
    const bench = await createBench();
    const { view, made } = await lostKey(bench);
    const held = valueOf(await openFor(bench, view, made.copy));
    const { session } = (await bench.signIn(benchRegion, 'aws')).view;
    const again = await bench.importAgain({ key: view.key, session, held: held.handle, expiry: never });
    expect(codeOf(again)).toBe('run.otherAccount');
  });

  it('takes nothing new when its run goes on', async () => {
    const bench = await createBench();
    const { made, imports } = await lostKey(bench);
    bench.way.fail('ImportKeyMaterial', { name: 'InvalidImportTokenException' });
    const { run } = await importOnceMore(bench, made);
    const { session } = bench.session.view;
    const material = { from: 'generate', lengthBytes: 32, confirmation: 'no copy' } as const;
    expect(codeOf(await bench.continueRun({ run, session, changes: { material } }))).toBe('ipc.badRequest');
    expect(importsOf(bench)).toBe(imports + 1);
  });

  it('takes nothing while it waits for its deletion', async () => {
    const bench = await createBench();
    const { made, view, imports } = await lostKey(bench);
    const held = valueOf(await openFor(bench, view, made.copy));
    await bench.outside.send(new ScheduleKeyDeletionCommand({ KeyId: made.keyArn }));
    const { session } = bench.session.view;
    const again = await bench.importAgain({ key: view.key, session, held: held.handle, expiry: never });
    expect(again).toMatchObject({
      error: { code: 'reimport.keyState', facts: { state: 'PendingDeletion' } },
    });
    expect(importsOf(bench)).toBe(imports);
  });
});

describe('what is looked at once the material is back', () => {
  it('is the key policy, which may be another one than before', async () => {
    const bench = await createBench();
    const { made } = await lostKey(bench);
    bench.way.onSend('ImportKeyMaterial', () =>
      bench.way.failAlways('GetKeyPolicy', { otherwise: (body) => body.replaceAll('kms:Decrypt', 'kms:*') }),
    );
    const run = await importOnceMore(bench, made);
    expect(run.failure).toMatchObject({ error: { code: 'reimport.policyChanged' }, next: 'continue' });
    expect((await stateAndRest(bench, made.keyArn)).state).toBe('Enabled');
    // Whoever goes on was told, and it is said at the end.
    expect((await bench.goOn(run)).handOver?.again?.policy).toBe('changed');
  });

  it('is its expiration, for as long as AWS answers the former one', async () => {
    const bench = await createBench();
    const made = await createWithCopy(bench);
    const validTo = new Date(bench.clock.now().getTime() + 300 * 86_400_000).toISOString();
    bench.way.failAlways('ListKeyRotations', {
      otherwise: (body) => body.replaceAll(/,"ValidTo":[\d.]+/g, ''),
    });
    const run = await importOnceMore(bench, made, { kind: 'on', validTo });
    expect(run.failure).toMatchObject({ error: { code: 'reimport.expiryNotSeen' }, next: 'continue' });
    bench.way.heal();
    const imports = importsOf(bench);
    expect((await bench.goOn(run)).handOver?.again?.aim).toBe('extend');
    expect(importsOf(bench)).toBe(imports);
  });
});

it('goes on with the copy of a private key, which is not as long as a symmetric one', async () => {
  const bench = await createBench({}, { mode: 'aws' });
  const keyArn = await makeKey(bench.outside, { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const material = privateKey.export({ format: 'der', type: 'pkcs8' });
  await importMaterial(bench.outside, keyArn, material, { algorithm: 'RSA_AES_KEY_WRAP_SHA_256' });
  await loseMaterial(bench, keyArn);
  const copy = await sealedCopyOf(material);
  bench.way.fail('ImportKeyMaterial', { name: 'ExpiredImportTokenException' });
  const run = await importOnceMore(bench, { keyArn, copy });
  expect(run.failure?.error.code).toBe('kms.expiredImportToken');
  const on = await goOnWith(bench, run, copy);
  expect(on.failure).toBeUndefined();
  expect((await stateAndRest(bench, keyArn)).state).toBe('Enabled');
});
