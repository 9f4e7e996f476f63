import { existsSync, readFileSync } from 'node:fs';
import { placeCounter } from './count-places';
import { readMemory } from './process-memory';
import { descendants, statusOf, wordsOf } from './processes';
import type { Encoding } from './secret-encodings';

/** Why memory cannot be scanned here, if so. Users may read their own processes' memory, unless Yama forbids it. */
export const withoutMemoryScan =
  process.platform !== 'linux'
    ? 'only Linux shows the memory of processes as files'
    : process.getuid?.() !== 0 && yamaLevel() > 1
      ? 'this system lets only root read the memory of processes'
      : undefined;

export interface ScannedProcess {
  readonly pid: number;
  /** `main`, `vault`, or what Chromium calls it: `renderer`, `gpu-process`, `zygote`, `utility network.mojom.…`. */
  readonly kind: string;
  readonly scannedBytes: number;
  /** The number of places of each encoding in its memory, by name; empty when the secret was not found. */
  readonly found: Readonly<Record<string, number>>;
}

/** The part of the memory that must have been read; the kernel does not show the rest. */
const coverage = 0.98;

/**
 * Looks for secrets in the memory of every process of the app. The processes are stopped meanwhile, so that nothing
 * moves.
 * @throws when it could not read enough: a scan that saw nothing must not pass.
 */
export function scanMemory(appPid: number, encodings: readonly Encoding[]): readonly ScannedProcess[] {
  const stopped: number[] = [];
  const stop = (pid: number): void => {
    if (signal(pid, 'SIGSTOP')) stopped.push(pid);
  };
  try {
    stop(appPid);
    descendants(appPid).forEach(stop);
    return stopped.flatMap((pid) => scanUnlessEnded(pid, encodings));
  } finally {
    for (const pid of stopped) signal(pid, 'SIGCONT');
  }
}

/** Documentation/admin-guide/LSM/Yama.rst: 1 allows it for child processes, such as the app under test. */
function yamaLevel(): number {
  const file = '/proc/sys/kernel/yama/ptrace_scope';
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
}

/** `renderer: raw ×2`, for each process and encoding; empty when there is no copy anywhere. */
export function copiesIn(processes: readonly ScannedProcess[]): readonly string[] {
  return processes.flatMap(({ kind, found }) =>
    Object.entries(found).map(([name, times]) => `${kind}: ${name} ×${times}`),
  );
}

function kindOf(pid: number): string {
  const words = wordsOf(pid, 'cmdline').join(' ');
  const [, type = 'main'] = /--type=(\S+)/.exec(words) ?? [];
  const [, service = ''] = /--utility-sub-type=(\S+)/.exec(words) ?? [];
  return service === 'node.mojom.NodeService' ? 'vault' : `${type} ${service}`.trim();
}

/** @returns false when the process has ended. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** A process that is about to end cannot be stopped, so its memory may vanish while it is read. */
function scanUnlessEnded(pid: number, encodings: readonly Encoding[]): readonly ScannedProcess[] {
  const kind = kindOf(pid);
  try {
    return [scanProcess(pid, kind, encodings)];
  } catch (error) {
    if (signal(pid, 0) && statusOf(pid, 'State') !== 'Z') throw error;
    return [];
  }
}

function scanProcess(pid: number, kind: string, encodings: readonly Encoding[]): ScannedProcess {
  const counter = placeCounter(encodings);
  const longest = Math.max(...encodings.map(({ bytes }) => bytes.length));
  const { readBytes, dueBytes } = readMemory(pid, longest - 1, counter.look);
  if (dueBytes === 0 || readBytes < coverage * dueBytes) {
    throw new Error(`Of ${kind}, ${readBytes} of ${dueBytes} bytes could be read.`);
  }
  return { pid, kind, scannedBytes: readBytes, found: counter.found() };
}
