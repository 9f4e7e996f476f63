import { describe, expect, it } from 'vitest';
import { noteText, openNote } from '../../../main/platform/notes/note-text';
import { named, type KeptKey } from '../../../main/platform/notes/note-key';
import { asVersion1, withoutMac } from '../../helpers/forged-note';

const kept: KeptKey = { kept: 'keychain', ...named(Buffer.alloc(32, 1)) };
const otherKey: KeptKey = { kept: 'keychain', ...named(Buffer.alloc(32, 2)) };
const none: KeptKey = { kept: 'none', reason: 'no-keychain' };
const form = { format: 'keyferry-journal', field: 'run' };
const name = 'd7da6d3d-c8fc-4836-a07c-90f0cabcb5a4';
const content = {
  id: name,
  startedAt: new Date('2026-11-25T09:30:00Z'),
  key: { keyId: '1234', spkiDer: new Uint8Array([1, 2, 3]) },
  rows: new Map([['create-key', 'done']]),
};
const text = noteText(form, name, content, kept);

describe('a note', () => {
  it('is known again, with all that it says, by the key under which it was written', () => {
    expect(openNote(text, form, name, kept)).toEqual({
      state: 'opened',
      version: 3,
      content,
      standing: 'authentic',
    });
  });

  it('is not the app’s own any more once any byte of it is another one (audit 2)', () => {
    for (let at = 0; at < text.length; at++) {
      const changed = String.fromCharCode(text.charCodeAt(at) ^ 1);
      const opened = openNote(text.slice(0, at) + changed + text.slice(at + 1), form, name, kept);
      expect(opened, `byte ${at}`).not.toMatchObject({ standing: 'authentic' });
    }
  });

  it.each([
    ['a field that is said twice', (note: string) => note.replace('"run":', '"run":{},"run":')],
    ['a space in between', (note: string) => note.replace(',"run"', ', "run"')],
    ['a value that was swapped', (note: string) => note.replace('"keyId":"1234"', '"keyId":"5678"')],
    ['bytes that were swapped', (note: string) => note.replace('AQID', 'AQIE')],
    ['an authenticator of zeros', (note: string) => note.replace(/"mac":"\w+"/, `"mac":"${'0'.repeat(64)}"`)],
    [
      'an authenticator in another place',
      (note: string) => note.replace(/^\{(.*),("mac":"\w+")\}$/, '{$2,$1}'),
    ],
  ])('with %s counts as changed (audit 2)', (_what, change) => {
    const changed = change(text);
    expect(changed).not.toBe(text);
    expect(openNote(changed, form, name, kept)).toEqual({ state: 'changed' });
  });

  it('counts as changed under another name, and is none of another kind (audit 2)', () => {
    expect(openNote(text, form, 'another-name', kept)).toEqual({ state: 'changed' });
    const offline = { format: 'keyferry-offline-work', field: 'work' };
    expect(openNote(text, offline, name, kept)).toEqual({ state: 'damaged' });
    const asOffline = text.replace('keyferry-journal', offline.format).replace('"run":', '"work":');
    expect(openNote(asOffline, offline, name, kept)).toEqual({ state: 'changed' });
  });

  it.each([
    ['without an authenticator', withoutMac(text), kept, 'no-mac'],
    ['under a key that is gone', text, otherKey, 'other-key'],
    ['where there is no keychain', text, none, 'no-keychain'],
    ['without a keychain, then and now', noteText(form, name, content, none), none, 'no-keychain'],
    ['of version 1', asVersion1(text), kept, 'earlier-version'],
  ] as const)('%s is opened, and proven by nothing', (_what, note, key, standing) => {
    expect(openNote(note, form, name, key)).toMatchObject({ state: 'opened', content, standing });
  });

  it.each([
    ['no JSON', 'note', 'damaged'],
    ['a list', '[]', 'damaged'],
    ['of no version', withoutMac(text).replace('"version":3,', ''), 'damaged'],
    ['of version 0', withoutMac(text).replace('"version":3', '"version":0'), 'damaged'],
    ['of version 1 with an authenticator', text.replace('"version":3', '"version":1'), 'damaged'],
    ['with a field that nobody knows', withoutMac(text).replace('{"format"', '{"x":1,"format"'), 'damaged'],
    ['of a newer version', text.replace('"version":3', '"version":4'), 'newer-version'],
  ] as const)('that is %s is not opened', (_what, note, state) => {
    expect(openNote(note, form, name, kept)).toEqual({ state });
  });
});
