import { readdirSync } from 'node:fs';
import type { ActRun, CreateRun, FinishRun, Run } from '../../main/run/run';
import { notedRun } from '../../main/schemas/run';
import { fromTaggedJson, toTaggedJson } from '../../main/platform/notes/tagged-json';
import { createStateFiles } from '../../main/platform/notes/state-files';
import { valueOf } from './ceremony-bench';

/** Changes the one note in a folder, as anybody can who may write to the profile of a person and knows no key. */
export const editNote = (folder: string, edit: (run: CreateRun) => CreateRun): Promise<void> =>
  change(folder, (run) => {
    if (run.kind !== 'create') throw new Error('The run creates no key.');
    return edit(run);
  });

/** The same for a run that finishes an offline import. */
export const editFinishNote = (folder: string, edit: (run: FinishRun) => FinishRun): Promise<void> =>
  change(folder, (run) => {
    if (run.kind !== 'finish') throw new Error('The run creates a key.');
    return edit(run);
  });

/** The same for an act on a key. */
export const editActNote = (folder: string, edit: (run: ActRun) => ActRun): Promise<void> =>
  change(folder, (run) => {
    if (run.kind !== 'act') throw new Error('The run is no act.');
    return edit(run);
  });

async function change(folder: string, edit: (run: Run) => Run): Promise<void> {
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.state'));
  const name = file.replace(/\.state$/, '');
  const files = createStateFiles(folder);
  const read = await files.read(name);
  if (read.state !== 'whole') throw new Error('There is no note.');
  const document = new Map(Object.entries(fromTaggedJson(read.text) ?? {}));
  for (const proof of ['keyId', 'mac']) document.delete(proof);
  const run = edit(notedRun.parse(document.get('run')));
  valueOf(await files.write(name, toTaggedJson({ ...Object.fromEntries(document), run })));
}
