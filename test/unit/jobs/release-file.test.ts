import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReleaseFile } from '../../../main/jobs/release-file';
import { limits } from '../../../main/shared/limits';
import { releaseSignerX, signedRelease } from '../../helpers/release-files';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-release-'));
const desk = () =>
  createReleaseFile({
    dialogs: { pickReleaseFile: () => Promise.resolve(undefined) },
    appVersion: '0.1.0',
    releaseKey: releaseSignerX,
    buildSha256: () => Promise.resolve('a'.repeat(64)),
  }).verbs;

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function faultOf(...files: string[]): Promise<string> {
  const read = await desk().readReleaseFile({ files });
  return read.ok ? 'none' : read.error.code;
}

describe('a release file that was brought', () => {
  it('answers with what it means for this version, and with nothing when the dialog was dismissed', async () => {
    const good = write('release.json', await signedRelease());
    expect(await desk().readReleaseFile({ files: [good] })).toMatchObject({
      ok: true,
      value: { picked: true, value: { fileName: 'release.json', is: 'newer', version: '0.2.1' } },
    });
    expect(await desk().readReleaseFile({ files: 'ask' })).toEqual({ ok: true, value: { picked: false } });
  });

  it('is not read when it is large, a folder, a link, several, or no text of JSON', async () => {
    const large = `{"payload":"${'A'.repeat(limits.maxReleaseFileBytes)}"}`;
    expect(await faultOf(write('large.json', large))).toBe('file.tooLarge');
    expect(await faultOf(folder)).toBe('file.notRegular');
    symlinkSync(write('target.json', await signedRelease()), join(folder, 'link.json'));
    expect(await faultOf(join(folder, 'link.json'))).toBe('file.notRegular');
    expect(await faultOf(join(folder, 'a.json'), join(folder, 'b.json'))).toBe('file.tooMany');
    expect(await faultOf(write('notes.txt', 'version 0.2.1 of Keyferry is the newest'))).toBe(
      'release.notARelease',
    );
  });

  it('is not even read by a build that has no key', async () => {
    const { readReleaseFile } = createReleaseFile({
      dialogs: { pickReleaseFile: () => Promise.resolve(undefined) },
      appVersion: '0.1.0',
      releaseKey: undefined,
      buildSha256: () => Promise.reject(new Error('asked')),
    }).verbs;
    expect(await readReleaseFile({ files: [join(folder, 'not-there.json')] })).toMatchObject({
      ok: false,
      error: { code: 'release.noKey' },
    });
  });
});
