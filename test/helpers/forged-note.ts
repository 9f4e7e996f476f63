import { readdirSync } from 'node:fs';
import { createStateFiles } from '../../main/platform/notes/state-files';
import { valueOf } from './ceremony-bench';

/** Changes the only note in a folder, as an attacker who may write there and knows the format, but not the key. */
export async function forgeNote(folder: string, change: (text: string) => string): Promise<string> {
  const files = createStateFiles(folder);
  const [name = '', ...others] = valueOf(await files.names());
  const read = await files.read(name);
  if (name === '' || others.length > 0 || read.state !== 'whole') throw new Error('There is not one note.');
  const changed = change(read.text);
  if (changed === read.text) throw new Error('Nothing was changed.');
  valueOf(await files.write(name, changed));
  return name;
}

/** The same note as if the computer had no keychain. */
export const withoutMac = (text: string): string =>
  text.replace(/"keyId":"[0-9a-f]+",/, '').replace(/,"mac":"[0-9a-f]+"\}$/, '}');

/** The same note of a run that creates a key as version 1 would have written it. */
export const asVersion1 = (text: string): string =>
  withoutMac(text).replace('"version":3', '"version":1').replace('"kind":"create",', '');

export const notesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.includes('.state'));
