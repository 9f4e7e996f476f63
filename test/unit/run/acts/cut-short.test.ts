import { CreateAliasCommand, CreateKeyCommand, TagResourceCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { createRunJournal, type RunJournal } from '../../../../main/run/journal';
import { createStateFiles } from '../../../../main/platform/notes/state-files';
import type { KeyAct } from '../../../../main/shared/views/acts';
import { beginLife, sentCount } from '../../../faults/life';
import { newFolder } from '../../../faults/material-in-shares';
import { carriedOut, planned } from '../../../helpers/act-work';
import { valueOf } from '../../../helpers/ceremony-bench';
import { testNoteKey } from '../../../helpers/note-keys';

type Moment = 'before' | 'after';

/** A journal whose app ends at its n-th note: nothing of it goes on. */
function ending(journal: RunJournal, at: number, moment: Moment) {
  let notes = 0;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const forEver = new Promise<never>(() => undefined);
  const keep: RunJournal['keep'] = async (run) => {
    notes += 1;
    if (notes !== at) return await journal.keep(run);
    if (moment === 'after') await journal.keep(run);
    end();
    return await forEver;
  };
  return { ended, journal: { ...journal, keep } };
}

/** One life that makes the key, one that is cut short, and one that goes on; undefined where it was not cut short. */
async function liveThrice(act: KeyAct, operations: readonly string[], at: number, moment: Moment) {
  const first = await beginLife();
  const { clock, practice, outside } = first.bench;
  const made = await first.bench.create({ multiRegion: true });
  const keyArn = made.handOver?.keyArn ?? '';
  await outside.send(new TagResourceCommand({ KeyId: keyArn, Tags: [{ TagKey: 'old', TagValue: 'yes' }] }));
  const { KeyMetadata } = await outside.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
  const TargetKeyId = KeyMetadata?.KeyId;
  await outside.send(new CreateAliasCommand({ AliasName: 'alias/orders', TargetKeyId }));

  const folder = newFolder();
  const own = createRunJournal(createStateFiles(folder), testNoteKey);
  const { ended, journal } = ending(own, at, moment);
  const second = await beginLife({}, { clock, practice, journal }, folder);
  const isWhole = await Promise.race([
    carriedOut(second.bench, keyArn, act).then(() => true),
    ended.then(() => false),
  ]);
  if (isWhole) return undefined;

  const third = await beginLife({}, { clock, practice }, folder);
  const found = valueOf(await third.bench.listUnfinished());
  const [work] = found.runs;
  const { session } = third.bench.session.view;
  // Nothing was written down, so nothing was sent.
  const run = work
    ? valueOf(await third.bench.resumeRun({ run: work.run, session }))
    : valueOf(await carriedOut(third.bench, keyArn, act));
  expect(run.failure).toBeUndefined();
  expect(valueOf(await third.bench.listUnfinished()).runs).toEqual([]);
  for (const operation of operations) {
    const sent = sentCount(second.bench, operation) + sentCount(third.bench, operation);
    expect([at, moment, operation, sent]).toEqual([at, moment, operation, 1]);
  }
  const plan = await planned(third.bench, keyArn, { do: 'relabel-key', set: [], removed: [] });
  return { changes: run.acted?.changes, labels: valueOf(plan).labels };
}

const acts: readonly (readonly [KeyAct, readonly string[], number])[] = [
  [
    { do: 'relabel-key', description: 'New', set: [{ key: 'team', value: 'a' }], removed: ['old'] },
    ['UpdateKeyDescription', 'TagResource', 'UntagResource'],
    3,
  ],
  [{ do: 'give-alias', alias: 'invoices' }, ['CreateAlias'], 1],
  [{ do: 'move-alias', alias: 'orders' }, ['UpdateAlias'], 1],
  [{ do: 'remove-alias', alias: 'bluescape-data' }, ['DeleteAlias'], 1],
  [{ do: 'replicate-key', to: 'eu-west-1' }, ['ReplicateKey'], 1],
];

describe('an app that ends in the middle of an act', () => {
  it.each(acts)('%j goes on, and nothing is sent twice', async (act, operations, count) => {
    let lives = 0;
    for (let at = 1; ; at++) {
      const [before, after] = [
        await liveThrice(act, operations, at, 'before'),
        await liveThrice(act, operations, at, 'after'),
      ];
      if (before === undefined || after === undefined) break;
      lives += 2;
      for (const end of [before, after]) expect(end.changes).toHaveLength(count);
      if (act.do === 'relabel-key') expect(after.labels?.description).toBe('New');
    }
    expect(lives).toBeGreaterThan(operations.length * 2);
  });
});
