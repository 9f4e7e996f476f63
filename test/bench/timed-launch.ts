import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { electronPath, homeEnvironment, inherited } from '../helpers/launch-app';

export type Contestant = 'keyferry' | 'bare';

export interface TimedLaunch {
  readonly child: ChildProcess;
  /** From just before the process was started until its first heading is painted, and until the page can be used. */
  readonly milliseconds: { readonly painted: number; readonly usable: number };
  readonly end: () => Promise<void>;
}

const patienceMs = 60_000;

/** Starts one of the two apps with the same flags, and waits for its first heading and until it can be used. */
export async function timedLaunch(which: Contestant, home: string): Promise<TimedLaunch> {
  const unsandboxed = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const started = performance.now();
  const child = spawn(electronPath(), [...unsandboxed, resolve(import.meta.dirname, 'apps', which)], {
    env: { ...inherited(), ...homeEnvironment(home) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = once(child, 'close');
  const end = async (): Promise<void> => {
    child.kill();
    await closed;
  };
  const moments = new Promise<TimedLaunch['milliseconds']>((done, fail) => {
    let output = '';
    let painted: number | undefined;
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const now = performance.now() - started;
      if (output.includes('painted\n')) painted ??= now;
      if (painted !== undefined && output.includes('usable\n')) done({ painted, usable: now });
    });
    void closed.then(() => fail(new Error(`${which} ended before it could be used.`)));
  });
  const giveUp = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  try {
    return { child, milliseconds: await moments, end };
  } finally {
    clearTimeout(giveUp);
  }
}
