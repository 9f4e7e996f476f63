import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDropped } from '../../../main/platform/files/read-dropped';
import type { Gate } from '../../../main/shared/glimpse';
import { limits } from '../../../main/shared/limits';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyferry-drop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content = 'x'): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const all: Gate = () => 'wanted';

async function codeOf(...paths: string[]): Promise<string> {
  const result = await readDropped(paths, all);
  return result.ok ? 'read' : result.error.code;
}

describe('readDropped', () => {
  it('reads loose files', async () => {
    const result = await readDropped([put('a', 'A'), put('b', 'B')], all);
    expect(result).toMatchObject({ ok: true, value: { fromFolder: false } });
    expect(
      result.ok && result.value.files.map(({ name, bytes }) => `${name}=${Buffer.from(bytes).toString()}`),
    ).toEqual(['a=A', 'b=B']);
  });

  it("reads a folder inside a folder, without the operating system's own files", async () => {
    mkdirSync(join(folder, 'outer/inner'), { recursive: true });
    for (const name of ['.DS_Store', '._inner', 'Thumbs.db']) put(join('outer', name));
    for (const name of ['key', '._key']) put(join('outer/inner', name));
    const result = await readDropped([join(folder, 'outer')], all);
    expect(result.ok && result.value).toMatchObject({ fromFolder: true, files: [{ name: 'key' }] });
  });

  it.each([
    ['nothing', 'file.notFound', () => ['']],
    ['a file that is gone', 'file.notFound', () => [join(folder, 'gone')]],
    ['an empty file', 'file.empty', () => [put('empty', '')]],
    ['an empty folder', 'file.empty', () => [folder]],
    ['a folder among files', 'file.notRegular', () => [put('a'), folder]],
    [
      'a link, wherever it leads',
      'file.notRegular',
      () => {
        symlinkSync(put('target'), join(folder, 'link'));
        return [join(folder, 'link')];
      },
    ],
    ['a device', 'file.notRegular', () => ['/dev/null']],
    [
      'a pipe that nobody writes to',
      'file.notRegular',
      () => {
        execFileSync('mkfifo', [join(folder, 'pipe')]);
        return [join(folder, 'pipe')];
      },
    ],
    [
      'a file of 5 GB, unread',
      'file.tooLarge',
      () => {
        truncateSync(put('huge'), 5 * 1024 ** 3);
        return [join(folder, 'huge')];
      },
    ],
    [
      'a folder of too many files',
      'file.tooMany',
      () => {
        for (let i = 0; i <= limits.maxDroppedFiles; i++) put(`f${i}`);
        return [folder];
      },
    ],
  ])('refuses %s', async (_title, code, make) => {
    expect(await codeOf(...make())).toBe(code);
  });
});
