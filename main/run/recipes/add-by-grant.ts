import type { Recipe } from '../recipe';
import type { GrantRun } from '../run';
import { compareGrant, createGrant } from '../steps/create-grant';

/** Lets a receiver use a key that exists, by a grant. */
export const addByGrant: Recipe<GrantRun> = {
  kind: 'add-by-grant',
  stages: [
    { rows: ['create-grant'], take: createGrant, changes: 'CreateGrant' },
    { rows: ['grant'], take: compareGrant },
  ],
};
