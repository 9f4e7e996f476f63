import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { releasesOf } from '../../build/release-notes.mjs';
import { readRelease } from '../../main/releases/read-release';
import { releaseSigner, releaseSignerPem, releaseSignerX } from '../helpers/release-files';
import { sha256Of } from '../helpers/sha256-of';

const root = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const changelog = `# Changelog

## [Unreleased]

### Grave

- Not out yet.

## [${version}] - 2026-12-01

### Grave

- A copy that was split **without** a check value
  could not be restored ([look](docs/shares.md)).

### Added

- Something new.

### Fixed

- A word.
- \`Another\` word.

## [0.0.1] - 2026-11-01

### Security

- A rule.
`;

describe('what a release file takes from the changelog', () => {
  it('is what each release mends, and what of it is grave, in plain text', () => {
    expect(releasesOf(changelog)).toEqual([
      {
        version,
        date: '2026-12-01',
        grave: ['A copy that was split without a check value could not be restored (look).'],
        mends: ['A word.', 'Another word.'],
      },
      { version: '0.0.1', date: '2026-11-01', grave: [], mends: ['A rule.'] },
    ]);
  });
});

describe('the release file that the release workflow makes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-release-'));
  const path = (name: string): string => join(folder, name);
  const packageName = 'Keyferry-0.1.0-linux-x64.deb';
  writeFileSync(path(packageName), 'a package');
  const packageSum = sha256Of(path(packageName));

  const make = (environment: Readonly<Record<string, string>>): string =>
    execFileSync(process.execPath, ['build/release-file.mjs', folder, path('CHANGELOG.md')], {
      cwd: root,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
      stdio: 'pipe',
      encoding: 'utf8',
    });

  /** The commands of a page of the documentation, as somebody would paste them. */
  function runAsWritten(after: string): string {
    const text = readFileSync(join(root, 'docs/verify-release.md'), 'utf8').split(after)[1] ?? '';
    const [, commands = ''] = /```sh\n([\s\S]*?)```/.exec(text) ?? [];
    return execFileSync('sh', ['-e'], { cwd: folder, input: commands, stdio: 'pipe', encoding: 'utf8' });
  }

  beforeAll(() => {
    writeFileSync(path('SHA256SUMS'), `${packageSum}  ${packageName}\n`);
    writeFileSync(path('BUILD-SHA256'), `${'b'.repeat(64)}\n`);
    writeFileSync(path('CHANGELOG.md'), changelog);
    writeFileSync(path('key.pem'), releaseSignerPem);
    writeFileSync(
      path('keyferry-release.pem'),
      releaseSigner.publicKey.export({ type: 'spki', format: 'pem' }),
    );
    make({ KEYFERRY_RELEASE_SIGN_KEY: path('key.pem') });
  }, 120_000);

  it('is one that the app reads, of what is in the folder', async () => {
    const read = await readRelease(readFileSync(path('release.json')), releaseSignerX);
    expect(read.ok && read.value).toMatchObject({
      version,
      date: '2026-12-01',
      buildSha256: 'b'.repeat(64),
      files: [{ name: packageName, sha256: packageSum }],
    });
  });

  it('is checked offline with OpenSSL, by the commands that the documentation gives', () => {
    expect(runAsWritten('## 4.')).toContain('Signature Verified Successfully');
    expect(runAsWritten('there beside its name')).toContain(packageSum);
    const good = readFileSync(path('release.json'), 'utf8');
    try {
      writeFileSync(path('release.json'), good.replace(/"payload": "(.{40})./, '"payload": "$1x'));
      expect(() => runAsWritten('## 4.')).toThrow();
      writeFileSync(path(packageName), 'another package');
      expect(() => runAsWritten('there beside its name')).toThrow();
    } finally {
      writeFileSync(path('release.json'), good);
      writeFileSync(path(packageName), 'a package');
    }
  });

  it('is not made without a key, or without its version in the changelog', () => {
    expect(() => make({})).toThrow('names no private key');
    writeFileSync(path('CHANGELOG.md'), changelog.replaceAll(`[${version}]`, '[9.9.9]'));
    expect(() => make({ KEYFERRY_RELEASE_SIGN_KEY: path('key.pem') })).toThrow('No release.json was made');
    writeFileSync(path('CHANGELOG.md'), changelog);
  });
});
