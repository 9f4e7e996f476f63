import { spawnSync } from 'node:child_process';

const patienceMs = 2000;

/**
 * SECURITY: on Linux, a process that crashes may leave its memory in a core file. This sets the limit for core files to
 * zero for this process, and so for the vaults that it will start. Node has no call for it, so `prlimit` of util-linux
 * does it, which is on practically every distribution; without it the limit stays as it is.
 */
export function forbidCoreFiles(): void {
  if (process.platform !== 'linux') return;
  spawnSync('/usr/bin/prlimit', ['--pid', String(process.pid), '--core=0:0'], {
    stdio: 'ignore',
    timeout: patienceMs,
  });
}
