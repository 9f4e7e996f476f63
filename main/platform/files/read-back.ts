import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { Stage } from '../../shared/errors';
import { ok, type Result } from '../../shared/result';
import { readRegularFile, systemErrorCode } from './read-regular-file';

/**
 * Reads a file that was just written and flushed. On Linux, if the file system allows it (FAT, exFAT, ext4, XFS and
 * Btrfs do), the bytes come from the device and not from the system's cache (open(2), O_DIRECT). Elsewhere they may
 * come from the cache, and only unplugging the stick makes sure that the device is read.
 *
 * Errors: file.*
 */
export async function readBackFile(path: string, maxBytes: number, stage: Stage): Promise<Result<Buffer>> {
  const direct = await readFromDevice(path, maxBytes);
  return direct === undefined ? await readRegularFile(path, maxBytes, stage) : ok(direct);
}

/** Undefined if the system cannot do this, or on any failure: the ordinary read then reports it. */
async function readFromDevice(path: string, maxBytes: number): Promise<Buffer | undefined> {
  if (process.platform !== 'linux') return undefined;
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_DIRECT);
    const { size } = await file.stat();
    return size === 0 || size > maxBytes ? undefined : await readAligned(file, size);
  } catch (cause) {
    if (systemErrorCode(cause) === undefined) throw cause;
    return undefined;
  } finally {
    await file?.close();
  }
}

/** Direct reads need sizes and addresses that are multiples of the sector size, 512 or 4096 bytes. */
const blockBytes = 4096;
/** Every allocator aligns to at least this many bytes. */
const addressStep = 16;

/** Node does not tell the address of a buffer, so offsets are tried until the system accepts one. */
async function readAligned(file: FileHandle, size: number): Promise<Buffer | undefined> {
  const length = Math.ceil(size / blockBytes) * blockBytes;
  const room = Buffer.from(new ArrayBuffer(length + blockBytes));
  try {
    for (let offset = 0; offset < blockBytes; offset += addressStep) {
      const bytesRead = await readAt(file, room, offset, length);
      if (bytesRead === undefined) continue;
      if (bytesRead !== size) return undefined;
      const bytes = Buffer.from(new ArrayBuffer(size));
      room.copy(bytes, 0, offset, offset + size);
      return bytes;
    }
    return undefined;
  } finally {
    // The file may have been a share in clear.
    room.fill(0);
  }
}

async function readAt(
  file: FileHandle,
  room: Buffer,
  offset: number,
  length: number,
): Promise<number | undefined> {
  try {
    return (await file.read(room, offset, length, 0)).bytesRead;
  } catch (cause) {
    if (systemErrorCode(cause) === 'EINVAL') return undefined;
    throw cause;
  }
}
