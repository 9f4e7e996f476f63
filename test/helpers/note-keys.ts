import { named, type NoteKey } from '../../main/platform/notes/note-key';

/** As on a computer whose keychain keeps the key: the same one for every app in a test. */
export const testNoteKey: NoteKey = {
  get: () => Promise.resolve({ kept: 'keychain', ...named(Buffer.alloc(32, 7)) }),
};
