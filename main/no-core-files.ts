import { spawnSync } from 'node:child_process';

const patienceMs = 2000;

/**
 * SECURITY: on Linux a process that crashes leaves its memory in a file, where the system's limit allows it. This sets
 * the limit to nothing for this process, and so for the vaults that it will start. Node has no call for it; `prlimit`
 * of util-linux is on every distribution, and where it is not, the limit stays as it is.
 */
export function forbidCoreFiles(): void {
  if (process.platform !== 'linux') return;
  spawnSync('/usr/bin/prlimit', ['--pid', String(process.pid), '--core=0:0'], {
    stdio: 'ignore',
    timeout: patienceMs,
  });
}
