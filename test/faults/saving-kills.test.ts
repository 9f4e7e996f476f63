import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createStateFiles } from '../../main/platform/notes/state-files';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { valueOf } from '../helpers/ceremony-bench';
import { offlineApp } from '../helpers/offline-app';
import { newFolder } from './material-in-shares';
import { bundleMortalApp } from './mortal/bundle-mortal-app';
import type { Order } from './mortal/order';

let program = '';
beforeAll(async () => {
  program = await bundleMortalApp(newFolder());
});

const temporary = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.tmp'));

/** Runs the app, and kills it as soon as there is a temporary file. @returns the temporary files that are left. */
async function killWhileSaving(order: Order & { readonly job: 'make-shares' }): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let isOver = false;
  void ended.then(() => (isOver = true));
  const look = (): void => {
    if (isOver) return;
    if (temporary(order.copy).length > 0) child.kill('SIGKILL');
    else setImmediate(look);
  };
  look();
  await ended;
  return temporary(order.copy);
}

/** Tries again if the kill came too late, when all files already had their names. */
async function killed(saving: string): Promise<{ readonly copy: string; readonly left: readonly string[] }> {
  const [parameters = ''] = intakeForms[0].write(newFolder(), bundleContents());
  for (let attempt = 0; attempt < 10; attempt++) {
    const copy = newFolder();
    const left = await killWhileSaving({ job: 'make-shares', notes: newFolder(), saving, parameters, copy });
    if (left.length > 0) return { copy, left };
  }
  throw new Error('It was never killed in time.');
}

const nextStart = (saving: string) =>
  offlineApp({
    copy: newFolder(),
    saved: newFolder(),
    offlineFiles: createStateFiles(newFolder()),
    savingFiles: createStateFiles(saving),
  });

describe('an app that is killed while it saves shares', () => {
  it('leaves none of them in clear once it has started again, and says so (audit 10)', async () => {
    const saving = newFolder();
    const { copy, left } = await killed(saving);
    // They are shares in clear, or still empty.
    expect(left.map((name) => readFileSync(join(copy, name), 'utf8')).join('')).toMatch(/Keyferry share|^$/);
    const app = nextStart(saving);
    const { swept } = valueOf(await app.listUnfinished());
    expect(temporary(copy)).toEqual([]);
    expect(swept?.removed).toEqual([copy.split('/').at(-1)]);
    expect(readdirSync(saving)).toEqual([]);
    // And the next start finds nothing.
    expect(valueOf(await nextStart(saving).listUnfinished())).not.toHaveProperty('swept');
  });

  it('asks for a stick that is not there, and sweeps it when it is (audit 10)', async () => {
    const saving = newFolder();
    const { copy } = await killed(saving);
    renameSync(copy, `${copy}-unplugged`);
    const app = nextStart(saving);
    const name = copy.split('/').at(-1);
    expect(valueOf(await app.listUnfinished()).swept).toMatchObject({ away: [name], removed: [] });
    renameSync(`${copy}-unplugged`, copy);
    expect(valueOf(await app.listUnfinished()).swept).toMatchObject({ away: [], removed: [name] });
    expect(temporary(copy)).toEqual([]);
  });
});
