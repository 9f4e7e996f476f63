import { describe, it } from 'vitest';
import { titleOf } from './fault-row';
import { windowRows } from './window-rows';

describe('the fault matrix, in the window', () => {
  for (const row of windowRows) it.skipIf(row.skip !== undefined)(titleOf(row), row.how);
});
