import { readdirSync, readFileSync } from 'node:fs';

/** What Linux says about running processes, in /proc. */

/** One line of a process's status: `statusOf(pid, 'Seccomp')` is '2' where a filter is on. */
export function statusOf(pid: number, field: string): string | undefined {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  return new RegExp(`^${field}:\\s*(\\S+)`, 'm').exec(text)?.[1];
}

/** A process that has ended stays in the list (`Z`) until its parent reads its exit code. */
export function isRunning(pid: number): boolean {
  try {
    return statusOf(pid, 'State') !== 'Z';
  } catch {
    return false;
  }
}

/**
 * The arguments or the environment that a process was started with; none once it has ended. A forked Chromium process
 * has all its arguments in one word.
 */
export function wordsOf(pid: number, file: 'cmdline' | 'environ'): readonly string[] {
  return read(`/proc/${pid}/${file}`).split('\0').filter(Boolean);
}

/** Process ids of the whole tree below one process. */
export function descendants(pid: number): readonly number[] {
  const tasks = list(`/proc/${pid}/task`);
  const children = tasks.flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean),
  );
  return children.map(Number).flatMap((child) => [child, ...descendants(child)]);
}

/** Empty if the process has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function list(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
