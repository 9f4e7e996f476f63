import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingForWindows, packForWindows } from '../../build/windows-packages.mjs';
import { sha256Of } from '../helpers/sha256-of';

const isThere = (program: string): boolean => spawnSync('which', [program]).status === 0;
const why =
  (await missingForWindows()) ??
  (isThere('osslsigncode') && isThere('msiinfo') ? '' : 'osslsigncode or msiinfo is missing');
const builtAt = 1_795_000_000;

function succeed(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stdout + stderr}`);
  return stdout;
}

let work: string;
type Packages = Awaited<ReturnType<typeof packForWindows>>;
let signed: Packages;

/** A folder as it comes from Windows, with a small program in place of Electron's, which cannot be had here. */
function standIn(folder: string): string {
  for (const below of ['resources', 'locales']) mkdirSync(join(folder, below), { recursive: true });
  const script = join(work, 'stand-in.nsi');
  writeFileSync(
    script,
    `Name "Stand-in"\nOutFile "${join(folder, 'Keyferry.exe')}"\nRequestExecutionLevel user\nSection\nSectionEnd\n`,
  );
  succeed('makensis', '-V1', script);
  copyFileSync('LICENSE', join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'notices');
  writeFileSync(join(folder, 'resources', 'app.asar'), 'the app');
  writeFileSync(join(folder, 'locales', 'en-US.pak'), 'words');
  return folder;
}

/** A certificate that is good for nothing but this test. */
function throwAway(): { certificate: string; key: string } {
  const [certificate, key] = [join(work, 'certificate.pem'), join(work, 'key.pem')];
  const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=Keyferry test'];
  succeed(
    'openssl',
    ...asked,
    '-addext',
    'extendedKeyUsage=codeSigning',
    '-keyout',
    key,
    '-out',
    certificate,
  );
  return { certificate, key };
}

beforeAll(async () => {
  if (why !== '') return;
  work = mkdtempSync(join(tmpdir(), 'keyferry-windows-'));
  const folder = standIn(join(work, 'win-unpacked'));
  signed = await packForWindows({ folder, into: join(work, 'signed'), builtAt, signer: throwAway() });
});

afterAll(() => {
  if (why === '') rmSync(work, { recursive: true, force: true });
});

describe.skipIf(why !== '')(`the packages of Windows${why === '' ? '' : ` (skipped: ${why})`}`, () => {
  it('are signed, and the signature is whole', () => {
    for (const path of [signed.installer, signed.msi]) {
      const said = succeed('osslsigncode', 'verify', '-CAfile', join(work, 'certificate.pem'), path);
      expect(said).toContain('Signature verification: ok');
    }
  });

  it('install for every user of the computer, with all files, and over an earlier version only', () => {
    expect(succeed('msiinfo', 'suminfo', signed.msi)).toContain('Template: x64;1033');
    const properties = succeed('msiinfo', 'export', signed.msi, 'Property');
    expect(properties).toMatch(/^ALLUSERS\t1\r?$/m);
    const files = succeed('msiinfo', 'export', signed.msi, 'File');
    for (const name of ['Keyferry.exe', 'LICENSE', 'THIRD-PARTY-NOTICES.txt', 'app.asar', 'en-US.pak']) {
      expect(files).toContain(`\t${name}\t`);
    }
    // A newer version that is installed is found, and ends the installation.
    expect(succeed('msiinfo', 'export', signed.msi, 'LaunchCondition')).toContain(
      'NOT WIX_DOWNGRADE_DETECTED',
    );
  });

  it('have a zip for a stick, in which the data has its place', () => {
    const listed = succeed('unzip', '-Z1', signed.zip).split('\n');
    expect(listed).toEqual(
      expect.arrayContaining(['Keyferry/Keyferry.exe', 'Keyferry/LICENSE', 'Keyferry/Keyferry-data/']),
    );
  });

  it('are the same, byte for byte, when installer and zip are made twice', async () => {
    const make = (name: string): Promise<Packages> =>
      packForWindows({ folder: standIn(join(work, name, 'win-unpacked')), into: join(work, name), builtAt });
    const [one, two] = [await make('one'), await make('two')];
    expect(sha256Of(one.installer)).toBe(sha256Of(two.installer));
    expect(sha256Of(one.zip)).toBe(sha256Of(two.zip));
  });
});
