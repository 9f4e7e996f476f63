import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** What Linux shows of a process's memory, to root and to its owner: proc_pid_smaps(5), proc_pid_mem(5). */

/** Addresses. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface Mapping extends Span {
  readonly pageBytes: number;
  /** How many bytes there are to read. */
  readonly dueBytes: number;
  /** Memory that processes share without a file on disk: all of it counts, whichever process wrote it. */
  readonly shared: boolean;
}

const pieceBytes = 4 * 2 ** 20;
/** Bits in the upper half of a page's entry: the page is in memory or swapped out; it is unchanged from a file. */
const presentOrSwapped = 0xc0000000;
const fromFile = 0x20000000;

/**
 * Reads every page that a process ever wrote to, whatever its protection is now.
 *
 * @param look gets pieces in the order of their addresses. A piece that continues the previous one begins with up to
 * `keep` of its last bytes, so that nothing is missed at the boundary.
 * @returns how much there is to read, and how much could be read
 */
export function readMemory(
  pid: number,
  keep: number,
  look: (piece: Buffer, length: number, overlap: number) => void,
): { readonly readBytes: number; readonly dueBytes: number } {
  const mappings = mappingsOf(pid);
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const piece = Buffer.alloc(keep + pieceBytes);
  let readBytes = 0;
  let readUpTo = 0;
  let overlap = 0;
  try {
    for (const { start, end } of writtenRuns(pid, mappings)) {
      for (let at = start; at < end; at += pieceBytes) {
        if (at !== readUpTo) overlap = 0;
        const got = readPiece(memory, piece, overlap, Math.min(pieceBytes, end - at), at);
        look(piece, overlap + got, overlap);
        readBytes += got;
        readUpTo = at + got;
        const kept = Math.min(keep, overlap + got);
        piece.copyWithin(0, overlap + got - kept, overlap + got);
        overlap = kept;
      }
    }
  } finally {
    closeSync(memory);
  }
  return { readBytes, dueBytes: mappings.reduce((sum, { dueBytes }) => sum + dueBytes, 0) };
}

/** Memory that cannot be read, such as a device's, is missing from the sum. */
function readPiece(memory: number, piece: Buffer, offset: number, length: number, position: number): number {
  try {
    return readSync(memory, piece, { offset, length, position });
  } catch {
    return 0;
  }
}

/** The parts of mappings that were ever written. Most of what Chromium maps is only reserved. */
function writtenRuns(pid: number, mappings: readonly Mapping[]): readonly Span[] {
  const pagemap = openSync(`/proc/${pid}/pagemap`, 'r');
  try {
    return mappings.flatMap((mapping) => (mapping.shared ? [mapping] : runsIn(pagemap, mapping)));
  } finally {
    closeSync(pagemap);
  }
}

function runsIn(pagemap: number, { start, end, pageBytes, dueBytes }: Mapping): readonly Span[] {
  if (dueBytes === 0) return [];
  // Documentation/admin-guide/mm/pagemap.rst: 64 bits a page.
  const entries = Buffer.alloc(((end - start) / pageBytes) * 8);
  readSync(pagemap, entries, { position: (start / pageBytes) * 8 });
  const runs: Span[] = [];
  let from: number | undefined;
  for (let at = start; at <= end; at += pageBytes) {
    const written = at < end && isWritten(entries.readUInt32LE(((at - start) / pageBytes) * 8 + 4));
    if (written) from ??= at;
    else if (from !== undefined) {
      runs.push({ start: from, end: at });
      from = undefined;
    }
  }
  return runs;
}

function isWritten(entry: number): boolean {
  return (entry & presentOrSwapped) !== 0 && (entry & fromFile) === 0;
}

function mappingsOf(pid: number): readonly Mapping[] {
  // Each begins with a line like `7f12a000-7f13a000 rw-p 00000000 00:00 0  name`, followed by `Anonymous:  12 kB` etc.
  const text = readFileSync(`/proc/${pid}/smaps`, 'latin1');
  return text.split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m).map((part) => {
    const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) /.exec(part) ?? [];
    const bytes = (field: string): number =>
      Number(new RegExp(`^${field}: +(\\d+)`, 'm').exec(part)?.[1]) * 1024;
    const start = Number.parseInt(from, 16);
    const end = Number.parseInt(to, 16);
    const shared = / \(deleted\)$/m.test(part);
    const dueBytes = shared ? end - start : bytes('Anonymous') + bytes('Swap');
    return { start, end, pageBytes: bytes('KernelPageSize'), dueBytes, shared };
  });
}
