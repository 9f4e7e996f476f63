import { crc32, inflateRawSync } from 'node:zlib';
import { localError, type AppErrorCode } from '../../shared/errors';
import { limits } from '../../shared/limits';
import { err, ok, type Result } from '../../shared/result';
import { countEnds, readFrame, startsLikeArchive, type ArchiveFrame } from './archive-frame';
import { listMembers, type Member } from './archive-members';
import { findDuplicate } from './archive-policy';
import { refuseArchive } from './refuse-archive';

/** A file of an archive. */
export interface ArchiveEntry {
  /** Without the folder, in its original case. */
  readonly name: string;
  /** With the folder, if any, and `/` between them. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads an archive only if every byte of it has exactly one meaning, so that any reader finds the same files in it.
 * Folders, and files that operating systems add, are checked like the rest and left out.
 *
 * Pure, and never throws. Errors: zip.*, file.empty, file.tooLarge.
 */
export async function readZip(bytes: Uint8Array): Promise<Result<readonly ArchiveEntry[]>> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { maxArchiveBytes } = limits;
  if (zip.length === 0) return err(localError('parameters', 'file.empty'));
  if (zip.length > maxArchiveBytes) {
    return err(localError('parameters', 'file.tooLarge', { maxBytes: maxArchiveBytes }));
  }
  const frame = readFrame(zip);
  const members = frame.ok ? await locateMembers(zip, frame.value) : frame;
  // SECURITY: a reader that finds a second end record would find another directory.
  if (countEnds(zip) > 1) {
    const inside = members.ok && members.value.find((member) => countEnds(bodyOf(zip, member)) > 0);
    return inside
      ? refuseArchive('zip.nested', { entry: inside.name.path })
      : refuseArchive('zip.twoDirectories');
  }
  if (!members.ok) return members;

  const entries: ArchiveEntry[] = [];
  for (const member of members.value) {
    const content = unpack(bodyOf(zip, member), member);
    const { path, isFolder, isSystemExtra } = member.name;
    if (typeof content === 'string') return refuseArchive(content, { entry: path });
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!isFolder && !isSystemExtra) entries.push({ name, path, bytes: content });
  }
  return ok(entries);
}

/** Lists the members, and makes sure that they fill the file up to the directory, with nothing between them. */
async function locateMembers(zip: Buffer, frame: ArchiveFrame): Promise<Result<readonly Member[]>> {
  const members = await listMembers(zip, frame);
  if (!members.ok) return members;
  if (members.value.reduce((sum, member) => sum + member.size, 0) > limits.maxInflatedBytes) {
    return refuseArchive('zip.tooLarge');
  }
  const duplicate = findDuplicate(members.value.map((member) => member.name));
  if (duplicate) return refuseArchive('zip.duplicateName', { entry: duplicate.path });
  let at = 0;
  for (const { recordStart, recordEnd, name } of members.value.toSorted(
    (a, b) => a.recordStart - b.recordStart,
  )) {
    if (recordStart !== at) return refuseArchive('zip.hiddenData', { entry: name.path });
    at = recordEnd;
  }
  return at === frame.directoryOffset ? members : refuseArchive('zip.hiddenData');
}

function bodyOf(zip: Buffer, member: Member): Buffer {
  return zip.subarray(member.bodyStart, member.bodyEnd);
}

/** SECURITY: never produces more bytes than the directory states, which is within the limits. */
function unpack(body: Buffer, { method, size, crc }: Member): Buffer | AppErrorCode {
  const content = method === 0 ? body : inflate(body, size);
  if (typeof content === 'string') return content;
  if (content.length !== size) return 'zip.sizeMismatch';
  if (crc32(content) !== crc) return 'zip.crcMismatch';
  return startsLikeArchive(content) ? 'zip.nested' : content;
}

function inflate(body: Buffer, size: number): Buffer | AppErrorCode {
  try {
    // The types do not know that `info` changes the result.
    const { buffer, engine } = inflateRawSync(body, {
      maxOutputLength: Math.max(size, 1),
      info: true,
    }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return engine.bytesWritten === body.length ? buffer : 'zip.hiddenData';
  } catch (cause) {
    const tooLong = cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLong ? 'zip.sizeMismatch' : 'zip.damaged';
  }
}
