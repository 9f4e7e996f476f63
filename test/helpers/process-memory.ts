import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** What Linux shows of the memory of a process, to root and to whoever started it: proc_pid_smaps(5), proc_pid_mem(5). */

/** Addresses. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface Mapping extends Span {
  readonly pageBytes: number;
  /** How much there is to read. */
  readonly dueBytes: number;
  /** No file on disk holds what processes share here: all of it counts, whoever of them wrote it. */
  readonly shared: boolean;
}

const pieceBytes = 4 * 2 ** 20;
/** Bits of the upper half of a page's entry: it is in memory or swapped out; it is what stands in a file. */
const presentOrSwapped = 0xc0000000;
const fromFile = 0x20000000;

/**
 * Shows every page that a process ever wrote to, whatever its protection is by now.
 *
 * @param look gets pieces in the order of their addresses. Where one goes on from the one before, it begins with the
 * last bytes of that, up to `keep` of them, so that nothing is missed that lies across two.
 * @returns how much could be read, of how much there is
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

/** What cannot be read, as a device's memory, is missing from the sum. */
function readPiece(memory: number, piece: Buffer, offset: number, length: number, position: number): number {
  try {
    return readSync(memory, piece, { offset, length, position });
  } catch {
    return 0;
  }
}

/** The parts of mappings that hold anything. Most of what Chromium maps is reserved, and nothing was ever put there. */
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
  // Each begins with a line like `7f12a000-7f13a000 rw-p 00000000 00:00 0  name`; lines like `Anonymous:  12 kB` follow.
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
