import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRunJournal, type RunJournal } from '../../../main/run/journal';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import type { CopyPlan } from '../../../main/shared/views/custody';
import type { RunView } from '../../../main/shared/contract';
import { allDone, codeOf, createBench, rowsOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { testNoteKey } from '../../helpers/note-keys';
import { checkValueIn } from '../../helpers/check-value-in';

const shares: CopyPlan = { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace'] };
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-unfinished-'));

class Killed extends Error {}

/** A journal that ends its app after its n-th writing. */
function killingJournal(journal: RunJournal, at: number) {
  let writes = 0;
  const mortal: RunJournal = {
    ...journal,
    keep: async (run) => {
      writes += 1;
      const kept = await journal.keep(run);
      if (writes === at) throw new Killed();
      return kept;
    },
  };
  return { mortal, writes: () => writes };
}

interface Life {
  readonly folder: string;
  readonly copy: string;
  readonly first: Awaited<ReturnType<typeof createBench>>;
}

/** A ceremony up to the button, with a copy in shares; its app ends after the given writing. */
async function liveUntil(at: number) {
  const folder = newFolder();
  const { mortal, writes } = killingJournal(createRunJournal(createStateFiles(folder), testNoteKey), at);
  const first = await createBench({}, { mode: 'aws', journal: mortal });
  const copy = newFolder();
  first.copyTo(copy);
  const made = valueOf(
    await first.makeCopy({
      source: { from: 'generate', lengthBytes: 32 },
      purpose: purposeOf(first),
      copy: shares,
    }),
  );
  if (!made.picked) throw new Error('No place was picked.');
  const creating = first.create({ material: { from: 'held', handle: made.value.handle } });
  const ended = await creating.then(
    () => 'by itself' as const,
    (error: unknown) => {
      if (error instanceof Killed) return 'killed' as const;
      throw error;
    },
  );
  const life: Life = { folder, copy, first };
  return { ...life, ended, writes: writes() };
}

const purposeOf = (bench: Life['first']) =>
  ({
    session: bench.session.view.session,
    alias: 'bluescape-data',
    wrappingKeySpec: 'RSA_2048',
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    lengthBytes: 32,
  }) as const;

/** The app after the one that ended: same AWS, same disk, nothing in memory. */
async function nextLife({ folder, copy, first }: Life) {
  const journal = createRunJournal(createStateFiles(folder), testNoteKey);
  const { clock, practice } = first;
  const bench = await createBench({}, { mode: 'aws', journal, clock, practice });
  const { runs } = valueOf(await bench.listUnfinished());
  return {
    bench,
    runs,
    /** Goes on, with the copy where the material is needed once more. */
    resume: async (): Promise<RunView> => {
      const session = bench.session.view.session;
      let run = valueOf(await bench.resumeRun({ run: runs[0]?.run ?? '', session }));
      if (run.failure?.error.code === 'copy.released') {
        const { handle } = shownOf(await bench.findCopy({ files: [copy] }));
        const checkValue = checkValueIn(copy);
        const held = valueOf(await bench.openCopy({ copy: handle, purpose: purposeOf(bench), checkValue }));
        run = await bench.goOn(run, { material: { from: 'held', handle: held.handle } });
      }
      return run;
    },
  };
}

describe('an app that comes to its end', () => {
  it('leaves no note', async () => {
    const whole = await liveUntil(Infinity);
    expect(whole.ended).toBe('by itself');
    expect(readdirSync(whole.folder)).toEqual([]);
  });
});

describe('unfinished work', () => {
  it('says what exists and what is missing, and holds nothing secret', async () => {
    const life = await liveUntil(4);
    const { runs } = await nextLife(life);
    expect(runs[0]).toMatchObject({
      job: 'create-and-import',
      alias: 'bluescape-data',
      receiverName: 'Bluescape',
      custody: { kept: 'shares', files: [{}, {}, {}, {}] },
      isWrapped: false,
    });
    expect(runs[0]?.keyArn).toMatch(/^arn:aws:kms:/);
    const written = readdirSync(life.folder).map((name) => readFileSync(join(life.folder, name), 'utf8'));
    expect(written.join('')).toContain('keyferry-journal');
    const { secretAccessKey, accessKeyId } = life.first.credentials;
    for (const secret of [secretAccessKey, accessKeyId, life.copy])
      expect(written.join('')).not.toContain(secret);
  });

  it('is gone on with in its own account and Region alone', async () => {
    const { bench, runs } = await nextLife(await liveUntil(4));
    const other = await bench.signIn('us-east-1');
    const request = { run: runs[0]?.run ?? '', session: other.view.session };
    expect(codeOf(await bench.resumeRun(request))).toBe('run.otherAccount');
  });

  it('whose import parameters have expired asks for the copy once, and says that a fresh set was fetched', async () => {
    // The parameters are fetched; nothing is wrapped yet.
    const life = await liveUntil(4);
    const { bench, resume } = await nextLife(life);
    bench.clock.moveOn(24 * 60 * 60 * 1000);
    const run = await resume();
    expect(run.failure).toBeUndefined();
    expect(run.rows.filter(({ isRenewed }) => isRenewed).map(({ step }) => step)).toEqual(['get-parameters']);
    expect(bench.way.sent.filter((sent) => sent === 'GetParametersForImport')).toHaveLength(1);
    expect(bench.way.sent.filter((sent) => sent === 'ImportKeyMaterial')).toHaveLength(1);
  });

  it('is discarded with or without its key', async () => {
    const { bench, runs } = await nextLife(await liveUntil(4));
    const [run] = runs;
    const discarded = valueOf(
      await bench.discardRun({ run: run?.run ?? '', session: bench.session.view.session }),
    );
    expect(Date.parse(discarded.deletionAt ?? '')).toBeGreaterThan(bench.clock.now().getTime());
    expect(valueOf(await bench.listUnfinished()).runs).toEqual([]);
    expect(codeOf(await bench.discardRun({ run: run?.run ?? '' }))).toBe('journal.gone');
  });

  it('of a run that AWS refused from the start is none', async () => {
    const folder = newFolder();
    const journal = createRunJournal(createStateFiles(folder), testNoteKey);
    const bench = await createBench({}, { mode: 'aws', journal });
    bench.way.fail('CreateKey', { name: 'AccessDeniedException' });
    expect(rowsOf(await bench.create())).toBe('create-key failed');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not kept of practice', async () => {
    const folder = newFolder();
    const bench = await createBench({}, { journal: createRunJournal(createStateFiles(folder), testNoteKey) });
    bench.way.failAlways('GetKeyPolicy', 'request lost');
    await bench.create();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that cannot be written down stops the run before anything is sent', async () => {
    const files = createStateFiles(join(newFolder(), 'state'));
    writeFileSync(join(newFolder(), 'x'), '');
    const { write } = createStateFiles('/dev/null/nowhere');
    const journal = createRunJournal({ ...files, write: () => write('x', '') }, testNoteKey);
    const bench = await createBench({}, { mode: 'aws', journal });
    const run = await bench.create();
    expect(run.failure).toMatchObject({ error: { code: 'journal.notWritten', changedInAws: false } });
    expect(await bench.countKeys()).toBe(0);
    expect(rowsOf(run)).not.toBe(allDone);
  });
});

describe('a journal', () => {
  /** The file of the one run that is unfinished. */
  async function interrupted() {
    const life = await liveUntil(4);
    const [name = ''] = readdirSync(life.folder).filter((each) => each.endsWith('.state'));
    return { ...life, path: join(life.folder, name) };
  }

  it.each([
    ['cut short', (text: string) => text.slice(0, -10)],
    ['changed in one digit', (text: string) => text.replace('"region":"eu', '"region":"es')],
    ['empty', () => ''],
    ['of another program', () => '{}'],
  ])('that is %s falls back to the writing before it', async (_what, damage) => {
    const life = await interrupted();
    writeFileSync(life.path, damage(readFileSync(life.path, 'utf8')));
    const { resume, bench, runs } = await nextLife(life);
    expect(runs).toMatchObject([{ isOlder: true }]);
    expect((await resume()).failure).toBeUndefined();
    expect(await bench.countKeys()).toBe(1);
  });

  it('that is damaged in both stays where it is, is said each time, and harms nothing', async () => {
    const life = await interrupted();
    for (const path of [life.path, `${life.path}.previous`]) writeFileSync(path, 'damaged');
    const before = readdirSync(life.folder);
    const { bench, runs } = await nextLife(life);
    expect(runs).toEqual([]);
    expect(readdirSync(life.folder)).toEqual(before);
    const { unusable } = valueOf(await bench.listUnfinished());
    expect(unusable).toMatchObject([{ of: 'run', reason: 'damaged' }]);
  });
});
