import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFinishedNotes } from '../../../../main/jobs/finished-notes';
import { withNotes } from '../../../../main/jobs/look-after/noted-materials';
import { createStateFiles } from '../../../../main/platform/notes/state-files';
import type { KeyMaterialView } from '../../../../main/shared/views/keys';
import { describedMaterial } from '../../../../renderer/words/look-after/copy-of-material';
import { wantedLine } from '../../../../renderer/words/look-after/import-again';
import {
  createWithCopy,
  importOnceMore,
  loseMaterial,
  openedKey,
  openFor,
  rotateIn,
} from '../../../helpers/again-work';
import { codeOf, createBench } from '../../../helpers/ceremony-bench';
import { forgeNote, withoutMac } from '../../../helpers/forged-note';
import { testNoteKey } from '../../../helpers/note-keys';

type Bench = Awaited<ReturnType<typeof createBench>>;

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-noted-'));
const importsOf = (bench: Bench): readonly string[] => bench.way.bodies('ImportKeyMaterial');

/** AWS has no description of ours, as of a key of an earlier version, or where a colleague wrote over it. */
const hideDescriptions = ({ way }: Bench, instead = ''): void =>
  way.failAlways('ListKeyRotations', {
    otherwise: (body) => body.replaceAll(/,?"KeyMaterialDescription":"Keyferry[^"]*"/g, instead),
  });

async function materialsOf(bench: Bench, keyArn: string): Promise<readonly KeyMaterialView[]> {
  const { materials } = await openedKey(bench, keyArn);
  if (materials?.read !== true) throw new Error('Its materials were not read.');
  return materials.value;
}

describe('a material of which AWS keeps no description of ours', () => {
  it('has what this computer noted of it when it imported it, and when that was', async () => {
    const bench = await createBench({}, { mode: 'aws' });
    const { keyArn, checkValue } = await createWithCopy(bench);
    const [described] = await materialsOf(bench, keyArn);
    expect(described).not.toHaveProperty('notedAt');
    hideDescriptions(bench);
    const [noted, ...others] = await materialsOf(bench, keyArn);
    expect(others).toEqual([]);
    expect(noted).toMatchObject({ copy: described?.copy });
    expect(noted?.copy).toMatchObject({ checkValue, kept: { as: 'shares' } });
    expect(Date.parse(noted?.notedAt ?? '')).toBeCloseTo(bench.clock.now().getTime(), -5);
  });

  it('is said with the day, beside what somebody else wrote', async () => {
    const bench = await createBench({}, { mode: 'aws' });
    const { keyArn } = await createWithCopy(bench);
    hideDescriptions(bench, ',"KeyMaterialDescription":"Vault 3"');
    const [noted] = await materialsOf(bench, keyArn);
    if (noted === undefined) throw new Error('It has no material.');
    expect(wantedLine(noted)).toMatch(
      /, check value .+, shares .+, imported on this computer on .+, described as “Vault 3”$/,
    );
    expect(describedMaterial(noted)).toMatch(
      /^Check value .+; shares .+\. So it was noted .+\. Described as “Vault 3”\.$/,
    );
  });

  it('tells another copy apart, before AWS is asked', async () => {
    const bench = await createBench({}, { mode: 'aws' });
    const other = await createWithCopy(bench, { alias: 'other' });
    const made = await createWithCopy(bench);
    hideDescriptions(bench);
    await loseMaterial(bench, made.keyArn);
    const view = await openedKey(bench, made.keyArn);
    expect(codeOf(await openFor(bench, view, other.copy))).toBe('copy.otherMaterial');
    expect(importsOf(bench)).toHaveLength(2);
    expect((await importOnceMore(bench, made)).failure).toBeUndefined();
  });

  it('is the one that its copy goes to, also where another one is missing', async () => {
    const bench = await createBench({}, { mode: 'aws' });
    const made = await createWithCopy(bench);
    await rotateIn(bench, made.keyArn);
    hideDescriptions(bench);
    const [current, former] = await materialsOf(bench, made.keyArn);
    for (const material of [former, current]) await loseMaterial(bench, made.keyArn, material?.id);
    expect(former).toMatchObject({ role: 'NON_CURRENT', copy: { checkValue: made.checkValue } });
    expect(current).not.toHaveProperty('copy');
    await importOnceMore(bench, made);
    expect(JSON.parse(importsOf(bench).at(-1) ?? '')).toMatchObject({ KeyMaterialId: former?.id });
  });

  it('keeps the name of its copy where a later work names none', async () => {
    const finished = newFolder();
    const bench = await createBench({}, { mode: 'aws', finished });
    const { keyArn } = await createWithCopy(bench);
    const notes = await createFinishedNotes({
      finishedFiles: createStateFiles(finished),
      noteKey: testNoteKey,
      now: bench.clock.now,
      log: () => undefined,
    }).find();
    const [first] = notes.found;
    if (first?.kind !== 'run' || first.run.kind !== 'create') throw new Error('Nothing was noted.');
    const later = {
      ...first,
      finishedAt: new Date(first.finishedAt.getTime() + 60_000),
      run: { ...first.run, custody: { kept: 'none' as const } },
    };
    const [described] = await materialsOf(bench, keyArn);
    const bare = { id: described?.id ?? '', role: 'CURRENT', isThere: true } as const;
    const found = await withNotes(
      { read: true, value: [bare] },
      { find: () => Promise.resolve({ ...notes, found: [later, first] }) },
    );
    const notedAt = first.finishedAt.toISOString();
    expect(found).toEqual({ read: true, value: [{ ...bare, copy: described?.copy, notedAt }] });
  });

  it('has nothing of a note that nothing proves to be ours', async () => {
    const finished = newFolder();
    const bench = await createBench({}, { mode: 'aws', finished });
    const { keyArn, checkValue } = await createWithCopy(bench);
    hideDescriptions(bench);
    await forgeNote(finished, (text) => withoutMac(text).replaceAll(checkValue, 'f'.repeat(16)));
    const [material] = await materialsOf(bench, keyArn);
    expect(material).not.toHaveProperty('copy');
    expect(material).not.toHaveProperty('notedAt');
  });
});
