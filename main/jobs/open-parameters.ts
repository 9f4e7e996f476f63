import { parseBundle } from '../parameters/parse-bundle';
import { validateParameters } from '../parameters/validate-parameters';
import type { ImportParameters } from '../parameters/import-parameters';
import { readDropped, type DroppedFiles, type ReadFile } from '../platform/read-dropped';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { IntakeForm } from '../shared/views';

/**
 * From paths to import parameters: read, unpack, parse, validate. The first failure is the answer.
 *
 * Errors: file.*, zip.*, bundle.*, wrappingKey.*, parameters.*.
 */
export async function openParameters(paths: readonly string[], now: Date): Promise<Result<ImportParameters>> {
  const dropped = await readDropped(paths);
  if (!dropped.ok) return dropped;
  const unpacked = await unpack(dropped.value);
  if (!unpacked.ok) return unpacked;
  const bundle = parseBundle(unpacked.value.files);
  if (!bundle.ok) return bundle;
  return validateParameters(bundle.value, unpacked.value.form, now);
}

interface Unpacked {
  readonly form: IntakeForm;
  readonly files: readonly ReadFile[];
}

async function unpack({ files, fromFolder }: DroppedFiles): Promise<Result<Unpacked>> {
  const archives = files.filter(isArchive);
  const [archive] = archives;
  if (archive === undefined) return ok({ form: fromFolder ? 'folder' : 'files', files });
  // An archive beside other files could mean two sets: which one is meant is not ours to guess.
  if (files.length > 1) return err(localError('parameters', 'file.tooMany', { max: 1, name: archive.name }));
  // One job alone sees an archive: the others need not hold what reads it.
  const { readZip } = await import('../parameters/read-zip');
  const entries = await readZip(archive.bytes);
  return entries.ok ? ok({ form: 'zip', files: entries.value }) : entries;
}

/** By its first bytes, or by a name that says so whatever the bytes are. */
function isArchive({ name, bytes }: ReadFile): boolean {
  return /\.zip$/i.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
}
