import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { limits } from '../../../main/shared/limits';
import { without } from '../../../main/shared/without';
import { add, answered, keyWithoutReceiver, plan } from '../../helpers/addition-work';
import { codeOf, createBench, valueOf, type House } from '../../helpers/ceremony-bench';
import { forgeNote, notesIn, withoutMac } from '../../helpers/forged-note';
import { newFolder, recordOf } from '../../helpers/saved-record';

/** A key was created; the app that did it has ended. The next one has the same AWS, time and disk. */
async function oneKeyLater(mode: 'aws' | 'practice' = 'aws') {
  const finished = newFolder();
  const house: House = { finished, ...(mode === 'aws' ? { mode } : {}) };
  const first = await createBench({}, house);
  const run = await first.create();
  const { clock, practice } = first;
  const next = () => createBench({}, { ...house, clock, practice });
  return { finished, run, first, next, listed: async () => valueOf(await (await next()).listFinished()) };
}

async function noteIn(folder: string): Promise<string> {
  const files = createStateFiles(folder);
  const [name = ''] = valueOf(await files.names());
  const read = await files.read(name);
  return read.state === 'whole' ? read.text : '';
}

describe('finished work', () => {
  it('is listed after a restart, and its hand-over and record are the same', async () => {
    const { run, first, next } = await oneKeyLater();
    const before = await recordOf(first, run.run);
    const app = await next();
    const { works } = valueOf(await app.listFinished());
    expect(works).toMatchObject([
      { work: run.run, job: 'create-and-import', alias: 'bluescape-data', receiverName: 'Bluescape' },
    ]);
    const opened = valueOf(await app.openFinished({ work: run.run }));
    expect(opened).toMatchObject({ kind: 'run', handOver: run.handOver });
    const { record } = await recordOf(app, run.run);
    // When it is closed is another time, and so is its hash.
    expect(record).toMatchObject(without(before.record, 'closedAt', 'head'));
  });

  it('says whether the receiver that its key was made without has been added since', async () => {
    const finished = newFolder();
    const { life, addition, run } = await keyWithoutReceiver('snowflake', {}, { finished, mode: 'aws' });
    const { bench } = life;
    const opened = async () => valueOf(await bench.openFinished({ work: run.run }));
    expect(await opened()).toHaveProperty('addition', { receiver: answered.snowflake.name });
    await add(bench, valueOf(await plan(bench, addition)));
    const added = valueOf(await bench.listFinished()).works.find(({ job }) => job === 'add-receiver');
    expect(await opened()).toHaveProperty('addition', {
      receiver: answered.snowflake.name,
      addedAt: added?.finishedAt,
    });
    const { run: other, first } = await oneKeyLater();
    expect(valueOf(await first.openFinished({ work: other.run }))).not.toHaveProperty('addition');
  });

  it('says whether its record was saved', async () => {
    const { run, first, listed } = await oneKeyLater();
    expect((await listed()).works[0]?.isRecordSaved).toBe(false);
    await recordOf(first, run.run);
    expect((await listed()).works[0]?.isRecordSaved).toBe(true);
  });

  it('holds nothing secret, and nothing that could be imported', async () => {
    const { finished, first } = await oneKeyLater();
    const note = await noteIn(finished);
    expect(note).toContain('bluescape-data');
    expect(note).not.toMatch(/"(?:encryptedKeyMaterial|importToken)":\{"\$bytes":"[^"]/);
    for (const secret of Object.values(first.credentials)) expect(note).not.toContain(secret);
  });

  it('is not kept of practice', async () => {
    const { finished, listed } = await oneKeyLater('practice');
    expect((await listed()).works).toEqual([]);
    expect(readdirSync(finished)).toEqual([]);
  });

  it('is gone after 90 days, and not before', async () => {
    const { finished, first, listed } = await oneKeyLater();
    const dayMs = 24 * 60 * 60 * 1000;
    first.clock.moveOn((limits.finishedWorkDays - 1) * dayMs);
    expect((await listed()).works).toHaveLength(1);
    first.clock.moveOn(2 * dayMs);
    expect((await listed()).works).toEqual([]);
    expect(notesIn(finished)).toEqual([]);
  });

  it('is removed when a person asks, and only what is listed is', async () => {
    const { finished, run, next } = await oneKeyLater();
    const app = await next();
    expect(codeOf(await app.removeFinished({ work: '../unfinished/x' }))).toBe('journal.gone');
    valueOf(await app.removeFinished({ work: run.run }));
    expect(notesIn(finished)).toEqual([]);
    expect(codeOf(await app.openFinished({ work: run.run }))).toBe('journal.gone');
  });
});

describe('a note of finished work', () => {
  it('that was changed makes no record, and is named', async () => {
    const { finished, run, next } = await oneKeyLater();
    await forgeNote(finished, (text) => text.replace('Bluescape', 'Redscape!'));
    const app = await next();
    expect(valueOf(await app.listFinished())).toMatchObject({
      works: [],
      unusable: [{ of: 'finished', reason: 'changed' }],
    });
    expect(codeOf(await app.openFinished({ work: run.run }))).toBe('journal.gone');
    expect(valueOf(await app.discardNote({ note: run.run, of: 'finished' }))).toEqual({ isForgotten: true });
    expect(notesIn(finished)).toEqual([]);
  });

  it('that nothing proves says so, and is not proved by saving its record', async () => {
    const { finished, run, next } = await oneKeyLater();
    await forgeNote(finished, withoutMac);
    const app = await next();
    expect(valueOf(await app.openFinished({ work: run.run }))).toMatchObject({ needsConfirming: 'no-mac' });
    await recordOf(app, run.run);
    expect(await noteIn(finished)).not.toContain('"mac"');
  });

  it('whose run is not over is damaged: nothing would go on with it', async () => {
    const { finished, next } = await oneKeyLater();
    await forgeNote(finished, (text) =>
      withoutMac(text).replace('"step":"import","state":"done"', '"step":"import","state":"waiting"'),
    );
    expect(valueOf(await (await next()).listFinished())).toMatchObject({
      works: [],
      unusable: [{ of: 'finished', reason: 'damaged' }],
    });
  });
});
