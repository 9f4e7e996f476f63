import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An account without privileges, with which Chromium's sandbox works. */
export interface OrdinaryUser {
  readonly uid: number;
  readonly gid: number;
  /** Words before a command line that run it as that user; empty when the tests already run as an ordinary user. */
  readonly prefix: readonly string[];
}

/** Debian's `nobody`: owns nothing, and exists everywhere. */
const nobody = 65534;

/** The user to run Electron as, with its sandbox on; or why there is none here. */
export function findOrdinaryUser(electron: string): OrdinaryUser | string {
  if (process.platform !== 'linux') return 'only Linux tells tests about the sandbox';
  const user = process.getuid?.() === 0 ? asNobody() : asOurselves();
  const sandbox = run(user, ['unshare', '--user', '--map-root-user', 'true']);
  if (sandbox !== 0) return 'ordinary users may not make user namespaces here';
  if (run(user, ['test', '-x', electron]) !== 0) return `ordinary users cannot run ${electron}`;
  return user;
}

function asNobody(): OrdinaryUser {
  const prefix = [
    'setpriv',
    `--reuid=${nobody}`,
    `--regid=${nobody}`,
    '--clear-groups',
    '--no-new-privs',
    '--',
  ];
  return { uid: nobody, gid: nobody, prefix };
}

function asOurselves(): OrdinaryUser {
  return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, prefix: [] };
}

function run(user: OrdinaryUser, command: readonly string[]): number | null {
  const [program = '', ...args] = [...user.prefix, ...command];
  return spawnSync(program, args, { stdio: 'ignore' }).status;
}

/** Makes an executable in the folder that starts the program as the user, with the same arguments. */
export function startAs(user: OrdinaryUser, program: string, folder: string): string {
  const path = join(folder, 'as-ordinary-user');
  const words = [...user.prefix, program].map((word) => `'${word}'`).join(' ');
  writeFileSync(path, `#!/bin/sh\nexec ${words} "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Gives the folder to the user, with a copy of the display's key, which only its owner may read. */
export function moveIn(user: OrdinaryUser, home: string): Record<string, string> {
  chownSync(home, user.uid, user.gid);
  const key = process.env['XAUTHORITY'];
  if (key === undefined || user.prefix.length === 0) return {};
  const copy = join(home, 'Xauthority');
  copyFileSync(key, copy);
  chownSync(copy, user.uid, user.gid);
  return { XAUTHORITY: copy };
}
