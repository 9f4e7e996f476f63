import { execFileSync } from 'node:child_process';
import { newFolder } from './material-in-shares';

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

/** Why rows that need a small disk cannot run here; in CI they always run. */
export const withoutSmallDisk =
  mayMount || process.env['CI'] !== undefined ? undefined : 'only root may mount a small disk';

/** Runs a function with a disk in memory of this size, which is removed afterwards. */
export async function onSmallDisk(kilobytes: number, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = newFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]);
  try {
    await use(folder);
  } finally {
    execFileSync('umount', [folder]);
  }
}

/** Fills a disk completely. */
export function fillUp(folder: string): void {
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${folder}/full`, 'bs=1k'], { stdio: 'ignore' });
  } catch {
    // dd fails once the disk is full.
  }
}
