import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateAliasCommand, CreateKeyCommand, DescribeKeyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { noCopyConfirmation } from '../../../main/shared/views/custody';
import type { UnfinishedRunView } from '../../../main/shared/views/unfinished';
import { beginLife, expectOneEnabledKey, type Life } from '../../faults/life';
import { allDone, codeOf, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { goOnWith, loseMaterial, sealedCopyOf } from '../../helpers/again-work';
import { importMaterial, needed } from '../../helpers/import-material';
import { testNoteKey } from '../../helpers/note-keys';
import { offlineApp } from '../../helpers/offline-app';

type Version = 1 | 2 | 3;

/** What releases with these versions of notes wrote while a step was under way: a note a step, or a state offline. */
interface Notes {
  readonly create: Readonly<Record<string, string>>;
  readonly finish: Readonly<Record<string, string>>;
  /** Since version 3. */
  readonly reimport?: Readonly<Record<string, string>>;
  readonly offline: Readonly<Record<string, string>>;
}
const notesOf = (version: Version): Notes =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../fixtures/notes/version-${version}.json`), 'utf8'),
  ) as Notes; // written by a test of that release

const noted: readonly (readonly [Version, Notes])[] = [
  [1, notesOf(1)],
  [2, notesOf(2)],
  [3, notesOf(3)],
];
const rowsWith = (job: 'create' | 'finish' | 'reimport') =>
  noted.flatMap(([version, notes]) =>
    Object.entries(notes[job] ?? {}).map(([step, text]) => ({ version, step, text })),
  );

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-earlier-'));
const keyIdOf = (text: string): string | undefined => /"keyId":"([0-9a-f-]{36})"/.exec(text)?.[1];
const materialIdOf = (text: string): string | undefined => /"keyMaterialId":"([0-9a-f]{64})"/.exec(text)?.[1];

/** Material that a run of the notes imports once more is this. */
const materialOfNotes = Buffer.alloc(32, 5);

/** As notes are signed since version 2 (main/platform/notes/note-text.ts says how), under the key of the tests. */
async function signed(name: string, text: string): Promise<string> {
  const kept = await testNoteKey.get();
  if (kept.kept === 'none') throw new Error('The tests have a key.');
  const body = text.replace(/,"mac":"[0-9a-f]+"\}$/, '');
  const mac = createHmac('sha256', kept.key).update(`${name}\n${body}`).digest('hex');
  return `${body},"mac":"${mac}"}`;
}

/** What the note calls done is so in AWS, whose ids are put into the note: each practice AWS has its own. */
async function livesOn(text: string, version: Version): Promise<Life> {
  const folder = newFolder();
  const life = await beginLife({}, {}, folder);
  const { outside } = life.bench;
  const { run } = JSON.parse(text) as {
    run: { id: string; plan?: { policyJson: string; ceremonyTag: { value: string } } };
  };
  // Whenever the test runs, the import parameters of the note have expired.
  let current = text.replaceAll(/("validTo":\{"\$date":")[^"]+/g, '$12026-11-26T00:00:00.000Z');
  const noted = keyIdOf(text);
  if (noted !== undefined) {
    const tag = { TagKey: 'keyferry:ceremony', TagValue: run.plan?.ceremonyTag.value ?? 'none' };
    const policy = run.plan && { Policy: run.plan.policyJson };
    const { KeyMetadata } = await outside.send(
      new CreateKeyCommand({ Origin: 'EXTERNAL', Tags: [tag], ...policy }),
    );
    const keyId = needed(KeyMetadata?.KeyId);
    current = current.replaceAll(noted, keyId);
    if (text.includes('["create-alias",{"step":"create-alias","state":"done"')) {
      await outside.send(new CreateAliasCommand({ AliasName: 'alias/bluescape-data', TargetKeyId: keyId }));
    }
    const material = materialIdOf(text);
    if (material !== undefined) {
      await importMaterial(outside, keyId, materialOfNotes);
      const seen = await outside.send(new DescribeKeyCommand({ KeyId: keyId }));
      current = current.replaceAll(material, needed(seen.KeyMetadata?.CurrentKeyMaterialId));
      const isImported = text.includes('["import",{"step":"import","state":"done"');
      if (!isImported) await loseMaterial(life.bench, keyId);
    }
  }
  const note = version === 1 ? current : await signed(run.id, current);
  valueOf(await createStateFiles(folder).write(run.id, note));
  return life;
}

async function listed({ bench }: Life): Promise<UnfinishedRunView> {
  const { runs, unusable } = valueOf(await bench.listUnfinished());
  const [work] = runs;
  if (work === undefined || !('review' in work)) throw new Error(JSON.stringify(unusable));
  return work;
}

const standing = { 1: 'earlier-version', 2: undefined, 3: undefined } as const;

describe('a note, as each version wrote it,', () => {
  it('is there for each step of a run, and each state of the offline job', () => {
    for (const [, notes] of noted) {
      expect(Object.keys(notes.create)).toHaveLength(8);
      expect(Object.keys(notes.finish)).toEqual(['import', 'describe', 'round-trip']);
      expect(Object.keys(notes.offline)).toEqual(['copying', 'copied', 'wrapping', 'saved']);
    }
    const again = ['get-parameters', 'self-test', 'import', 'describe', 'round-trip', 'policy'];
    expect(Object.keys(notesOf(3).reimport ?? {})).toEqual(again);
  });

  it.each(rowsWith('create'))(
    'version $version, half done at $step, goes on to one key',
    async ({ version, step, text }) => {
      const life = await livesOn(text, version);
      const work = await listed(life);
      expect(work).toMatchObject({ job: 'create-and-import', alias: 'bluescape-data' });
      expect(work.needsConfirming).toBe(standing[version]);
      const { session } = life.bench.session.view;
      const run = valueOf(await life.bench.resumeRun({ run: work.run, session }));
      if (['describe', 'round-trip', 'policy'].includes(step)) expect(rowsOf(run)).toBe(allDone);
      else {
        // The material was in the memory of the app that ended, and nobody wanted a copy.
        expect(run.failure?.error.code).toBe('copy.released');
        const material = { from: 'generate', lengthBytes: 32, confirmation: noCopyConfirmation } as const;
        expect(rowsOf(await life.bench.goOn(run, { material }))).toBe(allDone);
      }
      await expectOneEnabledKey(life.bench);
    },
  );

  it.each(rowsWith('finish'))(
    'version $version of an offline import, half done at $step, goes on, or asks for the package',
    async ({ version, step, text }) => {
      const life = await livesOn(text, version);
      const work = await listed(life);
      expect(work).toMatchObject({ job: 'finish-import', isWrapped: true });
      expect(work.rows.map((row) => row.step)).toEqual(['import', 'describe', 'round-trip']);
      expect(work.needsConfirming).toBe(standing[version]);
      const { session } = life.bench.session.view;
      const run = await life.bench.resumeRun({ run: work.run, session });
      if (step === 'import') {
        const reason = version === 1 ? 'unproven' : 'expired';
        expect(run).toMatchObject({ error: { code: 'run.packageNeeded', facts: { reason } } });
      } else expect(rowsOf(valueOf(run))).toBe('import done, describe done, round-trip done, policy skipped');
    },
  );

  it.each(rowsWith('reimport'))(
    'version $version of importing again, half done at $step, goes on to the same end',
    async ({ version, step, text }) => {
      const life = await livesOn(text, version);
      const work = await listed(life);
      expect(work).toMatchObject({ job: 'import-again', alias: 'bluescape-data' });
      expect(work.needsConfirming).toBe(standing[version]);
      const { session } = life.bench.session.view;
      let run = valueOf(await life.bench.resumeRun({ run: work.run, session }));
      if (!['describe', 'round-trip', 'policy'].includes(step)) {
        expect(run.failure?.error.code).toBe('copy.released');
        run = await goOnWith(life.bench, run, await sealedCopyOf(materialOfNotes));
      }
      expect(run.failure).toBeUndefined();
      expect(run.handOver).toMatchObject({
        keyState: 'Enabled',
        again: { aim: 'bring-back', policy: 'same' },
      });
      await expectOneEnabledKey(life.bench);
    },
  );

  it.each(
    noted.flatMap(([version, { offline }]) =>
      Object.entries(offline).map(([state, text]) => ({ version, state, text })),
    ),
  )('version $version of the offline job, left $state, goes on', async ({ version, state, text }) => {
    const folder = newFolder();
    const { work } = JSON.parse(text) as { work: { id: string } };
    valueOf(await createStateFiles(folder).write(work.id, text));
    const app = offlineApp({ copy: newFolder(), saved: newFolder(), offlineFiles: createStateFiles(folder) });
    const [left] = await app.list();
    expect(left).toMatchObject({ run: work.id, state });
    expect(left?.needsConfirming).toBe(standing[version]);
    const resumed = valueOf(await app.resumeOffline({ run: work.id }));
    expect(resumed.parameters.fingerprint.hex).toBe(left?.fingerprint);
    expect(resumed.hasCopy).toBe(state !== 'copying');
  });
});

describe('a note of an earlier version that was changed', () => {
  const describeNote = notesOf(2).create['describe'] ?? '';

  it.each([
    ['with a step that nobody knows', (text: string) => text.replace('"step":"policy"', '"step":"spin"')],
    ['with a row that nobody knows', (text: string) => text.replace('["policy",', '["spin",')],
    ['without its alias', (text: string) => text.replace('"alias":"bluescape-data","custody"', '"custody"')],
    [
      'that says a kind, which it did not',
      (text: string) => text.replace('"run":{', '"run":{"kind":"create",'),
    ],
    [
      'with a plan and the key as it was before',
      (text: string) => text.replace('"run":{', '"run":{"before":{},'),
    ],
  ])('%s is listed as damaged, and stays as it is', async (_what, change) => {
    const changed = change(describeNote);
    expect(changed).not.toBe(describeNote);
    const folder = newFolder();
    const { id } = (JSON.parse(changed) as { run: { id: string } }).run;
    const files = createStateFiles(folder);
    valueOf(await files.write(id, await signed(id, changed)));
    const { bench } = await beginLife({}, {}, folder);
    const { runs, unusable } = valueOf(await bench.listUnfinished());
    expect(runs).toEqual([]);
    expect(unusable).toEqual([{ note: id, of: 'run', reason: 'damaged' }]);
    expect(codeOf(await bench.resumeRun({ run: id, session: bench.session.view.session }))).toBe(
      'journal.gone',
    );
    const read = await files.read(id);
    expect(read.state === 'whole' && read.text).toBe(await signed(id, changed));
  });
});
