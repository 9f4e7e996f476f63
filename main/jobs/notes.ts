import type { z } from 'zod';
import type { StateFiles } from '../platform/state-files';
import type { Result } from '../shared/result';
import { fromTaggedJson, toTaggedJson } from './tagged-json';

/** Why a note cannot be gone on with. It is kept, out of the way. */
export type SetAside = 'damaged' | 'newer-version';

/** What the notes of a kind are. */
export interface NoteKind<T> {
  readonly format: string;
  readonly version: number;
  /** Under which name a document holds what is noted. */
  readonly field: string;
  readonly shape: z.ZodType<T>;
}

export interface FoundNotes<T> {
  readonly found: readonly T[];
  readonly setAside: readonly SetAside[];
  /** Ids of those whose last writing is damaged: found is the one before it. */
  readonly older: ReadonlySet<string>;
}

/** Errors: save.*. What stood there before stays. */
export function writeNote(
  files: StateFiles,
  { format, version, field }: Omit<NoteKind<unknown>, 'shape'>,
  id: string,
  content: unknown,
): Promise<Result<null>> {
  return files.write(id, toTaggedJson({ format, version, [field]: content }));
}

/** Every note of a kind; what cannot be read is set aside. */
export async function findNotes<T extends { readonly id: string }>(
  files: StateFiles,
  kind: NoteKind<T>,
): Promise<FoundNotes<T>> {
  const found: T[] = [];
  const setAside: SetAside[] = [];
  const older = new Set<string>();
  for (const name of await files.names()) {
    const read = await files.read(name);
    const note = read.state === 'whole' ? noteIn(read.text, kind, name) : 'damaged';
    if (typeof note === 'string') {
      await files.setAside(name);
      setAside.push(note);
    } else {
      found.push(note);
      if (read.state === 'whole' && read.generation === 'previous') older.add(note.id);
    }
  }
  return { found, setAside, older };
}

function noteIn<T extends { readonly id: string }>(
  text: string,
  { format, version, field, shape }: NoteKind<T>,
  name: string,
): T | SetAside {
  const document = fromTaggedJson(text);
  if (typeof document !== 'object' || document === null || !('format' in document)) return 'damaged';
  if (document.format !== format || !('version' in document)) return 'damaged';
  if (typeof document.version === 'number' && document.version > version) return 'newer-version';
  const parsed = shape.safeParse(new Map(Object.entries(document)).get(field));
  return parsed.success && parsed.data.id === name ? parsed.data : 'damaged';
}
