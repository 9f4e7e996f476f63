import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { planned } from '../../helpers/act-work';
import { createWithCopy } from '../../helpers/again-work';
import { codeOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { importMaterial } from '../../helpers/import-material';
import type { Fault } from '../../helpers/faulty-handler';
import { offlineApp } from '../../helpers/offline-app';
import { finishOffline } from '../../helpers/offline-work';
import { returnedFor, savedParameters } from '../../helpers/returned-work';
import { materialsAt, multiRegionKey } from '../../helpers/rotate-work';
import type { FaultRow } from '../fault-row';
import { beginLife, sentCount } from '../life';
import { newFolder, type Bench } from '../material-in-shares';

const step = 'Rotate offline';

async function withReturned() {
  const { bench } = await beginLife();
  const { keyArn } = await createWithCopy(bench);
  return { bench, keyArn, returned: await returnedFor(bench, keyArn) };
}

const statesAt = async (bench: Bench, keyArn: string) =>
  (await materialsAt(bench, keyArn)).map(({ state }) => state).sort();

/** The answer or the request of one call is lost, and the key is rotated to what came back, once. */
const lost = (id: string, operation: string, sent: number): FaultRow => ({
  id,
  step,
  fault: `the answer to ${operation} is lost, or the request`,
  expected: 'AWS is asked what became of it; the key has the new material once, and is rotated once',
  how: async () => {
    for (const fault of ['answer lost', 'request lost'] satisfies readonly Fault[]) {
      const { bench, keyArn, returned } = await withReturned();
      const before = sentCount(bench, operation);
      bench.way.fail(operation, fault);
      const first = valueOf(await finishOffline(bench, returned, [returned.path]));
      const run = first.failure ? await bench.goOn(first) : first;
      expect(run.failure, fault).toBeUndefined();
      expect(await statesAt(bench, keyArn), fault).toEqual(['CURRENT', 'NON_CURRENT']);
      expect(sentCount(bench, operation) - before, fault).toBeLessThanOrEqual(sent);
    }
  },
});

export const rotateReturnedRows: readonly FaultRow[] = [
  {
    id: 'F-L64',
    step,
    fault: 'the offline computer is given material that the key has',
    expected: 'refused there, and nothing is saved',
    how: async () => {
      const { bench } = await beginLife();
      const { keyArn, copy } = await createWithCopy(bench);
      const saved = newFolder();
      const offlineFiles = createStateFiles(newFolder());
      const app = offlineApp({ copy: newFolder(), saved, offlineFiles });
      const { handle } = shownOf(await app.readParameters({ files: [await savedParameters(bench, keyArn)] }));
      const held = await app.restore(handle, copy);
      expect(codeOf(await app.wrapHeld(handle, held))).toBe('rotate.sameMaterial');
      expect(readdirSync(saved)).toEqual([]);
    },
  },
  {
    id: 'F-L65',
    step,
    fault: 'somebody makes an import again of the package on its way',
    expected: 'refused, since the transfer code is of what it is for; nothing is sent',
    how: async () => {
      const { bench, keyArn, returned } = await withReturned();
      const document = JSON.parse(readFileSync(returned.path, 'utf8')) as Record<string, unknown>;
      writeFileSync(
        returned.path,
        JSON.stringify({ ...document, version: 2, importType: undefined }, null, 2),
      );
      const sent = sentCount(bench, 'ImportKeyMaterial');
      expect(codeOf(await finishOffline(bench, returned, [returned.path]))).toBe('package.transferCode');
      expect(sentCount(bench, 'ImportKeyMaterial')).toBe(sent);
      expect(await statesAt(bench, keyArn)).toEqual(['CURRENT']);
    },
  },
  lost('F-L66', 'ImportKeyMaterial', 2),
  lost('F-L67', 'RotateKeyOnDemand', 2),
  {
    id: 'F-L68',
    step,
    fault: 'the import parameters expire on the way',
    expected: 'refused before anything is sent; the key works on',
    how: async () => {
      const { bench, keyArn, returned } = await withReturned();
      await bench.clock.sleep(25 * 60 * 60 * 1000);
      expect(codeOf(await finishOffline(bench, returned, [returned.path]))).toBe('parameters.expired');
      expect(await statesAt(bench, keyArn)).toEqual(['CURRENT']);
    },
  },
  {
    id: 'F-L71',
    step,
    fault: 'a replica lacks the new material, which an offline computer has wrapped for one Region',
    expected:
      '0 of 1, which Regions, and the rotation is held back; once the replica has it, the run goes on',
    how: async () => {
      const { bench, keyArn, replicaArn } = await keyInRegion();
      const returned = await returnedFor(bench, keyArn);
      const run = valueOf(await finishOffline(bench, returned, [returned.path]));
      expect(run.failure?.error).toMatchObject({
        code: 'rotate.replicasLack',
        facts: { there: 0, needed: 1, regions: replicaRegion },
      });
      expect(sentCount(bench, 'RotateKeyOnDemand')).toBe(0);
      const waits = 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';
      expect(await statesAt(bench, keyArn)).toEqual(['CURRENT', waits]);
      const waiting = (await materialsAt(bench, keyArn)).find(({ state }) => state === waits);
      const act = { do: 'rotate-now', materialId: waiting?.id ?? '' } as const;
      expect(codeOf(await planned(bench, keyArn, act))).toBe('rotate.replicasLack');
      await importMaterial(bench.outsideIn(replicaRegion), replicaArn, returned.material, {
        request: { ImportType: 'EXISTING_KEY_MATERIAL' },
      });
      expect((await bench.goOn(run)).failure).toBeUndefined();
      expect(await statesAt(bench, keyArn)).toEqual(['CURRENT', 'NON_CURRENT']);
    },
  },
];

const replicaRegion = 'eu-west-1';

async function keyInRegion() {
  const { bench } = await beginLife();
  return { bench, ...(await multiRegionKey(bench, [replicaRegion])) };
}
