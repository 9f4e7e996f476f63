import type { Recipe } from '../recipe';
import type { CreateRun } from '../run';
import { createAlias } from '../steps/create-alias';
import { createKey } from '../steps/create-key';
import { describeUntilEnabled } from '../steps/describe';
import { getParameters } from '../steps/get-parameters';
import { importMaterial } from '../steps/import';
import { comparePolicy, roundTrip } from '../steps/verify';
import { wrapMaterial } from '../steps/wrap';

/** From a reviewed plan to a key that the receiver can use. */
export const createAndImport: Recipe<CreateRun> = {
  kind: 'create',
  stages: [
    { rows: ['create-key'], take: createKey, changes: 'CreateKey' },
    { rows: ['create-alias'], take: createAlias, changes: 'CreateAlias' },
    { rows: ['get-parameters'], take: getParameters },
    // One vault does both.
    { rows: ['self-test', 'wrap'], take: wrapMaterial },
    { rows: ['import'], take: importMaterial, changes: 'ImportKeyMaterial' },
    { rows: ['describe'], take: describeUntilEnabled },
    { rows: ['round-trip'], take: roundTrip },
    { rows: ['policy'], take: comparePolicy },
  ],
};
