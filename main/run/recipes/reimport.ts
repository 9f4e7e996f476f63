import type { Recipe } from '../recipe';
import type { ReimportRun } from '../run';
import { followState } from '../steps/follow-state';
import { getParameters } from '../steps/get-parameters';
import { importMaterial } from '../steps/import';
import { comparePolicyBefore, roundTrip } from '../steps/verify';
import { wrapMaterial } from '../steps/wrap';

/** Imports material once more that the key has, or had: it comes back, or gets another expiry. */
export const reimport: Recipe<ReimportRun> = {
  kind: 'reimport',
  stages: [
    { rows: ['get-parameters'], take: getParameters },
    // One vault does both.
    { rows: ['self-test', 'wrap'], take: wrapMaterial },
    { rows: ['import'], take: importMaterial, changes: 'ImportKeyMaterial' },
    { rows: ['describe'], take: followState },
    { rows: ['round-trip'], take: roundTrip },
    { rows: ['policy'], take: comparePolicyBefore },
  ],
};
