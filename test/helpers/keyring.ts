import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until';

export interface Keyring {
  /** What an app needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => void;
}

/** A separate session bus with an unlocked keyring, as on a GNOME desktop. */
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
    return { child, said: () => said };
  };
  const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address']);
  const address = await until('the address of the bus', () => /unix:\S+/.exec(bus.said())?.[0]);
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_CURRENT_DESKTOP: 'GNOME' };
  const daemon = ['--foreground', '--unlock', '--components=secrets'];
  const keyring = start('gnome-keyring-daemon', daemon, env);
  keyring.child.stdin.end('password of the login keyring');
  await until('the keyring on the bus', () => (isOwned(address) ? true : undefined));
  return {
    env,
    close: () => {
      for (const child of started.toReversed()) child.kill('SIGKILL');
      rmSync(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Whether there is a secret service on the bus. */
function isOwned(address: string): boolean {
  const question = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/'];
  const { stdout } = spawnSync(
    'dbus-send',
    [...question, 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'],
    { env: { PATH: process.env['PATH'], DBUS_SESSION_BUS_ADDRESS: address }, encoding: 'utf8' },
  );
  return stdout.includes('boolean true');
}
