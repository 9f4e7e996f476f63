import type { AppError } from '../../shared/errors';
import { limits } from '../../shared/limits';
import { ok, type Result } from '../../shared/result';
import { refuseArchive } from './refuse-archive';

/** Where an archive's directory is, according to its end record. */
export interface ArchiveFrame {
  readonly directoryOffset: number;
  readonly directorySize: number;
}

const endSignature = Buffer.from('PK\x05\x06', 'latin1');
const endLength = 22;
const archiveStarts = [Buffer.from('PK\x03\x04', 'latin1'), endSignature];

/**
 * Reads the end record (APPNOTE 4.3.16) without the guesses that let two programs find two directories: the record and
 * its comment must end with the file, and the directory must end where the record begins.
 *
 * Errors: zip.notAZip, zip.truncated, zip.hiddenData, zip.zip64, zip.multiDisk, zip.tooManyEntries, zip.damaged.
 */
export function readFrame(zip: Buffer): Result<ArchiveFrame> {
  const at = zip.lastIndexOf(endSignature);
  if (at === -1) return refuseArchive(codeWithoutEnd(zip));
  if (at + endLength > zip.length) return refuseArchive('zip.truncated');
  const fileEnd = at + endLength + zip.readUInt16LE(at + 20);
  if (fileEnd !== zip.length) return refuseArchive(fileEnd > zip.length ? 'zip.truncated' : 'zip.hiddenData');

  const disk = zip.readUInt16LE(at + 4);
  const directoryDisk = zip.readUInt16LE(at + 6);
  const entriesHere = zip.readUInt16LE(at + 8);
  const entries = zip.readUInt16LE(at + 10);
  const directorySize = zip.readUInt32LE(at + 12);
  const directoryOffset = zip.readUInt32LE(at + 16);
  const elsewhere = entries === 0xffff || directorySize === 0xffffffff || directoryOffset === 0xffffffff;
  const zip64Locator = zip.toString('latin1', at - 20, at - 16) === 'PK\x06\x07';
  if (elsewhere || zip64Locator) return refuseArchive('zip.zip64');
  if (disk !== 0 || directoryDisk !== 0) return refuseArchive('zip.multiDisk');
  if (entries > limits.maxArchiveEntries) {
    return refuseArchive('zip.tooManyEntries', { max: limits.maxArchiveEntries });
  }
  if (entries !== entriesHere) return refuseArchive('zip.damaged');
  const directoryEnd = directoryOffset + directorySize;
  if (directoryEnd !== at) return refuseArchive(directoryEnd < at ? 'zip.hiddenData' : 'zip.damaged');
  return ok({ directoryOffset, directorySize });
}

/** How many end records a file seems to hold, wherever they are. */
export function countEnds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(endSignature); at !== -1; at = bytes.indexOf(endSignature, at + 1)) count++;
  return count;
}

export function startsLikeArchive(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4);
  return archiveStarts.some((known) => known.equals(start));
}

function codeWithoutEnd(zip: Buffer): AppError['code'] {
  const start = zip.toString('latin1', 0, 4);
  if (start === 'PK\x03\x04') return 'zip.truncated';
  return start === 'PK\x07\x08' ? 'zip.multiDisk' : 'zip.notAZip';
}
