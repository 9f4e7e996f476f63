import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readGsettings, readKioslaverc, readRegistry, readScutil, type AutoConfig } from './auto-config';

/** The system's programs answer at once; after this time, there is no answer. */
const limitMs = 3000;
const maxOutputBytes = 256 * 1024;

export interface SystemAsked {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly limitMs?: number;
}

/**
 * Asks the operating system, with its own program for settings, whether a proxy configuration script (PAC) is set.
 * `unknown` if the program did not answer in time, or the settings could not be read.
 */
export async function findAutoConfig(asked: SystemAsked): Promise<AutoConfig> {
  if (asked.platform === 'win32') return await askWindows(asked);
  if (asked.platform === 'darwin') return await askMacos(asked);
  return await askLinux(asked);
}

const settingsKey = String.raw`Software\Microsoft\Windows\CurrentVersion\Internet Settings`;
const policyKey = String.raw`Software\Policies\Microsoft\Windows\CurrentVersion\Internet Settings`;

async function askWindows({ environment, limitMs: limit }: SystemAsked): Promise<AutoConfig> {
  // SECURITY: the whole path, because Windows looks up a bare name in the current folder first.
  const reg = join(environment['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'reg.exe');
  const ask = (key: string): Promise<Answer> => run(reg, ['query', key], limit);
  const [own, ...others] = await Promise.all([
    ask(`HKCU\\${settingsKey}`),
    ask(`HKCU\\${policyKey}`),
    ask(`HKLM\\${settingsKey}`),
    ask(`HKLM\\${policyKey}`),
  ]);
  // Every user has the first of these keys, so it must be readable; the others need not exist.
  return worst([read(own, readRegistry), ...others.map((answer) => readIfThere(answer, readRegistry))]);
}

async function askMacos({ limitMs: limit }: SystemAsked): Promise<AutoConfig> {
  return read(await run('/usr/sbin/scutil', ['--proxy'], limit), readScutil);
}

async function askLinux({ environment, limitMs: limit }: SystemAsked): Promise<AutoConfig> {
  // As in Chromium, this variable names a script where no desktop does.
  if ((environment['auto_proxy'] ?? '') !== '') return 'script';
  if (/(^|:)KDE(:|$)/.test(environment['XDG_CURRENT_DESKTOP'] ?? '')) return await askKde(environment);
  // Without this program or these settings, there is no desktop that has them.
  const answer = await run('gsettings', ['list-recursively', 'org.gnome.system.proxy'], limit);
  return readIfThere(answer, readGsettings);
}

async function askKde(environment: SystemAsked['environment']): Promise<AutoConfig> {
  const named = environment['XDG_CONFIG_HOME'] ?? '';
  const folder = named === '' ? join(environment['HOME'] ?? '/', '.config') : named;
  try {
    return readKioslaverc(await readFile(join(folder, 'kioslaverc'), 'utf8'));
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? 'none' : 'unknown';
  }
}

/** A program's output; `absent`: there is no program; `refused`: it ended with an error; `silent`: not in time. */
type Answer = { readonly text: string } | 'absent' | 'refused' | 'silent';

type Reader = (text: string) => AutoConfig;

/** Reads the answer of a program that need not exist, or about settings that need not exist. */
function readIfThere(answer: Answer, reader: Reader): AutoConfig {
  return answer === 'absent' || answer === 'refused' ? 'none' : read(answer, reader);
}

function read(answer: Answer, reader: Reader): AutoConfig {
  return typeof answer === 'object' ? reader(answer.text) : 'unknown';
}

const worst = (found: readonly AutoConfig[]): AutoConfig =>
  (['script', 'unknown'] as const).find((each) => found.includes(each)) ?? 'none';

function run(program: string, words: readonly string[], limit = limitMs): Promise<Answer> {
  return new Promise((resolve) => {
    const options = { timeout: limit, maxBuffer: maxOutputBytes, windowsHide: true } as const;
    execFile(program, words, { ...options, killSignal: 'SIGKILL' }, (cause, text) => {
      if (cause === null) resolve({ text });
      else if (cause.code === 'ENOENT') resolve('absent');
      else resolve(typeof cause.code === 'number' ? 'refused' : 'silent');
    });
  });
}
