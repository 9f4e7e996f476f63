import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until';

export interface Keyring {
  /** What an app needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => void;
}

/** A session bus and an unlocked keyring of their own, as a GNOME desktop has them. */
export async function openKeyring(): Promise<Keyring> {
  const home = mkdtempSync(join(tmpdir(), 'keyferry-keyring-'));
  const started: ChildProcess[] = [];
  const start = (command: string, args: readonly string[], env: Record<string, string> = {}) => {
    const child = spawn(command, args, {
      env: { PATH: process.env['PATH'], HOME: home, XDG_RUNTIME_DIR: home, ...env },
    });
    started.push(child);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return { child, says: async (what: RegExp) => await until(command, () => what.exec(said)?.[1]) };
  };
  const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address']);
  const address = await bus.says(/(unix:\S+)/);
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_CURRENT_DESKTOP: 'GNOME' };
  const daemon = ['--foreground', '--unlock', '--components=secrets'];
  const keyring = start('gnome-keyring-daemon', daemon, env);
  keyring.child.stdin.end('password of the login keyring');
  await keyring.says(/GNOME_KEYRING_CONTROL=(\S+)/);
  return {
    env,
    close: () => {
      for (const child of started.toReversed()) child.kill('SIGKILL');
      rmSync(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
