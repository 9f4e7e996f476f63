import { describe, expect, it } from 'vitest';
import { rowsOf as stepsOf } from '../../../main/run/recipe';
import { addByGrant } from '../../../main/run/recipes/add-by-grant';
import { addByPolicy } from '../../../main/run/recipes/add-by-policy';
import { createAndImport } from '../../../main/run/recipes/create-and-import';
import { finishImport } from '../../../main/run/recipes/finish-import';
import { rotate } from '../../../main/run/recipes/rotate';
import { runSteps } from '../../../main/shared/run-steps';
import { createBench, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { offlineWork } from '../../helpers/offline-work';

const recipes = [createAndImport, finishImport, addByPolicy, addByGrant, rotate] as const;

describe('a recipe', () => {
  it.each(recipes)('$kind has each of its steps once, in the order of all steps', (recipe) => {
    const steps = recipe.stages.flatMap(({ rows }) => rows);
    expect(new Set(steps).size).toBe(steps.length);
    expect(runSteps.filter((step) => steps.includes(step))).toEqual(steps);
  });

  it.each(recipes)('$kind names each way in which it changes AWS once', ({ stages }) => {
    const changes = stages.flatMap((stage) => ('changes' in stage ? [stage.changes] : []));
    expect(new Set(changes).size).toBe(changes.length);
    expect(changes.length).toBeGreaterThan(0);
  });

  it('is all that a run does: an offline import has its own rows, and makes no key, alias or parameters', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    const before = bench.way.sent.length;
    const { handle } = shownOf(await bench.readReturnPackage({ files: [work.package] }));
    const { session } = bench.session.view;
    const run = valueOf(
      await bench.finishImport({
        returned: handle,
        session,
        expiry: { kind: 'never' },
        transfer: work.proof,
      }),
    );
    expect(run.rows.map(({ step }) => step)).toEqual(stepsOf(finishImport));
    const sent = new Set(bench.way.sent.slice(before));
    expect([...sent].sort()).toEqual([
      'Decrypt',
      'DescribeKey',
      'Encrypt',
      'GetKeyPolicy',
      'ImportKeyMaterial',
    ]);
  });
});
