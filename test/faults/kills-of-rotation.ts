import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createWithCopy, goOnWith } from '../helpers/again-work';
import { valueOf } from '../helpers/ceremony-bench';
import { returnedFor } from '../helpers/returned-work';
import { materialsAt } from '../helpers/rotate-work';
import { leftOfFirst, live, ordered, withAws, type Sweep } from './killed-life';
import { newFolder, type Bench } from './material-in-shares';
import type { Order } from './mortal/order';

const statesAt = async (bench: Bench, keyArn: string): Promise<readonly (string | undefined)[]> =>
  (await materialsAt(bench, keyArn)).map(({ state }) => state).sort();

type Rotation = Extract<Order, { job: 'rotate' | 'finish-import' }>;
type Home = Pick<Rotation, 'notes' | 'url'>;

/** A key is rotated; `orderOf` says how its new material comes. */
const rotation =
  (orderOf: (maker: Bench, keyArn: string, home: Home) => Promise<Rotation>): Sweep =>
  (kill) =>
    withAws(async ({ url, came, next }) => {
      const notes = newFolder();
      const maker = (await next(newFolder())).bench;
      const { keyArn } = await createWithCopy(maker);
      const order = await orderOf(maker, keyArn, { notes, url });
      const lived = await live({ ...order, ...ordered(kill) });
      const { bench } = await next(notes);
      const found = valueOf(await bench.listUnfinished());
      const left = kill && leftOfFirst(kill);
      if (left) {
        expect(found).toEqual(left);
        expect(await statesAt(bench, keyArn)).toEqual(['CURRENT']);
        return lived;
      }
      if (kill) {
        expect(found).toMatchObject({ runs: [{ job: 'rotate' }], unusable: [] });
        const { session } = bench.session.view;
        let run = valueOf(await bench.resumeRun({ run: found.runs[0]?.run ?? '', session }));
        if (run.failure?.error.code === 'copy.released' && order.job === 'rotate') {
          run = await goOnWith(bench, run, sharesIn(order.copy));
        }
        expect(run.failure).toBeUndefined();
        expect(run.handOver?.again).toMatchObject({ aim: 'rotate', materials: { there: 2, needed: 2 } });
      }
      expect(await statesAt(bench, keyArn)).toEqual(['CURRENT', 'NON_CURRENT']);
      const asked = [...came, ...bench.way.sent].filter((one) => one === 'RotateKeyOnDemand');
      expect(asked).toHaveLength(1);
      expect(valueOf(await bench.listUnfinished()).runs).toEqual([]);
      expect(readdirSync(notes)).toEqual([]);
      return lived;
    });

const sharesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.html'))
    .map((name) => join(folder, name));

export const rotating = rotation((_, keyArn, home) =>
  Promise.resolve({ ...home, job: 'rotate', keyArn, copy: newFolder() }),
);

export const rotatingReturned = rotation(async (maker, keyArn, home) => {
  const { path, proof } = await returnedFor(maker, keyArn);
  return { ...home, job: 'finish-import', package: path, transfer: proof };
});
