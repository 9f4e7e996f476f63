import { randomBytes } from 'node:crypto';
import { DisableKeyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { createBench, codeOf, rowsOf } from '../../helpers/ceremony-bench';
import {
  createWithCopy,
  importOnceMore,
  loseMaterial,
  openedKey,
  openFor,
  stateAndRest,
} from '../../helpers/again-work';
import { importMaterial } from '../../helpers/import-material';
import { makeKey } from '../../helpers/look-after-job';

const never = { kind: 'never' } as const;

describe('material that is gone', () => {
  it('comes back from its sealed copy, into the same key', async () => {
    const bench = await createBench();
    const made = await createWithCopy(bench, { by: 'passphrase' });
    const before = await stateAndRest(bench, made.keyArn);
    await loseMaterial(bench, made.keyArn);
    expect((await stateAndRest(bench, made.keyArn)).state).toBe('PendingImport');
    const run = await importOnceMore(bench, made);
    expect(run.failure).toBeUndefined();
    expect(rowsOf(run)).toBe(
      'get-parameters done, self-test done, wrap done, import done, describe done, round-trip done, policy done',
    );
    expect(run.handOver).toMatchObject({
      keyArn: made.keyArn,
      keyState: 'Enabled',
      checkValue: made.checkValue,
      again: {
        aim: 'bring-back',
        stateBefore: 'PendingImport',
        policy: 'same',
        materials: { there: 1, needed: 1 },
      },
    });
    expect(await stateAndRest(bench, made.keyArn)).toEqual(before);
  });

  it('sends the ID of the material, and keeps the description that it had', async () => {
    const bench = await createBench();
    const made = await createWithCopy(bench);
    const [material] = (await materialsOf(bench, made.keyArn)) ?? [];
    await loseMaterial(bench, made.keyArn);
    await importOnceMore(bench, made);
    expect(JSON.parse(bench.way.bodies('ImportKeyMaterial').at(-1) ?? '')).toMatchObject({
      ImportType: 'EXISTING_KEY_MATERIAL',
      KeyMaterialId: material?.id,
    });
    expect(await materialsOf(bench, made.keyArn)).toEqual([material]);
  });

  it('does not come back from the copy of another key, which is refused without AWS', async () => {
    const bench = await createBench();
    const other = await createWithCopy(bench);
    const made = await createWithCopy(bench, { alias: 'other' });
    await loseMaterial(bench, made.keyArn);
    const view = await openedKey(bench, made.keyArn);
    expect(codeOf(await openFor(bench, view, other.copy))).toBe('copy.otherMaterial');
    expect((await stateAndRest(bench, made.keyArn)).state).toBe('PendingImport');
  });

  it('does not come back from another copy where nothing tells: AWS refuses it, and nothing is changed', async () => {
    const bench = await createBench();
    const other = await createWithCopy(bench, { alias: 'other' });
    const keyArn = await makeKey(bench.outside);
    await importMaterial(bench.outside, keyArn, randomBytes(32));
    await loseMaterial(bench, keyArn);
    const before = await stateAndRest(bench, keyArn);
    const run = await importOnceMore(bench, { keyArn, copy: other.copy });
    expect(run.failure?.error).toMatchObject({ code: 'reimport.otherMaterial', changedInAws: false });
    expect(await stateAndRest(bench, keyArn)).toEqual(before);
  });

  it('comes back into a key that is disabled, and leaves it disabled', async () => {
    const bench = await createBench();
    const made = await createWithCopy(bench);
    await bench.outside.send(new DisableKeyCommand({ KeyId: made.keyArn }));
    const run = await importOnceMore(bench, made);
    expect(run.failure).toBeUndefined();
    expect(run.handOver).toMatchObject({ keyState: 'Disabled', untested: 'stopped' });
    expect((await stateAndRest(bench, made.keyArn)).state).toBe('Disabled');
  });
});

describe('another expiration', () => {
  it('is given while the key is enabled, and nobody sees it stopped', async () => {
    const bench = await createBench();
    const soon = {
      kind: 'on',
      validTo: new Date(bench.clock.now().getTime() + 5 * 86_400_000).toISOString(),
    } as const;
    const made = await createWithCopy(bench, { expiry: soon });
    const later = new Date(bench.clock.now().getTime() + 300 * 86_400_000).toISOString();
    const run = await importOnceMore(bench, made, { kind: 'on', validTo: later });
    expect(run.failure).toBeUndefined();
    expect(run.handOver).toMatchObject({
      keyState: 'Enabled',
      again: { aim: 'extend', stateBefore: 'Enabled', policy: 'same' },
    });
    const { validTo, state } = await stateAndRest(bench, made.keyArn);
    expect(state).toBe('Enabled');
    expect(Math.abs((validTo?.getTime() ?? 0) - Date.parse(later))).toBeLessThan(1000);
    expect(Date.parse(run.handOver?.again?.expiredBefore ?? '')).toBeCloseTo(Date.parse(soon.validTo), -4);
  });

  it('can be none at all', async () => {
    const bench = await createBench();
    const soon = new Date(bench.clock.now().getTime() + 5 * 86_400_000).toISOString();
    const made = await createWithCopy(bench, { expiry: { kind: 'on', validTo: soon } });
    const run = await importOnceMore(bench, made, never);
    expect(run.handOver?.expiresAt).toBeUndefined();
    expect((await stateAndRest(bench, made.keyArn)).validTo).toBeUndefined();
  });
});

async function materialsOf(bench: Awaited<ReturnType<typeof createBench>>, keyArn: string) {
  const { materials } = await openedKey(bench, keyArn);
  return materials?.read === true ? materials.value : undefined;
}
