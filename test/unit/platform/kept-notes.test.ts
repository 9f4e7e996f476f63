import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { beginLife, type Life } from '../../faults/life';
import { asOrdinaryUser } from '../../helpers/as-ordinary-user';
import { codeOf, valueOf } from '../../helpers/ceremony-bench';
import { forgeNote, notesIn, withoutMac } from '../../helpers/forged-note';

/** A ceremony that stopped at its alias, and the name of its note. */
async function interrupted() {
  const life = await beginLife();
  life.bench.way.fail('CreateAlias', { name: 'AccessDeniedException' });
  await life.bench.create();
  const [note = ''] = valueOf(await createStateFiles(life.folder).names());
  return { life, note, path: join(life.folder, `${note}.state`) };
}

/** What is found of runs; the folder of offline work is another one. */
async function list(life: Life) {
  const { runs, unusable } = valueOf(await life.bench.listUnfinished());
  return { runs, unusable: unusable.filter(({ of }) => of === 'run') };
}
const bytesIn = (folder: string) =>
  notesIn(folder).map((name) => `${name} ${readFileSync(join(folder, name), 'base64')}`);

describe('a note that cannot be used', () => {
  it('because a newer version wrote it stays as it is, however often an older app looks at it (audit 8)', async () => {
    const { life, note } = await interrupted();
    await forgeNote(life.folder, (text) => withoutMac(text).replace('"version":3', '"version":4'));
    const before = bytesIn(life.folder);
    for (let times = 0; times < 2; times++) {
      const { runs, unusable } = await list(await life.next());
      expect(runs).toEqual([]);
      expect(unusable).toEqual([{ note, of: 'run', reason: 'newer-version' }]);
    }
    expect(bytesIn(life.folder)).toEqual(before);
    // As the newer version finds it.
    await forgeNote(life.folder, (text) => text.replace('"version":4', '"version":3'));
    expect((await list(await life.next())).runs).toHaveLength(1);
  });

  it('because it cannot be read just now is told from damage, and found when it can be read (audit 8)', async () => {
    const { life, note, path } = await interrupted();
    const next = await life.next();
    chmodSync(path, 0o000);
    const found = await asOrdinaryUser([life.folder], () => list(next));
    expect(found).toMatchObject({ runs: [], unusable: [{ note, of: 'run', reason: 'unreadable' }] });
    chmodSync(path, 0o600);
    expect(await list(next)).toMatchObject({ runs: [{ run: note }], unusable: [] });
  });

  it('because its folder cannot be read just now is missed, and that is said (audit 8)', async () => {
    const { life, note } = await interrupted();
    const next = await life.next();
    chmodSync(life.folder, 0o000);
    const found = await asOrdinaryUser([], () => list(next));
    expect(found).toMatchObject({
      runs: [],
      unusable: [{ note: '', of: 'run', reason: 'folder-unreadable' }],
    });
    chmodSync(life.folder, 0o700);
    expect(await list(next)).toMatchObject({ runs: [{ run: note }], unusable: [] });
  });

  it('because an earlier version set it aside is found again (audit 8)', async () => {
    const { life, note, path } = await interrupted();
    for (const each of [path, `${path}.previous`]) renameSync(each, `${each}.set-aside`);
    const { runs, unusable } = await list(await life.next());
    expect({ runs: runs.map(({ run }) => run), unusable }).toEqual({ runs: [note], unusable: [] });
  });

  const noFiles: readonly (readonly [string, (path: string) => unknown])[] = [
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link', (path: string) => symlinkSync('/etc/hostname', path)],
    ['a link to itself', (path: string) => symlinkSync(path, path)],
    ['a device', (path: string) => symlinkSync('/dev/zero', path)],
    [
      'a socket',
      (path: string) =>
        new Promise<void>((bound) => {
          const server = createServer().listen(path, bound);
          server.unref();
        }),
    ],
  ];

  it.each(noFiles)(
    'because %s has its name is not opened, and the list comes all the same (audit 13)',
    async (_what, put) => {
      const { life, note } = await interrupted();
      await put(join(life.folder, 'x.state'));
      const { runs, unusable } = await list(await life.next());
      expect(runs.map(({ run }) => run)).toEqual([note]);
      expect(unusable).toEqual([{ note: 'x', of: 'run', reason: 'not-a-file' }]);
    },
  );

  it('because it is far too long is not read', async () => {
    const { life } = await interrupted();
    writeFileSync(join(life.folder, 'x.state'), Buffer.alloc(2 * 1024 * 1024));
    expect((await list(await life.next())).unusable).toEqual([{ note: 'x', of: 'run', reason: 'damaged' }]);
  });

  it('takes no run with it that is written under the name of a pipe', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keyferry-kept-'));
    const files = createStateFiles(folder);
    execFileSync('mkfifo', [join(folder, 'one.state'), join(folder, 'one.state.previous')]);
    valueOf(await files.write('one', 'text'));
    expect(await files.read('one')).toEqual({ state: 'whole', text: 'text', generation: 'current' });
  });

  it('is removed by a person, with all its generations, and nothing else is', async () => {
    const { life, note, path } = await interrupted();
    execFileSync('mkfifo', [join(life.folder, 'x.state')]);
    writeFileSync(join(life.folder, 'x.state.previous'), 'x');
    writeFileSync(join(life.folder, 'other.txt'), 'x');
    const { bench } = await life.next();
    const all = readdirSync(life.folder);
    for (const name of [note, '../x', 'other', 'other.txt', 'x.state', '']) {
      expect(codeOf(await bench.discardNote({ note: name, of: 'run' }))).toBe('journal.gone');
    }
    expect(codeOf(await bench.discardNote({ note: 'x', of: 'offline' }))).toBe('journal.gone');
    expect(readdirSync(life.folder)).toEqual(all);
    expect(valueOf(await bench.discardNote({ note: 'x', of: 'run' }))).toEqual({ isForgotten: true });
    expect(readdirSync(life.folder)).toEqual(all.filter((name) => !name.startsWith('x.state')));
    expect(readFileSync(path, 'utf8')).toContain('keyferry-journal');
  });

  it('is said to be still there when it cannot be removed', async () => {
    const { life } = await interrupted();
    mkdirSync(join(life.folder, 'x.state'));
    const { bench } = await life.next();
    expect(valueOf(await bench.discardNote({ note: 'x', of: 'run' }))).toEqual({ isForgotten: false });
    expect((await list(await life.next())).unusable).toHaveLength(1);
  });
});
