import { readdirSync } from 'node:fs';
import type { Run } from '../../main/run/run';
import { journaledRun } from '../../main/run/noted-run';
import { fromTaggedJson, toTaggedJson } from '../../main/platform/notes/tagged-json';
import { createStateFiles } from '../../main/platform/notes/state-files';
import { valueOf } from './ceremony-bench';

/** Changes the only note in a folder, as an attacker with access to the profile can, without the key. */
export async function editNote(folder: string, edit: (run: Run) => Run): Promise<void> {
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.state'));
  const name = file.replace(/\.state$/, '');
  const files = createStateFiles(folder);
  const read = await files.read(name);
  if (read.state !== 'whole') throw new Error('There is no note.');
  const document = new Map(Object.entries(fromTaggedJson(read.text) ?? {}));
  for (const proof of ['keyId', 'mac']) document.delete(proof);
  const run = edit(journaledRun.parse(document.get('run')));
  valueOf(await files.write(name, toTaggedJson({ ...Object.fromEntries(document), run })));
}
