import { named, type NoteKey } from '../../main/platform/notes/note-key';

/** As if the computer's keychain kept the key: it is the same for every app in a test. */
export const testNoteKey: NoteKey = {
  get: () => Promise.resolve({ kept: 'keychain', ...named(Buffer.alloc(32, 7)) }),
};
