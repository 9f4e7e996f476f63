import { createCipheriv, pbkdf2Sync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteText, openNote } from '../../main/platform/notes/note-text';
import { named, type KeptKey } from '../../main/platform/notes/note-key';
import { kill, type AppInWindow } from '../faults/window/life-in-window';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { custodyJob } from '../helpers/custody-job';
import { forgeNote } from '../helpers/forged-note';
import { openKeyring, type Keyring } from '../helpers/keyring';
import { launchApp } from '../helpers/launch-app';
import { wrapJob } from '../helpers/wrap-job';

const isLinux = process.platform === 'linux';
const home = mkdtempSync(join(tmpdir(), 'keyferry-home-'));
const profile = join(home, '.config', 'Keyferry');
const notes = join(profile, 'unfinished', 'offline');
const keyFile = join(profile, 'note-key');
const form = { format: 'keyferry-offline-work', field: 'work' };
let keyring: Keyring | undefined;

beforeAll(async () => {
  if (isLinux) keyring = await openKeyring();
});
afterAll(() => {
  keyring?.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 10 });
});

/** The app once more on this computer; it ends as a computer without power does. */
async function inApp(use: (launched: AppInWindow) => Promise<unknown>): Promise<void> {
  const launched = await launchApp(keyring?.env, { home });
  const app = { ...launched, pid: Number(launched.app.process().pid) };
  try {
    await use(app);
  } finally {
    await kill(app);
  }
}

/** What the app says of its one note. */
async function saidOfNote(): Promise<'ours' | 'to be compared' | 'changed'> {
  let said: 'ours' | 'to be compared' | 'changed' = 'ours';
  await inApp(async ({ page }) => {
    const opener = page.getByRole('button', { name: /^Resume or discard/ });
    const changed = page.getByText('changed by somebody or something other than Keyferry');
    await opener.or(changed).waitFor();
    if ((await changed.count()) > 0) {
      said = 'changed';
      return;
    }
    await opener.click();
    await page.getByText('Alice, Bob, Carol').waitFor();
    if ((await page.getByText('Compare everything before you go on').count()) > 0) said = 'to be compared';
  });
  return said;
}

/** As Chromium seals without any keyring; anybody can. */
function sealedByAnybody(prefix: string, password: string, text: string): Buffer {
  const key = pbkdf2Sync(password, 'saltysalt', 1, 16, 'sha1');
  const cipher = createCipheriv('aes-128-cbc', key, Buffer.alloc(16, ' '));
  return Buffer.concat([Buffer.from(prefix), cipher.update(text, 'utf8'), cipher.final()]);
}

it.skipIf(!isLinux)(
  'notes are known by a key that the keyring keeps, and by no key that somebody put in its place (audit 2)',
  async () => {
    await inApp(async (launched) => {
      const job = wrapJob(launched);
      await job.open();
      await job.drop(intakeForms[0].write(mkdtempSync(join(home, 'stick-')), bundleContents()));
      await job.next();
      await custodyJob(launched).saveShares();
    });
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(keyFile).subarray(0, 3).toString()).toBe('v11');
    expect(await saidOfNote()).toBe('ours');

    let original = '';
    await forgeNote(notes, (text) => {
      original = text;
      return text.replace('"lengthBytes":32', '"lengthBytes":16');
    });
    expect(await saidOfNote()).toBe('changed');

    for (const [prefix, password] of [
      ['v10', 'peanuts'],
      ['v11', ''],
    ] as const) {
      const planted: KeptKey = { kept: 'keychain', ...named(Buffer.alloc(32, prefix)) };
      const key = Buffer.from(planted.key).toString('base64');
      writeFileSync(keyFile, sealedByAnybody(prefix, password, key));
      await forgeNote(notes, () => {
        const name = /"id":"([^"]+)"/.exec(original)?.[1] ?? '';
        const opened = openNote(original, form, name, { kept: 'none', reason: 'no-keychain' });
        return noteText(form, name, opened.state === 'opened' ? opened.content : undefined, planted);
      });
      expect(await saidOfNote()).toBe('to be compared');
      expect(readFileSync(keyFile).subarray(0, 3).toString()).toBe('v11');
    }
  },
);
