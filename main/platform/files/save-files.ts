import { randomUUID } from 'node:crypto';
import { link, lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { localError, type AppError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { readBackFile } from './read-back';
import { systemErrorCode } from './read-regular-file';

export interface FileToSave {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Saves files in a folder: all of them or none. Each is written whole under a temporary name (with mode 0600, which
 * FAT, exFAT and Windows ignore), flushed to the disk, and then gets its own name. No existing file is ever replaced.
 *
 * Errors: save.exists, save.diskFull, save.notWritable, save.folderGone, save.failed.
 */
export async function saveFiles(folder: string, files: readonly FileToSave[]): Promise<Result<null>> {
  const made: string[] = [];
  try {
    const free = await checkFolder(
      folder,
      files.map((file) => file.name),
    );
    if (!free.ok) return free;
    const pending: { temporary: string; final: string }[] = [];
    for (const file of files) {
      const temporary = temporaryIn(folder);
      made.push(temporary);
      await writeWhole(temporary, file.bytes);
      pending.push({ temporary, final: join(folder, file.name) });
    }
    for (const { temporary, final } of pending) {
      await moveWithoutReplacing(temporary, final);
      made.push(final);
    }
    await flushFolder(folder);
    return ok(null);
  } catch (cause) {
    await Promise.all(made.map((path) => rm(path, { force: true }).catch(() => undefined)));
    return err(saveError(cause));
  }
}

/** Reads the files back with readBackFile and compares each byte. Error: save.readBackDiffers. */
export async function readBack(folder: string, files: readonly FileToSave[]): Promise<Result<null>> {
  for (const { name, bytes } of files) {
    const found = await readBackFile(join(folder, name), bytes.length, 'save');
    const isSame = found.ok && found.value.equals(bytes);
    if (found.ok) found.value.fill(0);
    if (!isSame) return err(localError('save', 'save.readBackDiffers', { name }, 'check-first'));
  }
  return ok(null);
}

/** The path of a file before it gets its own name. What a kill leaves there is removed by discardFiles. */
export const temporaryIn = (folder: string): string => join(folder, `.keyferry-${randomUUID()}.tmp`);
const temporaryName = /^\.keyferry-[0-9a-f-]{36}\.tmp$/;
export const isTemporaryName = (name: string): boolean => temporaryName.test(name);

/** Removes what an unfinished job left: the named files, and temporary ones from a process that was killed. */
export async function discardFiles(folder: string, names: readonly string[]): Promise<void> {
  const listed = await readdir(folder).catch(() => []);
  const unfinished = listed.filter(isTemporaryName);
  await Promise.all(
    [...names, ...unfinished].map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)),
  );
}

/**
 * Checks that the folder exists and none of the names is taken in it. Nothing is written.
 *
 * Errors: save.folderGone, save.exists, save.notWritable.
 */
export async function checkFolder(folder: string, names: readonly string[]): Promise<Result<null>> {
  try {
    await lstat(join(folder, '.'));
    for (const name of names) {
      if (await exists(join(folder, name))) return err(localError('save', 'save.exists', { name }));
    }
    return ok(null);
  } catch (cause) {
    return err(saveError(cause));
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (cause) {
    if (systemErrorCode(cause) === 'ENOENT') return false;
    throw cause;
  }
}

/** A short write is no error for the system, so this goes on until every byte is written. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for (let offset = 0; offset < bytes.length;) {
      const { bytesWritten } = await file.write(bytes, offset, bytes.length - offset, offset);
      if (bytesWritten === 0) throw Object.assign(new Error('nothing written'), { code: 'ENOSPC' });
      offset += bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A hard link fails when the name is taken. FAT and exFAT, usual on sticks, have no links, so there we look first. */
async function moveWithoutReplacing(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
    await rm(from);
  } catch (cause) {
    if (
      !['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK', 'EISDIR'].includes(systemErrorCode(cause) ?? '')
    ) {
      throw cause;
    }
    if (await exists(to)) throw Object.assign(new Error('name taken'), { code: 'EEXIST' });
    await rename(from, to);
  }
}

/** Makes the new names durable. Windows cannot open folders, and some file systems cannot flush them. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

export function saveError(cause: unknown): AppError {
  const code = systemErrorCode(cause);
  switch (code) {
    case 'EEXIST':
      return localError('save', 'save.exists');
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return localError('save', 'save.diskFull', undefined, 'same');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return localError('save', 'save.notWritable');
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
      return localError('save', 'save.folderGone');
    case undefined:
      throw cause;
    default:
      return localError('save', 'save.failed', { system: code }, 'same');
  }
}
