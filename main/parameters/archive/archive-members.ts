// This entry point of the library comes without workers and WebAssembly.
import {
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_ENTRY_DATA_OUT_OF_BOUNDS,
  ERR_EXTRAFIELD_ZIP64_NOT_FOUND,
  ERR_OVERLAPPING_ENTRY,
  ERR_UNSAFE_FILENAME,
  Uint8ArrayWriter,
  WARNING_DUPLICATE_FILENAME,
  WARNING_MISMATCHED_LOCAL_FILE_HEADER_BIT_FLAG,
  WARNING_MISMATCHED_LOCAL_FILE_HEADER_COMPRESSION_METHOD,
  WARNING_MISMATCHED_LOCAL_FILE_HEADER_CRC32_OR_SIZES,
  WARNING_MISMATCHED_LOCAL_FILE_HEADER_FILENAME,
  WARNING_PREPENDED_DATA,
  WARNING_TRAILING_CENTRAL_DIRECTORY_DATA,
  ZipReader,
  type Entry,
  type FileEntry,
  type LocalDirectory,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { AppErrorCode } from '../../shared/errors';
import { limits } from '../../shared/limits';
import { ok, type Result } from '../../shared/result';
import type { ArchiveFrame } from './archive-frame';
import { LendingReader } from './lending-reader';
import {
  readEntryName,
  refuseAttributes,
  refuseExtraFields,
  refuseMethod,
  type EntryName,
} from './archive-policy';
import { refuseArchive } from './refuse-archive';

/** An entry whose two headers agree, and where its bytes are; nothing is unpacked yet. */
export interface Member {
  readonly name: EntryName;
  readonly method: number;
  readonly crc: number;
  /** As stated; checked when the entry is unpacked. */
  readonly size: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly recordStart: number;
  readonly recordEnd: number;
}

/** What the library's errors contain; its types declare only part of it. */
interface LibraryError {
  readonly message?: string;
  readonly reason?: string;
  readonly filename?: string;
}

// SECURITY: with these options the library refuses what two readers could read differently, and starts no worker.
const strictest = { strictness: 'strict', checkOverlappingEntry: true, useWebWorkers: false } as const;

const codes = new Map<unknown, AppErrorCode>([
  [ERR_UNSAFE_FILENAME, 'zip.unsafeName'],
  [ERR_OVERLAPPING_ENTRY, 'zip.overlap'],
  [ERR_ENTRY_DATA_OUT_OF_BOUNDS, 'zip.overlap'],
  [ERR_EXTRAFIELD_ZIP64_NOT_FOUND, 'zip.zip64'],
  [WARNING_PREPENDED_DATA, 'zip.hiddenData'],
  [WARNING_TRAILING_CENTRAL_DIRECTORY_DATA, 'zip.hiddenData'],
  [WARNING_DUPLICATE_FILENAME, 'zip.duplicateName'],
  [WARNING_MISMATCHED_LOCAL_FILE_HEADER_FILENAME, 'zip.headersDisagree'],
  [WARNING_MISMATCHED_LOCAL_FILE_HEADER_BIT_FLAG, 'zip.headersDisagree'],
  [WARNING_MISMATCHED_LOCAL_FILE_HEADER_COMPRESSION_METHOD, 'zip.headersDisagree'],
  [WARNING_MISMATCHED_LOCAL_FILE_HEADER_CRC32_OR_SIZES, 'zip.headersDisagree'],
]);

/**
 * Lists the entries of an archive, in the directory's order. The library reads them; our rules are applied on top.
 *
 * Errors: zip.*, except those of the frame and of unpacking.
 */
export async function listMembers(zip: Uint8Array, frame: ArchiveFrame): Promise<Result<readonly Member[]>> {
  const reader = new LendingReader(zip);
  try {
    return await listWith(reader, frame);
  } finally {
    reader.wipe();
  }
}

async function listWith(reader: LendingReader, frame: ArchiveFrame): Promise<Result<readonly Member[]>> {
  const listed = await ask(() => new ZipReader(reader, strictest).getEntries());
  if (!listed.ok) return listed;
  const entries = listed.value;
  const headers = entries.map(
    (e) => 46 + e.rawFilename.length + e.rawExtraField.length + e.rawComment.length,
  );
  if (headers.reduce((sum, length) => sum + length, 0) !== frame.directorySize) {
    return refuseArchive('zip.hiddenData');
  }
  const members: Member[] = [];
  for (const entry of entries) {
    const member = await readMember(entry);
    if (!member.ok) return member;
    members.push(member.value);
  }
  return ok(members);
}

async function readMember(entry: Entry): Promise<Result<Member>> {
  const refuse = (code: AppErrorCode) => refuseArchive(code, { entry: entry.filename });
  const { rawBitFlag: flags, compressionMethod: method, crc32: crc, uncompressedSize: size } = entry;
  // The library omits these where encryption makes them meaningless.
  if (flags === undefined || crc === undefined) return refuse('zip.encrypted');
  const name = readEntryName(entry.rawFilename, flags);
  if (typeof name === 'string') return refuse(name);
  const code =
    refuseMethod(flags, method) ??
    refuseExtraFields(entry.rawExtraField) ??
    refuseAttributes(entry.externalFileAttributes, name.isFolder);
  if (code !== undefined) return refuse(code);
  if (entry.diskNumberStart !== 0) return refuse('zip.multiDisk');
  if (name.isFolder && size !== 0) return refuse('zip.hiddenData');
  if (size > limits.maxEntryBytes) return refuse('zip.entryTooLarge');

  const local = await ask(() => readLocalHeader(entry), entry.filename);
  if (!local.ok) return local;
  const localCode = refuseExtraFields(local.value.rawExtraField) ?? refuseLocal(entry, flags, local.value);
  if (localCode !== undefined) return refuse(localCode);
  const bodyStart = local.value.dataOffset;
  const bodyEnd = bodyStart + entry.compressedSize;
  const recordEnd = bodyEnd + descriptorLength(local.value);
  return ok({ name, method, crc, size, bodyStart, bodyEnd, recordStart: entry.offset, recordEnd });
}

/** Lets the library compare both headers and the descriptor. */
async function readLocalHeader(entry: Entry): Promise<LocalDirectory> {
  // This works for folders as well, although the types offer it only for files.
  const file = entry as FileEntry;
  await file.getData(new Uint8ArrayWriter(), { checkOverlappingEntryOnly: true });
  if (file.localDirectory === undefined) throw new TypeError('The library read no local header.');
  return file.localDirectory;
}

/** Checks what the library does not: flags that it ignores, and sums in a local header that also has a descriptor. */
function refuseLocal(entry: Entry, flags: number, local: LocalDirectory): AppErrorCode | undefined {
  if (local.dataDescriptor?.zip64 === true) return 'zip.zip64';
  const pairs = [
    [local.crc32, entry.crc32],
    [local.compressedSize, entry.compressedSize],
    [local.uncompressedSize, entry.uncompressedSize],
  ];
  // Only values that a descriptor repeats may be zero: a program that writes a stream does not know them yet.
  const postponed = (flags & 0x0008) !== 0;
  const sumsAgree = pairs.every(([told, right]) => told === right || (postponed && told === 0));
  return local.rawBitFlag === flags && sumsAgree ? undefined : 'zip.headersDisagree';
}

function descriptorLength({ dataDescriptor }: LocalDirectory): number {
  if (dataDescriptor === undefined) return 0;
  return dataDescriptor.signature ? 16 : 12;
}

/** Makes a refusal of anything that the library throws, on purpose or by mistake. */
async function ask<T>(question: () => Promise<T>, entry?: string): Promise<Result<T>> {
  try {
    return ok(await question());
  } catch (cause) {
    const { message, reason, filename = entry }: LibraryError = cause instanceof Error ? cause : {};
    const code = codes.get(message === ERR_AMBIGUOUS_ARCHIVE ? reason : message) ?? 'zip.damaged';
    return refuseArchive(code, filename === undefined ? {} : { entry: filename });
  }
}
