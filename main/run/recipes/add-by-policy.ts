import type { Recipe } from '../recipe';
import type { PolicyRun } from '../run';
import { compareAdded, putPolicy } from '../steps/put-policy';

/** Adds a receiver to the policy of a key that exists. */
export const addByPolicy: Recipe<PolicyRun> = {
  kind: 'add-by-policy',
  stages: [
    { rows: ['put-policy'], take: putPolicy, changes: 'PutKeyPolicy' },
    { rows: ['policy'], take: compareAdded },
  ],
};
