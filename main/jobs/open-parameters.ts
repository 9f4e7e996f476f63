import { parametersGate } from '../parameters/intake-gates';
import { parseBundle, type RawBundle } from '../parameters/parse-bundle';
import { validateParameters } from '../parameters/validate-parameters';
import type { ImportParameters } from '../parameters/import-parameters';
import {
  readDropped,
  type DroppedFiles,
  type ReadFile,
  type RefusedFile,
} from '../platform/files/read-dropped';
import { localError, type AppError } from '../shared/errors';
import { headBytes } from '../shared/glimpse';
import { err, ok, type Result } from '../shared/result';
import type { IntakeForm } from '../shared/views/app';
import { withNotRead } from '../platform/files/read-one';

export interface OpenedParameters {
  readonly parameters: ImportParameters;
  /** Base names of files that may be key material, and so were left unread. */
  readonly notRead: readonly string[];
}

/**
 * From paths to import parameters: read, unpack, parse, validate. The first failure is the answer.
 *
 * SECURITY: files that may be key material are not read; an archive has to be, and is wiped, as everything else is
 * that is no part of what came out.
 *
 * Errors: file.*, zip.*, bundle.*, wrappingKey.*, parameters.*. Fact besides: notRead, names of files left unread.
 */
export async function openParameters(paths: readonly string[], now: Date): Promise<Result<OpenedParameters>> {
  const dropped = await readDropped(paths, parametersGate);
  if (!dropped.ok) return dropped;
  const unpacked = await unpack(dropped.value);
  if (!unpacked.ok) {
    wipe(dropped.value.files);
    return unpacked;
  }
  const { form, files, refused } = unpacked.value;
  const parsed = parseBundle(files);
  const bundle = parsed.ok ? ok(ownToken(parsed.value)) : parsed;
  const valid = bundle.ok ? validateParameters(bundle.value, form, now) : bundle;
  wipe([...files, ...dropped.value.files]);
  if (!valid.ok) return err(explain(valid.error, refused));
  return ok({ parameters: valid.value, notRead: refused.map(({ name }) => name) });
}

interface Unpacked {
  readonly form: IntakeForm;
  readonly files: readonly ReadFile[];
  readonly refused: readonly RefusedFile[];
}

async function unpack({ files, fromFolder, refused }: DroppedFiles): Promise<Result<Unpacked>> {
  const archives = files.filter(isArchive);
  const [archive] = archives;
  if (archive === undefined) return ok({ form: fromFolder ? 'folder' : 'files', files, refused });
  // An archive beside other files could mean two sets: which one is meant is not ours to guess.
  if (files.length > 1) return err(localError('parameters', 'file.tooMany', { max: 1, name: archive.name }));
  // Only this job sees an archive: the others need not load what reads it.
  const { readZip } = await import('../parameters/archive/read-zip');
  const entries = await readZip(archive.bytes);
  if (!entries.ok) return entries;
  const parts: ReadFile[] = [];
  const left: RefusedFile[] = [...refused];
  for (const { name, bytes } of entries.value) {
    // An archive was never empty of files without a reason: an empty part is said to be one.
    const verdict =
      bytes.length === 0
        ? 'wanted'
        : parametersGate({ name, size: bytes.length, head: bytes.subarray(0, headBytes) });
    if (verdict === 'wanted') parts.push({ name, bytes });
    else bytes.fill(0);
    if (verdict !== 'wanted' && verdict !== 'unknown') left.push({ name, verdict });
  }
  return ok({ form: 'zip', files: parts, refused: left });
}

/** By its first bytes, or by a name that says so whatever the bytes are. */
function isArchive({ name, bytes }: ReadFile): boolean {
  return /\.zip$/i.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
}

/** A token that is no view of a file, which is wiped. The gate of the wrapping key makes its own bytes as well. */
function ownToken(raw: RawBundle): RawBundle {
  return { ...raw, importToken: Uint8Array.from(raw.importToken) };
}

function wipe(files: readonly ReadFile[]): void {
  for (const { bytes } of files) bytes.fill(0);
}

/** A private key where the wrapping key should be is what is wrong, rather than that there is no wrapping key. */
function explain(error: AppError, refused: readonly RefusedFile[]): AppError {
  const privateKey = refused.find(({ verdict }) => verdict === 'private-key');
  const lacksKey = error.code === 'bundle.noKey' || error.code === 'bundle.nothingRecognised';
  return privateKey !== undefined && lacksKey
    ? localError('parameters', 'wrappingKey.privateKey', { name: privateKey.name })
    : withNotRead(error, refused);
}
