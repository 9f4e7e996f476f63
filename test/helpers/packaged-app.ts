import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { appName } from '../../renderer/words/shell/app';
import { homeEnvironment, inherited } from './launch-app';
import { moveIn, type OrdinaryUser } from './ordinary-user';
import { until } from './until';

/** A packaged app that was started as it is shipped: it takes no debugger, so the display is asked about it. */
export interface PackagedApp {
  readonly child: ChildProcess;
  readonly home: string;
  readonly ended: Promise<number | null>;
  readonly output: () => string;
}

/** Why the display cannot be asked here; empty if it can. */
export const withoutDisplayTools = (): string =>
  spawnSync('which', ['xdotool', 'import', 'convert']).status === 0
    ? ''
    : 'xdotool or ImageMagick is missing';

/**
 * Starts it as an ordinary user, with the sandbox on.
 * @param work a folder that everybody may enter; the user's home is made in it
 */
export function startPackaged(
  user: OrdinaryUser,
  executable: string,
  work: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): PackagedApp {
  const home = mkdtempSync(join(work, 'home-'));
  const access = moveIn(user, home);
  const [program = executable, ...rest] = [...user.prefix, executable, ...args];
  const child = spawn(program, rest, {
    env: { ...inherited(), ...homeEnvironment(home), ...access, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, home, ended: new Promise((done) => child.once('close', done)), output: () => output };
}

export async function stopPackaged({ child, ended }: PackagedApp): Promise<void> {
  child.kill('SIGTERM');
  const giveUp = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(giveUp);
}

/**
 * The number that the display has given to the app's window, once there is one. Any screen will do: an app that is
 * started with a file is soon on another screen than home, at times before the window is shown. Only the page gives
 * its title two parts, so the window without its page does not count.
 *
 * @param job the part of the title before the app's name, if it has to be a certain job
 */
export const windowOf = ({ child, output }: PackagedApp, job = '', seconds?: number): Promise<string> =>
  until(
    `a window of the app${job === '' ? '' : `: ${job}`}`,
    () => {
      const named = `${job} – ${appName}$`;
      const asked = ['--all', '--onlyvisible', '--pid', String(child.pid), '--name', named];
      const found = spawnSync('xdotool', ['search', ...asked], { encoding: 'utf8' });
      expect(child.exitCode).toBeNull();
      return found.stdout.split('\n').find((line) => /^\d+$/.test(line));
    },
    seconds,
  ).catch((error: unknown) => {
    throw new Error(`No window. The app said: ${output()}`, { cause: error });
  });
