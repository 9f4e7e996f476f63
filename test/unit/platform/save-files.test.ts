import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder, discardFiles, readBack, saveFiles } from '../../../main/platform/files/save-files';

const isRoot = process.getuid?.() === 0;
const files = [
  { name: 'one.bin', bytes: Buffer.alloc(40_000, 1) },
  { name: 'two.bin', bytes: Buffer.alloc(40_000, 2) },
];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyferry-save-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function codeOf(target: string): Promise<string> {
  const result = await saveFiles(target, files);
  return result.ok ? 'saved' : result.error.code;
}

describe('saveFiles', () => {
  it('saves whole files that only their owner can read, and leaves nothing else', async () => {
    expect(await codeOf(folder)).toBe('saved');
    expect(readdirSync(folder).sort()).toEqual(['one.bin', 'two.bin']);
    for (const { name, bytes } of files) {
      expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('replaces nothing: one taken name and no file is saved', async () => {
    writeFileSync(join(folder, 'two.bin'), 'yours');
    expect(await codeOf(folder)).toBe('save.exists');
    expect(readdirSync(folder)).toEqual(['two.bin']);
    expect(readFileSync(join(folder, 'two.bin'), 'utf8')).toBe('yours');
  });

  it('says that the folder is gone', async () => {
    expect(await codeOf(join(folder, 'missing'))).toBe('save.folderGone');
  });

  it('says that the folder is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await codeOf(join(folder, 'file'))).toBe('save.folderGone');
  });

  it.skipIf(isRoot)(
    'says that the folder is read-only (skipped for root, who may write anywhere)',
    async () => {
      chmodSync(folder, 0o500);
      expect(await codeOf(folder)).toBe('save.notWritable');
    },
  );
});

describe.skipIf(!isRoot)('saveFiles on a small file system (skipped unless root, who may mount one)', () => {
  const mount = (options: string): void => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  };
  afterEach(() => execFileSync('umount', [folder]));

  it('leaves nothing when the disk fills in the middle of the second file', async () => {
    mount('size=64k');
    expect(await codeOf(folder)).toBe('save.diskFull');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that the disk is read-only', async () => {
    mount('size=256k,ro');
    expect(await codeOf(folder)).toBe('save.notWritable');
  });
});

describe('readBack', () => {
  it('finds a byte that changed, and a file that went', async () => {
    await saveFiles(folder, files);
    expect((await readBack(folder, files)).ok).toBe(true);
    const changed = Buffer.alloc(40_000, 2);
    changed[39_999] = 3;
    writeFileSync(join(folder, 'two.bin'), changed);
    expect(await readBack(folder, files)).toMatchObject({
      error: { code: 'save.readBackDiffers', facts: { name: 'two.bin' } },
    });
    rmSync(join(folder, 'one.bin'));
    expect(await readBack(folder, files)).toMatchObject({ error: { facts: { name: 'one.bin' } } });
  });
});

describe('checkFolder and discardFiles', () => {
  it('counts a folder of that name as taken', async () => {
    mkdirSync(join(folder, 'one.bin'));
    expect(await checkFolder(folder, ['one.bin'])).toMatchObject({ error: { code: 'save.exists' } });
  });

  it("removes the named files and our own temporary ones, and nobody else's", async () => {
    const ours = '.keyferry-0b1c2d3e-0000-4000-8000-000000000000.tmp';
    for (const name of [ours, 'one.bin', 'other.tmp', '.keyferry-notes'])
      writeFileSync(join(folder, name), 'x');
    await discardFiles(folder, ['one.bin']);
    expect(readdirSync(folder).sort()).toEqual(['.keyferry-notes', 'other.tmp']);
  });
});
