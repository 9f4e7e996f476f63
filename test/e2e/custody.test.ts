import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentsFor, intakeForms } from '../fixtures/intake-forms';
import { makeIdentity, onTerminal, withoutAge } from '../helpers/age';
import { screenFaults } from '../helpers/screen-faults';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { leaveFinished } from '../helpers/leave-finished';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { makeKeyPair, unwrap } from '../helpers/openssl';
import { failureCode, wrapJob } from '../helpers/wrap-job';

const pair = makeKeyPair(2048);
const algorithm = 'RSAES_OAEP_SHA_256';
const isRoot = process.getuid?.() === 0;
let launched: LaunchedApp;
let job: ReturnType<typeof wrapJob>;
let custody: ReturnType<typeof custodyJob>;

const folder = (): string => mkdtempSync(join(launched.home, 'custody-'));
const button = (name: string) => launched.page.getByRole('button', { name, exact: true });
const field = (name: string) => launched.page.getByLabel(name, { exact: true });
const says = (text: string | RegExp): Promise<void> => launched.page.getByText(text).first().waitFor();

async function toMaterial(): Promise<void> {
  await job.open();
  await job.drop(intakeForms[0].write(folder(), contentsFor(pair.publicKey, algorithm, 'RSA_2048')));
  await job.next();
}

/** What was wrapped, as the OpenSSL program opens it. */
const wrapped = (saved: string): Buffer =>
  unwrap(pair, algorithm, readFileSync(join(saved, 'EncryptedKeyMaterial.bin')));

async function ownFile(material: Uint8Array): Promise<void> {
  const path = join(folder(), 'own.bin');
  writeFileSync(path, material);
  await custody.useOwnFile(path);
}

beforeEach(async () => {
  launched = await launchApp();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  job = wrapJob(launched);
  custody = custodyJob(launched);
});
afterEach(() => launched.close());

describe('a sealed copy', () => {
  it('takes a passphrase that is there, repeated and hard to guess, and says why one is not (audit 12)', async () => {
    await toMaterial();
    const tries = [
      ['', '', 'Type a passphrase'],
      ['password1234', 'password1234', 'This can be guessed'],
      [' '.repeat(12), ' '.repeat(12), 'It repeats the same characters'],
      ['lockstep marmalade quartz', '', 'of the 60 bits that a copy needs. Use six or more words'],
      ['keyferry 111122223333 sealed copy', '', 'It is made of words that belong to this key'],
      ['lockstep marmalade quartz herring violin', 'lockstep', 'This is not the same passphrase'],
    ] as const;
    for (const [passphrase, repeated, complaint] of tries) {
      await field('Passphrase').fill(passphrase);
      await field('Repeat passphrase').fill(repeated);
      await button('Save sealed copy').click();
      await says(complaint);
    }
    expect(await screenFaults(launched.page)).toEqual([]);
  });

  it('is needed before anything is saved, unless one types that there is none', async () => {
    await toMaterial();
    await button('Wrap and save').click();
    await says('There is no copy yet: save one before you go on.');
    await job.withoutCopy();
    const saved = await job.wrapAndSave();
    expect(wrapped(saved)).toHaveLength(32);
    await says('No copy of the key material was kept');
  });

  it('holds the very material that is wrapped, and gives it back in another session', async () => {
    await toMaterial();
    const passphrase = await custody.typePassphrase();
    const copy = await custody.saveSealedCopy();
    const first = wrapped(await job.wrapAndSave());
    await job.startOver();
    await job.drop(intakeForms[0].write(folder(), contentsFor(pair.publicKey, algorithm, 'RSA_2048')));
    await job.next();
    await custody.restoreSealedCopy(copy, passphrase);
    expect(wrapped(await job.wrapAndSave())).toEqual(first);
    await says('the key material was restored from it');
  });

  it.skipIf(withoutAge !== '')(
    `is opened by the age program, and holds own material${withoutAge}`,
    async () => {
      const material = randomBytes(32);
      await toMaterial();
      await ownFile(material);
      const passphrase = await custody.typePassphrase();
      const copy = await custody.saveSealedCopy();
      const work = folder();
      copyFileSync(copy, join(work, 'copy.age'));
      const { code } = await onTerminal('age --decrypt --output copy.json copy.age', work, passphrase);
      expect(code).toBe(0);
      const document = JSON.parse(readFileSync(join(work, 'copy.json'), 'utf8')) as {
        keyMaterial: { value: string };
      };
      expect(document.keyMaterial.value).toBe(material.toString('hex'));
    },
  );

  it.skipIf(withoutAge !== '')(
    `for age recipients is opened by theirs only, and says what was not tried (audit 13)${withoutAge}`,
    async () => {
      const identity = makeIdentity();
      await toMaterial();
      await launched.page.getByRole('radio', { name: 'Sealed for age recipients' }).check();
      await field('Seal for age recipients').fill(identity.recipient);
      const copy = join(folder(), 'copy.age');
      await answerDialogs(launched.app, [[copy]]);
      await button('Save copy for recipients').click();
      await button('Start again with other material').waitFor({ timeout: 60_000 });
      await says('nobody here holds a recipient’s identity');
      const first = wrapped(await job.wrapAndSave());
      await says('not with an identity of a recipient');
      const identityFile = join(folder(), 'identity.txt');
      writeFileSync(identityFile, identity.file);
      const opened = execFileSync('age', ['--decrypt', '--identity', identityFile, copy], {
        encoding: 'utf8',
      });
      expect(opened).toContain(first.toString('hex'));
    },
  );

  it('is not made on a full disk, and nothing is left there', async ({ skip }) => {
    if (!isRoot) skip('only root can mount a small disk');
    const disk = folder();
    await toMaterial();
    await custody.typePassphrase();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', disk]);
    try {
      writeFileSync(join(disk, 'full'), Buffer.alloc(4096));
      await answerDialogs(launched.app, [[join(disk, 'copy.age')]]);
      await button('Save sealed copy').click();
      expect(await failureCode(launched.page)).toBe('save.diskFull');
      expect(readdirSync(disk)).toEqual(['full']);
    } finally {
      execFileSync('umount', [disk]);
    }
    // The passphrase was used up; the same screen goes on with it typed again.
    await custody.typePassphrase();
    await custody.saveSealedCopy();
  });

  it('is not made in a folder that has gone', async () => {
    await toMaterial();
    await custody.typePassphrase();
    await answerDialogs(launched.app, [[join(launched.home, 'pulled-out', 'copy.age')]]);
    await button('Save sealed copy').click();
    expect(await failureCode(launched.page)).toBe('save.folderGone');
  });
});

describe('restoring', () => {
  it('says what is wrong with what was dropped, and opens nothing', async () => {
    const work = folder();
    const put = (name: string, content: string | Uint8Array): string => {
      writeFileSync(join(work, name), content);
      return join(work, name);
    };
    await toMaterial();
    const passphrase = await custody.typePassphrase();
    const copy = await custody.saveSealedCopy(join(work, 'copy.age'));
    await custody.startAgain();
    const damaged = Buffer.from(readFileSync(copy));
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1);
    await launched.page.getByRole('radio', { name: 'Restore a sealed copy' }).check();
    for (const [paths, code] of [
      [[put('notes.txt', 'no copy')], 'copy.nothingRecognised'],
      [[copy, put('second.age', readFileSync(copy))], 'copy.severalCopies'],
    ] as const) {
      await dropFiles(launched.page, paths);
      await expect.poll(() => failureCode(launched.page)).toBe(code);
    }
    const open = async (path: string, phrase: string): Promise<void> => {
      await dropFiles(launched.page, [path]);
      await field('Passphrase').fill(phrase);
      await button('Open sealed copy').click();
    };
    await open(put('damaged.age', damaged), passphrase);
    await expect.poll(() => failureCode(launched.page), { timeout: 30_000 }).toBe('copy.damaged');
    await open(copy, `${passphrase}x`);
    await expect.poll(() => failureCode(launched.page), { timeout: 30_000 }).toBe('copy.wrongPassphrase');
    expect(await screenFaults(launched.page)).toEqual([]);
  });

  it('puts shares together, says how many are missing, and refuses those of another set', async () => {
    const material = randomBytes(32);
    await toMaterial();
    await ownFile(material);
    const shares = await custody.saveShares();
    await custody.startAgain();
    await launched.page.getByRole('radio', { name: 'Restore a sealed copy' }).check();
    await dropFiles(launched.page, shares.slice(0, 1));
    await says('1 of the 2 needed is here');
    await custody.restoreShares(shares.slice(1));
    expect(wrapped(await job.wrapAndSave())).toEqual(material);
  });

  it('refuses a copy of other material before anything is wrapped', async () => {
    await toMaterial();
    const shares = await custody.saveShares();
    await custody.startAgain();
    await launched.page.getByRole('radio', { name: 'Restore a sealed copy' }).check();
    await dropFiles(launched.page, shares);
    const checkValue = field('Check value from your record');
    await button('Open shares').click();
    await says('Type the check value, or say that you do not have it.');
    await expect.poll(() => checkValue.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await screenFaults(launched.page)).toEqual([]);
    await checkValue.fill('0123 4567 89ab cdef');
    await button('Open shares').click();
    await expect.poll(() => failureCode(launched.page)).toBe('copy.otherMaterial');
  });

  it('restores shares without their check value when somebody says so, and then says what is not known (audit 4)', async () => {
    const { page } = launched;
    await toMaterial();
    const shares = await custody.saveShares();
    await custody.startAgain();
    await page.getByRole('radio', { name: 'Restore a sealed copy' }).check();
    await dropFiles(page, shares);
    await page.getByRole('checkbox', { name: 'I do not have the check value' }).check();
    await button('Open shares').click();
    await says('The check value was not compared');
    expect(await screenFaults(page)).toEqual([]);
  });
});

describe('a rehearsal', () => {
  it('opens a copy and compares it with the record, and touches nothing', async () => {
    const { app, page } = launched;
    await toMaterial();
    const shares = await custody.saveShares();
    const saved = await job.wrapAndSave();
    await leaveFinished(page);
    await page.getByRole('button', { name: 'Rehearse a restore' }).click();
    await dropFiles(page, shares.slice(0, 2));
    await says('Nothing was opened yet');
    await answerDialogs(app, [[join(saved, 'KeyferryReturnPackage.json')]]);
    await button('Choose record').click();
    await expect.poll(() => field('Check value').inputValue()).toMatch(/^[0-9a-f ]{16,19}$/);
    expect(await screenFaults(page)).toEqual([]);
    await button('Open and compare').click();
    await job.heading('Rehearsal passed').waitFor({ timeout: 10_000 });
    expect(await screenFaults(page)).toEqual([]);
  });

  it('fails when the copy holds something else', async () => {
    await toMaterial();
    const shares = await custody.saveShares();
    const { page } = launched;
    await page.getByRole('button', { name: 'Back to home' }).first().click();
    await page.getByRole('button', { name: 'Rehearse a restore' }).click();
    await dropFiles(page, shares);
    await says('Nothing was opened yet');
    await field('Check value').fill('0123456789abcdef');
    await button('Open and compare').click();
    expect(await failureCode(page)).toBe('copy.otherMaterial');
  });
});
