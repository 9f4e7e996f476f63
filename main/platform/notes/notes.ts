import type { z } from 'zod';
import type { KeptKey, NoteKey } from './note-key';
import type { StateFiles } from './state-files';
import { localError } from '../../shared/errors';
import { err, type Result } from '../../shared/result';
import type { UnconfirmedReason, UnusableReason } from '../../shared/views/unfinished';
import { noteText, noteVersion, openNote, type NoteForm } from './note-text';

/** A kind of notes. */
export interface NoteKind<T> extends NoteForm {
  readonly shape: z.ZodType<T>;
  /** What a note of an earlier version says, as one of today would say it; the shape judges it afterwards. */
  readonly fromEarlierVersion?: (content: unknown) => unknown;
}

/** The folder of notes, and the key that proves that this app wrote them. */
export interface NotePlace {
  readonly files: StateFiles;
  readonly noteKey: NoteKey;
}

/** A note that cannot be resumed. It stays where it is. */
export interface UnusableNote {
  /** Its name in the folder; empty for the folder itself. */
  readonly name: string;
  readonly reason: UnusableReason;
}

export interface FoundNotes<T> {
  readonly found: readonly T[];
  readonly unusable: readonly UnusableNote[];
  /** Ids of notes whose last generation is damaged, and that were read from the previous one. */
  readonly older: ReadonlySet<string>;
  /** Ids of notes that nothing proves to be from this app; all others have its authenticator. */
  readonly unconfirmed: ReadonlyMap<string, UnconfirmedReason>;
}

/** Errors: save.*; the previous note then stays. */
export async function writeNote(
  { files, noteKey }: NotePlace,
  form: NoteForm,
  id: string,
  content: unknown,
): Promise<Result<null>> {
  const { format, field } = form;
  return await files.write(id, noteText({ format, field }, id, content, await noteKey.get()));
}

/** Finds every note of a kind. Nothing is renamed or removed; the keychain is asked only if there is a note. */
export async function findNotes<T extends { readonly id: string }>(
  { files, noteKey }: NotePlace,
  kind: NoteKind<T>,
): Promise<FoundNotes<T>> {
  const found: T[] = [];
  const unusable: UnusableNote[] = [];
  const older = new Set<string>();
  const unconfirmed = new Map<string, UnconfirmedReason>();
  const names = await files.names();
  if (!names.ok) unusable.push({ name: '', reason: 'folder-unreadable' });
  for (const name of names.ok ? names.value : []) {
    const read = await files.read(name);
    const note = read.state === 'whole' ? noteIn(read.text, kind, name, await noteKey.get()) : read.state;
    if (typeof note === 'string') {
      unusable.push({ name, reason: note });
      continue;
    }
    found.push(note.content);
    if (note.standing !== 'authentic') unconfirmed.set(name, note.standing);
    if (read.state === 'whole' && read.generation === 'previous') older.add(name);
  }
  return { found, unusable, older, unconfirmed };
}

/** Removes a note that cannot be resumed, and no other. Errors: journal.gone, save.*. */
export async function discardUnusable<T extends { readonly id: string }>(
  place: NotePlace,
  kind: NoteKind<T>,
  name: string,
): Promise<Result<null>> {
  // SECURITY: the name comes from the page; only names that were found in the folder become part of a path.
  const { unusable } = await findNotes(place, kind);
  const isListed = name !== '' && unusable.some((note) => note.name === name);
  return isListed ? await place.files.remove(name) : err(localError('run', 'journal.gone', undefined, 'no'));
}

function noteIn<T extends { readonly id: string }>(
  text: string,
  kind: NoteKind<T>,
  name: string,
  kept: KeptKey,
): { readonly content: T; readonly standing: 'authentic' | UnconfirmedReason } | UnusableReason {
  const opened = openNote(text, kind, name, kept);
  if (opened.state !== 'opened') return opened.state;
  const { content, version } = opened;
  const isEarlier = version < noteVersion && kind.fromEarlierVersion !== undefined;
  const parsed = kind.shape.safeParse(isEarlier ? kind.fromEarlierVersion(content) : content);
  if (!parsed.success || parsed.data.id !== name) return 'damaged';
  return { content: parsed.data, standing: opened.standing };
}
