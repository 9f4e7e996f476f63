import type { Recipe } from '../recipe';
import type { FinishRun } from '../run';
import { followFinished } from '../steps/follow-state';
import { importMaterial } from '../steps/import';
import { comparePolicyBefore, roundTrip } from '../steps/verify';

/** Imports what an offline computer wrapped into the key that it was wrapped for. */
export const finishImport: Recipe<FinishRun> = {
  kind: 'finish',
  stages: [
    { rows: ['import'], take: importMaterial, changes: 'ImportKeyMaterial' },
    { rows: ['describe'], take: followFinished },
    { rows: ['round-trip'], take: roundTrip },
    { rows: ['policy'], take: comparePolicyBefore },
  ],
};
