import { constants, type Stats } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import type { OrganisationPlace } from './organisation-place';

/** Why a file cannot be one that only the administrator of this computer writes. */
export type Unsafe =
  'link' | 'notAFile' | 'owner' | 'writable' | 'folderLink' | 'folderOwner' | 'folderWritable';

export type GuardedFile =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly bytes: Buffer }
  | { readonly state: 'unsafe'; readonly reason: Unsafe }
  | { readonly state: 'unreadable' }
  | { readonly state: 'tooLong' };

/** Write permission of the group, and of everybody else. */
const byOthers = constants.S_IWGRP | constants.S_IWOTH;

/**
 * Reads a file that only the administrator of this computer can have written.
 *
 * SECURITY: on macOS and Linux the file and its folder belong to root, and nobody else may write to them; neither is a
 * link. Windows does not tell Node who owns a file: there it is refused where the person who uses the app may write to it.
 */
export async function readGuardedFile(place: OrganisationPlace, maxBytes: number): Promise<GuardedFile> {
  try {
    const folder = await lstat(place.folder);
    if (!folder.isDirectory()) return { state: 'unsafe', reason: 'folderLink' };
    // Also where the file is not there: who may write to the folder may have taken it away.
    const folderFault = faultOf(folder, place);
    if (folderFault === 'owner') return { state: 'unsafe', reason: 'folderOwner' };
    if (folderFault === 'writable') return { state: 'unsafe', reason: 'folderWritable' };
    const inFolder = await lstat(place.file);
    if (inFolder.isSymbolicLink()) return { state: 'unsafe', reason: 'link' };
    return await readOpened(place, maxBytes);
  } catch (cause) {
    return codeOf(cause) === 'ENOENT' ? { state: 'absent' } : { state: 'unreadable' };
  }
}

async function readOpened(place: OrganisationPlace, maxBytes: number): Promise<GuardedFile> {
  // Windows has neither flag.
  const only = place.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(place.file, constants.O_RDONLY | only);
  try {
    const status = await file.stat();
    if (!status.isFile()) return { state: 'unsafe', reason: 'notAFile' };
    const fault = place.platform === 'win32' ? await faultOnWindows(place.file) : faultOf(status, place);
    if (fault !== undefined) return { state: 'unsafe', reason: fault };
    return await readAll(file, maxBytes);
  } finally {
    await file.close();
  }
}

function faultOf(
  { uid, mode }: Stats,
  { owners, platform }: OrganisationPlace,
): 'owner' | 'writable' | undefined {
  if (platform === 'win32') return undefined;
  if (!owners.includes(uid)) return 'owner';
  return (mode & byOthers) === 0 ? undefined : 'writable';
}

/** Opens it for writing, and writes nothing. */
async function faultOnWindows(file: string): Promise<'writable' | undefined> {
  try {
    await (await open(file, constants.O_RDWR)).close();
    return 'writable';
  } catch {
    return undefined;
  }
}

async function readAll(file: FileHandle, maxBytes: number): Promise<GuardedFile> {
  const bytes = Buffer.alloc(maxBytes + 1);
  let length = 0;
  for (let read = 1; read > 0 && length < bytes.length; length += read) {
    read = (await file.read(bytes, length, bytes.length - length, length)).bytesRead;
  }
  return length > maxBytes ? { state: 'tooLong' } : { state: 'read', bytes: bytes.subarray(0, length) };
}

const codeOf = (cause: unknown): unknown =>
  cause instanceof Error && 'code' in cause ? cause.code : undefined;
