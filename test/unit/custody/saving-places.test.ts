import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSavingPlaces } from '../../../main/custody/saving-places';
import { createStateFiles } from '../../../main/platform/notes/state-files';

const outside = mkdtempSync(join(tmpdir(), 'keyferry-saving-'));
afterAll(() => rmSync(outside, { recursive: true, force: true }));
const newFolder = (): string => mkdtempSync(join(outside, 'x-'));

const startedAt = (folder: string, at: Date) => createSavingPlaces(createStateFiles(folder), () => at);
const now = new Date();
const hourAgo = new Date(now.getTime() - 3_600_000);

describe('what is swept', () => {
  it('is no link, no other name and nothing from before, and it is told until the app ends (audit 10)', async () => {
    const [folder, saving] = [newFolder(), newFolder()];
    const name = (digit: number): string =>
      `.keyferry-${String(digit).repeat(8)}-0000-4000-8000-000000000000.tmp`;
    for (const each of [name(1), name(2), '.keyferry-x.tmp', 'notes.txt'])
      writeFileSync(join(folder, each), 'x');
    symlinkSync(join(folder, 'notes.txt'), join(folder, name(3)));
    const longAgo = new Date('2020-01-01');
    utimesSync(join(folder, name(2)), longAgo, longAgo);
    await startedAt(saving, hourAgo).begin(folder);
    const next = startedAt(saving, now);
    expect((await next.sweepAll())?.removed).toEqual([basename(folder)]);
    expect((await next.sweepAll())?.removed).toEqual([basename(folder)]);
    expect(await startedAt(saving, now).sweepAll()).toBeUndefined();
    expect(readdirSync(folder).sort()).toEqual([name(2), name(3), '.keyferry-x.tmp', 'notes.txt'].sort());
  });

  it('is not what is being saved at this moment', async () => {
    const [folder, saving] = [newFolder(), newFolder()];
    const places = startedAt(saving, hourAgo);
    const end = await places.begin(folder);
    const file = join(folder, '.keyferry-00000000-0000-4000-8000-000000000000.tmp');
    writeFileSync(file, 'x');
    expect(await places.sweepAll()).toBeUndefined();
    expect(readdirSync(folder)).toHaveLength(1);
    await end();
    expect(readdirSync(folder)).toEqual([]);
    expect(readdirSync(saving)).toEqual([]);
  });

  it('is asked for again where the folder is not there, and shares in clear are named (audit 10)', async () => {
    const [folder, saving] = [newFolder(), newFolder()];
    await startedAt(saving, hourAgo).begin(folder);
    rmSync(folder, { recursive: true });
    const away = { away: [basename(folder)], removed: [], inClear: [] };
    expect(await startedAt(saving, now).sweepAll()).toEqual(away);
    mkdirSync(folder);
    writeFileSync(join(folder, 'Keyferry share 7F3A-91C2 1 of 3 Ada.txt'), 'x');
    expect(await startedAt(saving, now).sweepAll()).toEqual({
      ...away,
      away: [],
      inClear: [basename(folder)],
    });
    expect(readdirSync(folder)).toHaveLength(1);
    expect(readdirSync(saving)).toEqual([]);
  });
});
