import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedFiles } from '../../../main/platform/named-files';
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
