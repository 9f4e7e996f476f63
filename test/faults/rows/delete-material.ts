import { ListKeyRotationsCommand } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { noCopySentence } from '../../../main/shared/acts-typed';
import type { KeyAct } from '../../../main/shared/views/acts';
import { actOn, planned } from '../../helpers/act-work';
import { createWithCopy, importOnceMore, openedKey, openFor } from '../../helpers/again-work';
import { codeOf, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { needed } from '../../helpers/import-material';
import {
  addMaterial,
  deleteOnly,
  elsewhere,
  exceptionsOf,
  keyOnBench,
  materialsAt,
  multiRegionKey,
  scheduleOutside,
  stateAt,
} from '../../helpers/stop-work';
import type { FaultRow } from '../fault-row';
import { sentCount } from '../life';

const step = 'Delete key material';

export const deleteMaterialRows: readonly FaultRow[] = [
  {
    id: 'F-L19',
    step,
    fault: 'the copy was opened, and has the right check value',
    expected: 'the alias is typed; the key stops, and the copy brings it back',
    how: async () => {
      const { bench, keyArn, copy } = await keyOnBench();
      valueOf(await openFor(bench, await openedKey(bench, keyArn), copy));
      const plan = valueOf(await planned(bench, keyArn, deleteOnly));
      expect(plan).toMatchObject({ typed: 'alias/bluescape-data', deletable: [{ opened: {} }] });
      const run = await actOn(bench, keyArn, deleteOnly);
      expect(run.acted).toMatchObject({
        state: 'PendingImport',
        changes: [
          { what: 'material', before: 'IMPORTED', after: 'PENDING_IMPORT' },
          { what: 'state', before: 'Enabled', after: 'PendingImport' },
        ],
      });
      expect(await stateAt(bench, keyArn)).toBe('PendingImport');
      expect((await importOnceMore(bench, { keyArn, copy })).failure).toBeUndefined();
      expect(await stateAt(bench, keyArn)).toBe('Enabled');
    },
  },
  {
    id: 'F-L20',
    step,
    fault: 'no copy was opened, or only one of other material',
    expected: 'refused, unless the sentence is typed; the record says that it was',
    how: async () => {
      const { bench, keyArn } = await keyOnBench();
      const other = await createWithCopy(bench, { alias: 'other-data' });
      valueOf(await openFor(bench, await openedKey(bench, other.keyArn), other.copy));
      const { plan, typed } = valueOf(await planned(bench, keyArn, deleteOnly));
      const { session } = bench.session.view;
      const request = { plan, session, act: deleteOnly };
      expect(codeOf(await bench.carryOut(request))).toBe('act.typed');
      expect(codeOf(await bench.carryOut({ ...request, typed: needed(typed) }))).toBe('act.typed');
      expect(sentCount(bench, 'DeleteImportedKeyMaterial')).toBe(0);
      expect(await stateAt(bench, keyArn)).toBe('Enabled');
      const run = valueOf(await bench.carryOut({ ...request, typed: noCopySentence }));
      expect(run.acted?.state).toBe('PendingImport');
      expect(await exceptionsOf(bench, run.run)).toContainEqual(
        expect.objectContaining({ kind: 'confirmed', typed: noCopySentence }),
      );
    },
  },
  {
    id: 'F-L21',
    step,
    fault: 'the key has several materials',
    expected: 'each is listed, none is meant before it is chosen, and only what was chosen is deleted',
    how: async () => {
      const { bench, keyArn } = await keyOnBench();
      const current = await addMaterial(bench, keyArn, true);
      const { plan, deletable = [] } = valueOf(await planned(bench, keyArn, deleteOnly));
      expect(deletable.map((one) => one.material?.role)).toEqual(['CURRENT', 'NON_CURRENT']);
      const { session } = bench.session.view;
      const unclear = await bench.carryOut({ plan, session, act: deleteOnly, typed: noCopySentence });
      expect(codeOf(unclear)).toBe('act.whichMaterial');
      const former = needed(deletable.find((one) => one.material?.id !== current)?.material?.id);
      await actOn(bench, keyArn, { do: 'delete-material', materials: [former] });
      expect(
        (await materialsAt(bench, keyArn)).map(({ KeyMaterialId, ImportState }) => [
          KeyMaterialId === current,
          ImportState,
        ]),
      ).toEqual(
        expect.arrayContaining([
          [true, 'IMPORTED'],
          [false, 'PENDING_IMPORT'],
        ]),
      );
      expect(await stateAt(bench, keyArn)).toBe('PendingImport');
      const left = valueOf(await planned(bench, keyArn, deleteOnly));
      expect(left.deletable?.map((one) => one.material?.id)).toEqual([current]);
    },
  },
  {
    id: 'F-L22',
    step,
    fault: 'the key waits for its deletion, or the material waits for a rotation and has replicas',
    expected: 'it stays scheduled; waiting material is gone from the replicas too, and the key works on',
    how: async () => {
      const { bench, keyArn } = await keyOnBench();
      await scheduleOutside(bench, keyArn);
      const run = await actOn(bench, keyArn, deleteOnly);
      expect(run.acted).toMatchObject({ state: 'PendingDeletion', changes: [{ what: 'material' }] });
      expect(await stateAt(bench, keyArn)).toBe('PendingDeletion');

      const primary = await multiRegionKey(bench);
      const waiting = await addMaterial(bench, primary, false);
      const wanted: KeyAct = { do: 'delete-material', materials: [waiting] };
      const planOf = valueOf(await planned(bench, primary, wanted));
      expect(planOf.deletable?.map((one) => one.material?.role)).toContain(
        'PENDING_MULTI_REGION_IMPORT_AND_ROTATION',
      );
      const gone = await actOn(bench, primary, wanted);
      expect(gone.acted).toMatchObject({
        state: 'Enabled',
        changes: [{ what: 'material', name: waiting, after: 'none' }],
      });
      const replica = primary.replace('eu-central-1', 'us-east-1');
      const there = await elsewhere(bench, 'us-east-1').send(
        new ListKeyRotationsCommand({ KeyId: replica, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
      );
      expect(there.Rotations?.map(({ KeyMaterialId }) => KeyMaterialId)).not.toContain(waiting);
      expect(await materialsAt(bench, primary)).toHaveLength(1);
    },
  },
  {
    id: 'F-L62',
    step,
    fault: 'no answer to DeleteImportedKeyMaterial, or a refusal at the second of two',
    expected: 'AWS is asked what became of it; what is gone stays gone, and nothing else is deleted',
    how: async () => {
      for (const [fault, sent] of [
        ['answer lost', 2],
        ['request lost', 3],
      ] as const) {
        const { bench, keyArn } = await keyOnBench();
        const current = await addMaterial(bench, keyArn, true);
        const former = needed(
          (await materialsAt(bench, keyArn)).find(({ KeyMaterialId }) => KeyMaterialId !== current)
            ?.KeyMaterialId,
        );
        bench.way.fail('DeleteImportedKeyMaterial', fault);
        const run = await actOn(bench, keyArn, {
          do: 'delete-material',
          materials: [former, current],
        });
        const over = run.failure ? await bench.goOn(run) : run;
        expect(rowsOf(over)).toBe('delete-material done, see-state done');
        expect(sentCount(bench, 'DeleteImportedKeyMaterial')).toBe(sent);
        expect((await materialsAt(bench, keyArn)).map(({ ImportState }) => ImportState)).toEqual([
          'PENDING_IMPORT',
          'PENDING_IMPORT',
        ]);
      }
      const { bench, keyArn } = await keyOnBench();
      const current = await addMaterial(bench, keyArn, true);
      const ids = (await materialsAt(bench, keyArn)).map(({ KeyMaterialId }) => needed(KeyMaterialId));
      const materials = [...ids.filter((id) => id !== current), current];
      bench.way.onSend('DeleteImportedKeyMaterial', () => {
        const isSecond = sentCount(bench, 'DeleteImportedKeyMaterial') === 2;
        if (isSecond) bench.way.fail('DeleteImportedKeyMaterial', { name: 'AccessDeniedException' });
      });
      const run = await actOn(bench, keyArn, { do: 'delete-material', materials });
      expect(run.failure?.error).toMatchObject({ code: 'aws.accessDenied', changedInAws: true });
      const over = await bench.goOn(run);
      expect(rowsOf(over)).toBe('delete-material done, see-state done');
      expect(sentCount(bench, 'DeleteImportedKeyMaterial')).toBe(3);
    },
  },
];
