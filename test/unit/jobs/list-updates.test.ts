import { describe, expect, it } from 'vitest';
import { unreadableRow } from '../../../main/jobs/look-after/key-row';
import { createListUpdates } from '../../../main/jobs/look-after/list-updates';
import type { KeyListUpdate } from '../../../main/shared/views/keys';

/** Updates whose pauses end when the test says so. */
function held() {
  const sent: KeyListUpdate[] = [];
  const pauses: (() => void)[] = [];
  const slept: number[] = [];
  const updates = createListUpdates({
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      return new Promise((wake) => pauses.push(wake));
    },
    emit: (update) => sent.push(update),
    list: 'list',
    regions: () => [],
  });
  const row = (at: number) => unreadableRow({ arn: `arn:${at}`, keyId: String(at) }, 'eu-central-1');
  return {
    ...updates,
    sent,
    slept,
    rows: (count: number) => {
      for (let at = 0; at < count; at++) updates.row(row(at));
    },
    wake: async () => {
      pauses.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('the messages of a list', () => {
  it('gather what comes within an eighth of a second', async () => {
    const updates = held();
    updates.rows(100);
    updates.rows(100);
    updates.region();
    expect(updates.sent).toEqual([]);
    await updates.wake();
    expect(updates.sent.map(({ rows }) => rows.length)).toEqual([100]);
    expect(updates.slept).toEqual([125]);
  });

  it('have 800 rows at most, and the rest follows', async () => {
    const updates = held();
    updates.rows(1700);
    await updates.wake();
    await updates.wake();
    expect(updates.sent.map(({ rows }) => rows.length)).toEqual([800, 800]);
    updates.end();
    expect(updates.sent.map(({ rows }) => rows.length)).toEqual([800, 800, 100]);
  });

  it('come less often once there are a thousand rows, each of which the page then puts in order', async () => {
    const updates = held();
    updates.rows(999);
    await updates.wake();
    await updates.wake();
    updates.rows(1);
    await updates.wake();
    updates.rows(1);
    expect(updates.slept).toEqual([125, 125, 125, 500]);
  });

  it('say of a key that is gone only that', async () => {
    const updates = held();
    updates.rows(2);
    updates.gone('arn:1');
    await updates.wake();
    expect(updates.sent[0]?.gone).toEqual(['arn:1']);
    expect(updates.sent[0]?.rows.map(({ arn }) => arn)).toEqual(['arn:0']);
  });

  it('end with the list, which always says a last word', async () => {
    const updates = held();
    updates.end();
    updates.rows(2);
    updates.end();
    await updates.wake();
    expect(updates.sent).toEqual([{ list: 'list', rows: [], gone: [], regions: [] }]);
  });
});
