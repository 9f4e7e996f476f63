import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { custodyJob } from '../helpers/custody-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { pageHeap } from '../helpers/page-heap';
import { recordMessages } from '../helpers/record-messages';
import { takeStock } from '../helpers/take-stock';
import { until } from '../helpers/until';
import { endSpare } from '../helpers/vault-pids';
import { wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;
let custody: ReturnType<typeof custodyJob>;

beforeEach(async () => {
  launched = await launchApp();
  custody = custodyJob(launched);
  const wrap = wrapJob(launched);
  const { home } = launched;
  await wrap.open();
  await wrap.drop(intakeForms[0].write(mkdtempSync(join(home, 'in-')), bundleContents()));
  await wrap.next();
  const file = join(mkdtempSync(join(home, 'key-')), 'material.bin');
  writeFileSync(file, randomBytes(32));
  await custody.useOwnFile(file);
  return () => launched.close();
});

/** Every object that is alive in main, as the text of a heap snapshot. */
async function mainHeap(): Promise<string> {
  const file = join(launched.home, 'main.heapsnapshot');
  // Later than this call's answer, which the garbage collection of a snapshot would take away. Main answers nothing
  // while it writes one, so once there is a file the next answer says that it is whole.
  await launched.app.evaluate((_, path) => {
    setImmediate(() => process.getBuiltinModule('node:v8').writeHeapSnapshot(path));
  }, file);
  await until('the snapshot', () => existsSync(file) || undefined, 60);
  await launched.app.evaluate(() => true);
  return readFileSync(file, 'utf8');
}

async function expectForgotten(passphrase: string): Promise<void> {
  const heaps = { page: await pageHeap(launched.page), main: await mainHeap() };
  const holding = (text: string) =>
    Object.entries(heaps).flatMap(([of, heap]) => (heap.includes(text) ? [of] : []));
  // What must be there is there: the name of the file of the copy, which the page shows and main knows.
  expect(holding('copy.age')).toEqual(['page', 'main']);
  expect(holding(passphrase)).toEqual([]);
}

/** Where else it is, and how often it crossed between processes, as bytes of either kind that V8 has for a text. */
async function traces(passphrase: string, messages: () => Promise<Buffer>) {
  const forms = [Buffer.from(passphrase, 'latin1'), Buffer.from(passphrase, 'utf16le')];
  const stock = await takeStock(launched, messages);
  const places = [...stock].filter(([, bytes]) => forms.some((form) => Buffer.from(bytes).includes(form)));
  const overheard = (await messages()).toString('latin1');
  const crossings = forms.map((form) => overheard.split(form.toString('latin1')).length - 1);
  return { places: places.map(([place]) => place), crossings: crossings.reduce((sum, each) => sum + each) };
}

describe('a passphrase', () => {
  it('is forgotten by the page and by main once the copy is saved, and once it is open', async () => {
    const passphrase = await custody.typePassphrase();
    const copy = await custody.saveSealedCopy();
    await expectForgotten(passphrase);
    await custody.startAgain();
    await custody.restoreSealedCopy(copy, passphrase);
    await expectForgotten(passphrase);
  });

  it('is forgotten likewise when it was suggested', async () => {
    const passphrase = await custody.suggestPassphrase();
    await custody.saveSealedCopy();
    await expectForgotten(passphrase);
  });

  it('goes from the page to main and from main to the vault, and is nowhere else', async () => {
    // What is said to a vault is recorded from its start.
    await endSpare(launched.app);
    const messages = await recordMessages(launched.app);
    const passphrase = await custody.typePassphrase();
    await custody.saveSealedCopy();
    // To be measured when it was typed and when it is used, to main for the copy, and on to the vault.
    expect(await traces(passphrase, messages)).toEqual({
      places: ['the messages between processes'],
      crossings: 4,
    });
  });
});
