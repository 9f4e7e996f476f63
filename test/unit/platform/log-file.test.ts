import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogFile, logFileName, previousLogFileName } from '../../../main/platform/log-file';
import { until } from '../../helpers/until';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-log-'));
const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** A folder for logs, a line writer, and a wait until a line is there. */
function openLog(folder = join(newFolder(), 'logs'), maxBytes?: number) {
  const write = createLogFile(folder, maxBytes);
  const path = join(folder, logFileName);
  return {
    folder,
    path,
    previous: join(folder, previousLogFileName),
    write,
    has: (line: string) =>
      until(`the line ${line}`, () => (read(path).endsWith(`${line}\n`) ? true : undefined)),
  };
}

describe('the log file', () => {
  it('keeps lines in their order, for its owner alone', async () => {
    const { folder, path, write, has } = openLog();
    for (let each = 1; each <= 50; each += 1) write(`line ${each}`);
    await has('line 50');
    expect(read(path).trim().split('\n')).toEqual(Array.from({ length: 50 }, (_, at) => `line ${at + 1}`));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('goes on where the app before it ended', async () => {
    const first = openLog();
    first.write('one');
    await first.has('one');
    const second = openLog(first.folder);
    second.write('two');
    await second.has('two');
    expect(read(first.path)).toBe('one\ntwo\n');
  });

  it('never grows past its limit, and keeps one generation besides', async () => {
    const { folder, path, previous, write, has } = openLog(undefined, 100);
    for (let each = 10; each < 60; each += 1) write(`a line ${each}`);
    await has('a line 59');
    expect(readdirSync(folder).sort()).toEqual([logFileName, previousLogFileName].sort());
    for (const file of [path, previous]) expect(statSync(file).size).toBeLessThanOrEqual(100);
    expect(read(previous) + read(path)).toContain('a line 50');
  });

  it('follows no link', async () => {
    const folder = newFolder();
    const elsewhere = join(newFolder(), 'elsewhere');
    writeFileSync(elsewhere, 'as it was');
    const { path, write } = openLog(folder);
    symlinkSync(elsewhere, path);
    write('through the link');
    // By the time that another log has its hundred lines, this one was dealt with.
    const other = openLog();
    for (let each = 1; each <= 100; each += 1) other.write(`line ${each}`);
    await other.has('line 100');
    expect(read(elsewhere)).toBe('as it was');
  });

  it('costs lines and nothing else where it cannot be written', async () => {
    const blocked = join(newFolder(), 'file');
    writeFileSync(blocked, '');
    const { write } = openLog(join(blocked, 'logs'));
    for (let each = 0; each < 2000; each += 1) write('lost');
    const other = openLog();
    other.write('kept');
    await other.has('kept');
  });
});
