import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localPaths, namedFiles } from '../../../main/platform/files/named-files';
import { limits } from '../../../main/shared/limits';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-named-'));
const file = join(folder, 'ImportParameters.zip');
writeFileSync(file, '');
mkdirSync(join(folder, 'unzipped'));

describe('the files that a command line names', () => {
  it('are those that exist, seen from where they were typed', async () => {
    expect(await namedFiles([file, 'nothing.zip', ''], '/')).toEqual([file]);
    expect(await namedFiles(['ImportParameters.zip'], folder)).toEqual([file]);
    expect(await namedFiles([relative(join(folder, 'unzipped'), file)], join(folder, 'unzipped'))).toEqual([
      file,
    ]);
    expect(await namedFiles(['ImportParameters.zip'], '/')).toEqual([]);
  });

  it('are no folders, of which an unpackaged app is started with one', async () => {
    expect(await namedFiles(['.', folder, 'unzipped'], folder)).toEqual([]);
  });

  it('include a link, so that it is refused aloud and not passed over', async () => {
    symlinkSync(file, join(folder, 'link.zip'));
    expect(await namedFiles(['link.zip'], folder)).toEqual([join(folder, 'link.zip')]);
  });

  it('are no more than can be dropped at once', async () => {
    const words = Array.from({ length: 10_000 }, () => file);
    expect(await namedFiles(words, '/')).toHaveLength(limits.maxDroppedFiles);
  });
});

describe('the paths that Windows is asked for', () => {
  it.each([
    '\\\\server\\share\\ImportParameters.zip',
    '//server/share/ImportParameters.zip',
    '\\\\?\\UNC\\server\\share\\ImportParameters.zip',
    '\\\\?\\C:\\ImportParameters.zip',
    '\\\\.\\pipe\\somebody',
    '\\/server/share/ImportParameters.zip',
  ])('leave out one that leads to another computer or a device: %s (audit 14)', (word) => {
    expect(localPaths([word], 'C:\\Users\\Ada', 'win32')).toEqual([]);
  });

  it('leave out whatever is seen from a folder of another computer (audit 14)', () => {
    expect(localPaths(['ImportParameters.zip', '\\root.zip'], '\\\\server\\share\\in', 'win32')).toEqual([]);
  });

  it('are those on a disk of this computer', () => {
    expect(localPaths(['a.zip', 'D:\\b.zip', 'D:/c.zip', '\\d.zip', ''], 'C:\\in', 'win32')).toEqual([
      'C:\\in\\a.zip',
      'D:\\b.zip',
      'D:\\c.zip',
      'C:\\d.zip',
    ]);
  });
});
