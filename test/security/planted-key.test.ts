import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveRecord as recordWords } from '../../renderer/words/run/ceremony-record';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { pageHeap } from '../helpers/page-heap';
import { recordMessages } from '../helpers/record-messages';
import { encodingsOf, findSecret } from '../helpers/secret-encodings';
import { filesBelow } from '../helpers/take-stock';
import { wrapJob } from '../helpers/wrap-job';

let outside: string;
let launched: LaunchedApp;
let job: ReturnType<typeof wrapJob>;
let messages: () => Promise<Buffer>;
let heard: string[];
const contents = bundleContents();
const fingerprint = createHash('sha256').update(contents.key).digest('hex');

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'keyferry-planted-'));
});

afterAll(() => rmSync(outside, { recursive: true, force: true }));

/** Every place that a copy could have got to, by name. */
async function everywhere(saved: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { app, page, home, output } = launched;
  await page.getByRole('button', { name: 'Copy summary' }).click();
  const clipboard = await app.evaluate(async ({ clipboard: board }) => await board.readText());
  expect(clipboard).toContain('Key material wrapped');
  const stored = await page.evaluate(() => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    page: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input')].map((field) => field.value),
  }));
  const overheard = await messages();
  const heap = await pageHeap(page);
  // What must be there is there: the wrapped material came from the vault, and the page shows the fingerprint.
  expect(overheard.includes(readFileSync(join(saved, 'EncryptedKeyMaterial.bin')))).toBe(true);
  expect(heap).toContain(fingerprint);
  return new Map<string, Uint8Array>([
    ...filesBelow(home),
    ...filesBelow(saved),
    ['the clipboard', Buffer.from(clipboard)],
    ['the page and its storage', Buffer.from(JSON.stringify(stored))],
    ['the memory of the page, as its scripts see it', Buffer.from(heap)],
    ['the messages between processes', overheard],
    ['the console of the page', Buffer.from(heard.join('\n'))],
    ['the output and the log of main', Buffer.from(output())],
  ]);
}

async function hits(saved: string, key: Uint8Array): Promise<readonly string[]> {
  const encodings = encodingsOf(key);
  const found = [...(await everywhere(saved))].map(
    ([place, bytes]) => [place, findSecret(bytes, encodings)] as const,
  );
  return found.flatMap(([place, names]) => (names.length > 0 ? [`${place}: ${names[0]}`] : []));
}

/** The ceremony record, as a file and on paper, beside what was saved. */
async function saveRecord(folder: string): Promise<void> {
  const { app, page } = launched;
  await page.getByRole('button', { name: recordWords.open }).click();
  await page.getByRole('textbox', { name: recordWords.operator }).first().fill('Ada Example');
  await page.getByRole('checkbox', { name: recordWords.noWitness }).check();
  await answerDialogs(app, [[folder]]);
  await page.getByRole('button', { name: recordWords.submit }).click();
  await page.getByText('Saved as Ceremony record', { exact: false }).waitFor();
}

const forms: readonly (readonly [string, (key: Buffer) => Buffer | string])[] = [
  ['raw bytes', (key) => key],
  ['hexadecimal text', (key) => key.toString('hex')],
  ['base64 text', (key) => key.toString('base64')],
];

describe('key material that a test knows', () => {
  /** A fresh app each time, in which everything is overheard from the start. */
  beforeEach(async () => {
    launched = await launchApp();
    messages = await recordMessages(launched.app);
    heard = [];
    launched.page.on('console', (message) => heard.push(message.text()));
    launched.page.on('pageerror', (error) => heard.push(String(error.stack)));
    job = wrapJob(launched);
    await job.open();
    const folder = mkdtempSync(join(outside, 'in-'));
    await job.drop(intakeForms[0].write(folder, contents));
    await job.next();
    return () => launched.close();
  });

  it.each(forms)('is nowhere but in its own file, which held it as %s', async (_, write) => {
    const key = randomBytes(32);
    const file = join(mkdtempSync(join(outside, 'key-')), 'material.bin');
    writeFileSync(file, write(key));
    const { page } = launched;
    await page.getByRole('radio', { name: 'Use my own file' }).check();
    await dropFiles(page, [file]);
    await page.getByText('Symmetric key material').first().waitFor();
    const saved = join(mkdtempSync(join(outside, 'out-')), 'saved');
    mkdirSync(saved);
    await job.wrapAndSave(saved);
    expect(await hits(saved, key)).toEqual([]);
    expect(findSecret(readFileSync(file), encodingsOf(key))).not.toEqual([]);
  });

  it('is nowhere but in the plain copy, where that was chosen', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'Advanced' }).click();
    await page.getByRole('checkbox', { name: 'Also save an unprotected copy of the key material' }).check();
    const saved = mkdtempSync(join(outside, 'out-'));
    await job.wrapAndSave(saved);
    const plain = join(saved, 'PlaintextKeyMaterial.bin');
    const key = readFileSync(plain);
    expect(key).toHaveLength(32);
    await saveRecord(saved);
    const [record = ''] = readdirSync(saved).filter((name) => /^Ceremony record .*json$/.test(name));
    const recordText = readFileSync(join(saved, record), 'utf8');
    expect(recordText).toContain('"kind":"clear-export"');
    expect(recordText).not.toContain(outside);
    expect(await hits(saved, key)).toEqual([`${plain}: raw`]);
  });

  /** Brings a file that is refused. @returns what of it was found anywhere */
  async function refusedWith(content: Buffer, secret: Uint8Array): Promise<readonly string[]> {
    const file = join(mkdtempSync(join(outside, 'key-')), 'material.bin');
    writeFileSync(file, content);
    const { page } = launched;
    await page.getByRole('radio', { name: 'Use my own file' }).check();
    await dropFiles(page, [file]);
    await page.getByRole('alert').filter({ hasText: 'Technical details' }).waitFor();
    const places = [
      Buffer.from(await page.content()),
      Buffer.from(await pageHeap(page)),
      await messages(),
      Buffer.from(heard.join('\n')),
      Buffer.from(launched.output()),
      ...filesBelow(launched.home).map(([, bytes]) => bytes),
    ];
    const encodings = encodingsOf(secret);
    return places.flatMap((bytes) => findSecret(bytes, encodings));
  }

  it('is refused without being repeated, when it is of the wrong length', async () => {
    const key = randomBytes(33);
    expect(await refusedWith(key, key)).toEqual([]);
  });

  it('is refused without being repeated, when it is text (audit: refused material leaves no trace)', async () => {
    const text = Buffer.from(
      `${randomBytes(12).toString('base64url')} ${randomBytes(12).toString('base64url')}`,
    );
    expect(await refusedWith(text, text)).toEqual([]);
    const key = randomBytes(33);
    expect(await refusedWith(Buffer.from(key.toString('hex')), key)).toEqual([]);
  });
});

describe('the scan', () => {
  const key = randomBytes(32);
  const around = (text: string | Buffer): Buffer =>
    Buffer.concat([randomBytes(100), Buffer.from(text), randomBytes(100)]);
  const copies: Readonly<Record<string, Buffer>> = {
    bytes: around(key),
    'a quarter': around(key.subarray(8, 16)),
    'reversed bytes': around(Buffer.from(key).reverse()),
    hex: around(key.toString('hex')),
    'upper-case hex in UTF-16': around(Buffer.from(key.toString('hex').toUpperCase(), 'utf16le')),
    base64: around(key.toString('base64')),
    'base64 inside other base64': around(
      Buffer.concat([Buffer.from('x'), key, Buffer.from('y')]).toString('base64'),
    ),
    'base64url without padding': around(Buffer.concat([Buffer.from('xy'), key]).toString('base64url')),
    'JSON of a Buffer': around(JSON.stringify(key)),
    'JSON of an array of bytes': around(JSON.stringify(new Uint8Array(key))),
    'what console.log shows': around([...key].join(', ')),
    'text of the bytes': around(Buffer.from(key.toString('latin1'), 'utf16le')),
  };

  it.each(Object.entries(copies))('finds a copy as %s', (_, bytes) => {
    expect(findSecret(bytes, encodingsOf(key))).not.toEqual([]);
  });

  it('finds nothing in other bytes', () => {
    expect(findSecret(randomBytes(1_000_000), encodingsOf(key))).toEqual([]);
  });
});
