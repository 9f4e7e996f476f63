import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The age program, which is independent of Keyferry. It asks for passphrases only on a terminal. */

const workshop = mkdtempSync(join(tmpdir(), 'keyferry-age-'));
process.once('exit', () => rmSync(workshop, { recursive: true, force: true }));

/** A new folder, removed when the tests end. */
export const newFolder = (): string => mkdtempSync(join(workshop, 'x-'));

/** Why tests with the age program are skipped; empty if they run, and always in CI. */
export const withoutAge = process.env['CI'] === undefined ? reason() : '';

function reason(): string {
  if (process.platform !== 'linux') return ' (skipped: needs Linux, for its way to make a terminal)';
  return ['age', 'script'].every(isThere) ? '' : ' (skipped: there is no age program here)';
}

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface AgeIdentity {
  /** `AGE-SECRET-KEY-1…` with comments, as age-keygen writes it. */
  readonly file: Buffer;
  /** `age1…` */
  readonly recipient: string;
}

export function makeIdentity(): AgeIdentity {
  const file = execFileSync('age-keygen', { stdio: ['ignore', 'pipe', 'ignore'] });
  const recipient = execFileSync('age-keygen', ['-y'], { input: file, encoding: 'utf8' }).trim();
  return { file, recipient };
}

/**
 * Runs a shell command on its own terminal (`script`, util-linux), and types the answer whenever it asks for a
 * passphrase.
 *
 * @returns the exit code, and everything that the terminal showed
 */
export async function onTerminal(
  command: string,
  folder: string,
  passphrase = '',
): Promise<{ readonly code: number | null; readonly shown: string }> {
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd: folder,
    env: { ...process.env, SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let shown = '';
  let answered = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    for (const asked = shown.match(/passphrase[^:\n]*: /g)?.length ?? 0; answered < asked; answered++) {
      child.stdin.write(`${passphrase}\n`);
    }
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, shown };
}
