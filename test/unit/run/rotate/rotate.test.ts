import { RotateKeyOnDemandCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { actOn, keyAt, planned } from '../../../helpers/act-work';
import { createWithCopy, openedKey } from '../../../helpers/again-work';
import { codeOf, createBench, rowsOf, valueOf } from '../../../helpers/ceremony-bench';
import { importMaterial } from '../../../helpers/import-material';
import { exceptionsOf, recordOf } from '../../../helpers/saved-record';
import { materialsAt, newMaterialFor, rotateWithCopy } from '../../../helpers/rotate-work';
import { randomBytes } from 'node:crypto';

type Bench = Awaited<ReturnType<typeof createBench>>;

/** New material that somebody imported, and that waits. */
async function letWait(bench: Bench, keyArn: string): Promise<string> {
  await importMaterial(bench.outside, keyArn, randomBytes(32), {
    request: { ImportType: 'NEW_KEY_MATERIAL' },
  });
  const waiting = (await materialsAt(bench, keyArn)).find(({ state }) => state === 'PENDING_ROTATION');
  return waiting?.id ?? '';
}

describe('rotating', () => {
  it('imports new material, rotates to it once, and proves that old and new texts are read', async () => {
    const bench = await createBench({ changeMs: 90_000 });
    const { keyArn } = await createWithCopy(bench);
    const [first] = await materialsAt(bench, keyArn);
    const { run, checkValue } = await rotateWithCopy(bench, keyArn);
    expect(run.failure).toBeUndefined();
    expect(rowsOf(run)).toBe(
      'encrypt-before done, get-parameters done, self-test done, wrap done, import done, see-waiting done, ' +
        'see-replicas skipped, rotate done, see-rotated done, decrypt-before done, encrypt-after done, policy done',
    );
    const materials = await materialsAt(bench, keyArn);
    const current = materials.find(({ state }) => state === 'CURRENT');
    expect(materials).toHaveLength(2);
    expect(materials.find(({ state }) => state === 'NON_CURRENT')?.id).toBe(first?.id);
    expect(run.handOver).toMatchObject({
      keyState: 'Enabled',
      checkValue,
      keyMaterialId: current?.id,
      again: {
        aim: 'rotate',
        policy: 'same',
        materials: { there: 2, needed: 2, missing: [] },
        rotated: { formerId: first?.id, newId: current?.id, readsOld: true, writesNew: true },
      },
    });
    expect(bench.way.sent.filter((operation) => operation === 'RotateKeyOnDemand')).toHaveLength(1);
    const { materials: listed } = await openedKey(bench, keyArn);
    const read = listed?.read === true ? listed.value : [];
    expect(read.find(({ role }) => role === 'CURRENT')?.copy?.checkValue).toBe(checkValue);
    const { record } = await recordOf(bench, run.run);
    expect(record.ceremony.job).toBe('rotate');
    expect(record.key).toMatchObject({ keyMaterialId: current?.id, alsoNeeded: [first?.id] });
    expect(exceptionsOf(record)).toEqual(['none']);
  });

  it('says what it could not prove where the person may not use the key', async () => {
    const bench = await createBench();
    const { keyArn } = await createWithCopy(bench);
    bench.way.failAlways('Encrypt', { name: 'AccessDeniedException' });
    const { run } = await rotateWithCopy(bench, keyArn);
    expect(run.failure).toBeUndefined();
    expect(run.handOver?.again?.rotated).toMatchObject({ readsOld: false, writesNew: false });
    expect(run.handOver?.untested).toBe('not-allowed');
    const { record } = await recordOf(bench, run.run);
    expect(exceptionsOf(record)).toEqual(['not-checked decrypt-before', 'not-checked encrypt-after']);
  });

  it('takes no material without a copy, and none that is on the key', async () => {
    const bench = await createBench();
    const { keyArn, copy } = await createWithCopy(bench);
    const { key } = await openedKey(bench, keyArn);
    const { session } = bench.session.view;
    const nothing = await bench.rotateKey({
      key,
      session,
      held: crypto.randomUUID(),
      expiry: { kind: 'never' },
    });
    expect(codeOf(nothing)).toBe('copy.gone');
    const found = valueOf(await bench.findCopy({ files: [...copy] }));
    if (!found.picked) throw new Error('No copy was picked.');
    const purpose = { rotates: key, lengthBytes: 32 } as const;
    expect(codeOf(await bench.openCopy({ copy: found.value.handle, purpose }))).toBe('rotate.sameMaterial');
  });

  it('is refused before a copy is made while new material waits, and leaves that', async () => {
    const bench = await createBench();
    const { keyArn } = await createWithCopy(bench);
    const id = await letWait(bench, keyArn);
    const { key } = await openedKey(bench, keyArn);
    const plan = await bench.planRotation({ key, session: bench.session.view.session });
    expect(plan).toMatchObject({ ok: false, error: { code: 'rotate.waiting', facts: { found: id } } });
  });
});

describe('material that waits', () => {
  it('is rotated to, with what it changed', async () => {
    const bench = await createBench({ changeMs: 90_000 });
    const { keyArn } = await createWithCopy(bench);
    const [first] = await materialsAt(bench, keyArn);
    const materialId = await letWait(bench, keyArn);
    const run = await actOn(bench, keyArn, { do: 'rotate-now', materialId });
    expect(run.failure).toBeUndefined();
    expect(run.acted?.changes).toEqual([{ what: 'current-material', before: first?.id, after: materialId }]);
    expect(rowsOf(run)).toContain('decrypt-before done, encrypt-after done');
    const { record } = await recordOf(bench, run.run);
    expect(record.changes).toEqual(run.acted?.changes);
  });

  it('is removed, and the key works on with what it had', async () => {
    const bench = await createBench();
    const { keyArn } = await createWithCopy(bench);
    const materialId = await letWait(bench, keyArn);
    const run = await actOn(bench, keyArn, { do: 'remove-waiting', materialId });
    expect(run.acted?.changes).toEqual([{ what: 'waiting-material', before: materialId, after: 'removed' }]);
    expect(await materialsAt(bench, keyArn)).toHaveLength(1);
    expect((await keyAt(bench, keyArn))?.KeyState).toBe('Enabled');
  });

  it('is neither rotated to nor removed where it is not what the person saw', async () => {
    const bench = await createBench();
    const { keyArn } = await createWithCopy(bench);
    const seen = await letWait(bench, keyArn);
    valueOf(await planned(bench, keyArn, { do: 'remove-waiting', materialId: seen }));
    for (const name of ['rotate-now', 'remove-waiting'] as const) {
      const other = await planned(bench, keyArn, { do: name, materialId: 'f'.repeat(64) });
      expect(codeOf(other)).toBe('rotate.otherWaiting');
    }
  });

  it('that the key uses by now is not deleted', async () => {
    const bench = await createBench();
    const { keyArn } = await createWithCopy(bench);
    const materialId = await letWait(bench, keyArn);
    const act = { do: 'remove-waiting', materialId } as const;
    const { plan } = valueOf(await planned(bench, keyArn, act));
    await bench.outside.send(new RotateKeyOnDemandCommand({ KeyId: keyArn }));
    const { session } = bench.session.view;
    const run = valueOf(await bench.carryOut({ plan, session, act }));
    expect(run.failure?.error.code).toMatch(/^rotate\.(running|alreadyRotated)$/);
    expect((await keyAt(bench, keyArn))?.KeyState).toBe('Enabled');
    expect(bench.way.sent).not.toContain('DeleteImportedKeyMaterial');
  });

  it('of a run that is not the one that waits is not rotated to', async () => {
    const bench = await createBench();
    const { keyArn } = await createWithCopy(bench);
    const { key } = await openedKey(bench, keyArn);
    const { held } = await newMaterialFor(bench, key);
    const id = await letWait(bench, keyArn);
    const { session } = bench.session.view;
    const refused = await bench.rotateKey({ key, session, held: held.handle, expiry: { kind: 'never' } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'rotate.waiting', facts: { found: id } } });
    expect(bench.way.sent).not.toContain('RotateKeyOnDemand');
  });
});
