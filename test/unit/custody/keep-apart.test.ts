import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keepApart } from '../../../main/custody/keep-apart';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { passphrasePaper, travellingNames } from '../../../main/shared/file-names';
import type { CopyPlan } from '../../../main/shared/views/custody';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { intakeForms } from '../../fixtures/intake-forms';
import { codeOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { offlineApp, wrappingAlgorithm } from '../../helpers/offline-app';

const outside = mkdtempSync(join(tmpdir(), 'keyferry-apart-'));
afterAll(() => rmSync(outside, { recursive: true, force: true }));
const newFolder = (...names: readonly string[]): string => {
  const folder = mkdtempSync(join(outside, 'x-'));
  for (const name of names) writeFileSync(join(folder, name), 'x');
  return folder;
};

const shares: CopyPlan = { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace'] };
const sealed: CopyPlan = {
  by: 'passphrase',
  passphrase: 'abandon-ability-able-about-above-absent-absorb-abstract-absurd-abuse',
};

/** The offline job with its parameters open, which saves everything into one folder. */
async function jobInto(folder: string) {
  const offlineFiles = createStateFiles(newFolder());
  const app = offlineApp({ copy: folder, saved: folder, offlineFiles });
  const files = intakeForms[0].write(newFolder(), bundleContents());
  const { handle } = shownOf(await app.readParameters({ files }));
  return { app, parameters: handle };
}

describe('one folder', () => {
  it('takes no shares where something was wrapped, in practice either', async () => {
    for (const name of [...Object.values(travellingNames(true)), ...Object.values(travellingNames(false))]) {
      // AWS names the token so in its own download.
      const isRefused = !name.endsWith('ImportToken.bin');
      expect((await keepApart(newFolder(name), 'shares')).ok, name).toBe(!isRefused);
    }
  });

  it('never takes shares and then what was wrapped', async () => {
    const folder = newFolder();
    const { app, parameters } = await jobInto(folder);
    const held = shownOf(await app.makeCopy(parameters, shares));
    const before = readdirSync(folder);
    expect(codeOf(await app.wrapHeld(parameters, held.handle))).toBe('save.sharesThere');
    expect(readdirSync(folder)).toEqual(before);
    // What is held can still be saved elsewhere.
    app.pick(newFolder());
    const material = { from: 'held', handle: held.handle } as const;
    const request = { parameters, wrappingAlgorithm, material, exportPlaintext: false };
    expect(valueOf(await app.wrapAndSave(request)).picked).toBe(true);
  });

  it('never takes what was wrapped and then shares', async () => {
    const folder = newFolder('EncryptedKeyMaterial.bin');
    const { app, parameters } = await jobInto(folder);
    expect(codeOf(await app.makeCopy(parameters, shares))).toBe('save.wrappedThere');
    expect(readdirSync(folder)).toEqual(['EncryptedKeyMaterial.bin']);
  });

  it('never takes a sealed copy beside its printed passphrase', async () => {
    const folder = newFolder(`${passphrasePaper}.pdf`);
    const { app, parameters } = await jobInto(folder);
    app.pick(folder);
    expect(codeOf(await app.makeCopy(parameters, sealed))).toBe('save.passphraseThere');
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it.each([
    ['wrapped files', 'Keyferry share 7Q2M 1 of 3 Ada.txt', 'save.sharesThere'],
    ['wrapped files', 'Keyferry share 7Q2M 1 of 3 Ada.html', 'save.sharesThere'],
    ['wrapped files', 'shares.txt', 'ok'],
    ['shares', 'KeyferryReturnPackage.json', 'save.wrappedThere'],
    ['shares', 'PlaintextKeyMaterial.bin', 'save.wrappedThere'],
    // AWS gives its own download this name.
    ['shares', 'ImportToken.bin', 'ok'],
    ['shares', 'Keyferry share 7Q2M 1 of 3 Ada.txt', 'ok'],
    ['sealed copy', `${passphrasePaper} (2).pdf`, 'save.passphraseThere'],
    ['sealed copy', 'Keyferry share 7Q2M 1 of 3 Ada.txt', 'ok'],
  ] as const)('for %s that holds “%s”: %s', async (saved, name, code) => {
    const result = await keepApart(newFolder(name), saved);
    expect(codeOf(result)).toBe(code);
    if (!result.ok) expect(result.error.facts).toEqual({ name });
  });

  it('that is gone is left to the saving, which says so', async () => {
    expect(codeOf(await keepApart(join(outside, 'gone'), 'shares'))).toBe('ok');
  });
});
