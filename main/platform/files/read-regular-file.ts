import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { localError, type AppError, type Stage } from '../../shared/errors';
import { headBytes, type Gate, type Verdict } from '../../shared/glimpse';
import { err, ok, type Result } from '../../shared/result';

// SECURITY: a link could lead anywhere, and a FIFO would block forever. Windows has neither flag.
const flags =
  process.platform === 'win32'
    ? constants.O_RDONLY
    : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Reads a whole regular file once, into a new buffer that is not from Node's pool, so that its owner can wipe it.
 *
 * Errors: file.notFound, file.notRegular (link, folder, pipe, device), file.unreadable, file.empty, file.tooLarge.
 */
export function readRegularFile(path: string, maxBytes: number, stage: Stage): Promise<Result<Buffer>> {
  return withRegularFile(path, maxBytes, stage, (file, size) => readWhole(file, size, basename(path), stage));
}

/** The bytes, or why they were not read. */
export type Intake =
  { readonly verdict: 'wanted'; readonly bytes: Buffer } | { readonly verdict: Exclude<Verdict, 'wanted'> };

/**
 * Reads a file as readRegularFile does, if the gate wants it. The gate is asked with the name before the file is
 * opened, with the size before anything is read, and with the first bytes before the rest is read.
 */
export async function readIfWanted(
  path: string,
  maxBytes: number,
  stage: Stage,
  gate: Gate,
): Promise<Result<Intake>> {
  const name = basename(path);
  const byName = gate({ name });
  if (byName !== 'wanted') return ok({ verdict: byName });
  return await withRegularFile(path, maxBytes, stage, async (file, size): Promise<Result<Intake>> => {
    const bySize = gate({ name, size });
    if (bySize !== 'wanted') return ok({ verdict: bySize });
    const head = await readWhole(file, Math.min(size, headBytes), name, stage);
    if (!head.ok) return head;
    const verdict = gate({ name, size, head: head.value });
    head.value.fill(0);
    if (verdict !== 'wanted') return ok({ verdict });
    const bytes = await readWhole(file, size, name, stage);
    return bytes.ok ? ok({ verdict, bytes: bytes.value }) : bytes;
  });
}

async function withRegularFile<T>(
  path: string,
  maxBytes: number,
  stage: Stage,
  use: (file: FileHandle, size: number) => Promise<Result<T>>,
): Promise<Result<T>> {
  const name = basename(path);
  let file: FileHandle | undefined;
  try {
    file = await open(path, flags);
    const status = await file.stat();
    if (!status.isFile()) return err(localError(stage, 'file.notRegular', { name }));
    if (status.size === 0) return err(localError(stage, 'file.empty', { name }));
    if (status.size > maxBytes) return err(localError(stage, 'file.tooLarge', { name, maxBytes }));
    return await use(file, status.size);
  } catch (cause) {
    return err(fileError(cause, name, stage));
  } finally {
    await file?.close();
  }
}

async function readWhole(
  file: FileHandle,
  size: number,
  name: string,
  stage: Stage,
): Promise<Result<Buffer>> {
  const bytes = Buffer.from(new ArrayBuffer(size));
  if (await fill(file, bytes)) return ok(bytes);
  bytes.fill(0);
  return err(localError(stage, 'file.unreadable', { name }, 'same'));
}

/** False when the file ends early because it shrank while it was read. */
async function fill(file: FileHandle, bytes: Buffer): Promise<boolean> {
  for (let offset = 0; offset < bytes.length;) {
    const { bytesRead } = await file.read(bytes, offset, bytes.length - offset, offset);
    if (bytesRead === 0) return false;
    offset += bytesRead;
  }
  return true;
}

function fileError(cause: unknown, name: string, stage: Stage): AppError {
  switch (systemErrorCode(cause)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return localError(stage, 'file.notFound', { name });
    case 'ELOOP':
    case 'EISDIR':
    case 'ENXIO':
      return localError(stage, 'file.notRegular', { name });
    case undefined:
      throw cause;
    default:
      return localError(stage, 'file.unreadable', { name }, 'same');
  }
}

/** The system's own code of a thrown value (ENOENT, EACCES, …), if it has one. */
export function systemErrorCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
