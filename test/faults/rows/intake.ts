import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { materialOf } from '../../../main/custody/material-choice';
import { createOfflineNotes } from '../../../main/jobs/offline-notes';
import { createOfflineJournal } from '../../../main/jobs/offline-journal';
import { createWrapOffline } from '../../../main/jobs/wrap-offline';
import type { ImportParameters } from '../../../main/parameters/import-parameters';
import { parseBundle } from '../../../main/parameters/parse-bundle';
import { readZip } from '../../../main/parameters/archive/read-zip';
import { readWrappingKey } from '../../../main/parameters/wrapping-key';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { noCopyConfirmation } from '../../../main/shared/views/custody';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { goodArchives } from '../../fixtures/archives/good-archives';
import { hostileArchives } from '../../fixtures/archives/hostile-archives';
import { isInstalled, otherWriters, writeWith } from '../../fixtures/archives/other-programs';
import { intakeForms } from '../../fixtures/intake-forms';
import { badWrappingKeys } from '../../fixtures/wrapping-keys/bad-wrapping-keys';
import { goodWrappingKeys } from '../../fixtures/wrapping-keys/good-wrapping-keys';
import { textForms } from '../../fixtures/wrapping-keys/text-forms';
import { codeOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { noDialogs } from '../../helpers/no-dialogs';
import { noSettings } from '../../../main/shared/organisation-forbids';
import { ok } from '../../../main/shared/result';
import { createVaultInProcess } from '../../helpers/vault-in-process';
import type { FaultRow } from '../fault-row';
import { newFolder } from '../material-in-shares';
import { testNoteKey } from '../../helpers/note-keys';
import { recordPorts } from '../../helpers/record-ports';

const step = 'Zip';

/** The offline job, which saves in the folder. */
function wrapOffline(folder: string, parametersAtHand = new Map<string, ImportParameters>()) {
  const offlineJournal = createOfflineJournal(createStateFiles(newFolder()), testNoteKey);
  const { verbs } = createWrapOffline({
    parametersAtHand,
    offlineAtHand: new Map(),
    finished: { keep: () => Promise.resolve(ok(null)) },
    dialogs: { ...noDialogs, pickSaveFolder: () => Promise.resolve(folder) },
    vault: createVaultInProcess(),
    custody: {
      materialOf: (choice) => materialOf(choice, { find: () => undefined }, () => undefined, noSettings),
    },
    salt: new Uint8Array(32),
    now: () => new Date(),
    appVersion: '0.1.0',
    refusedRequests: () => 0,
    organisation: noSettings,
    savedFiles: recordPorts.savedFiles,
    emit: () => undefined,
    offlineJournal,
    notes: createOfflineNotes({ offlineJournal, now: () => new Date(), log: () => undefined }),
  });
  return verbs;
}

const [todaysZip] = intakeForms;
const open = (paths: readonly string[]) => wrapOffline(newFolder()).readParameters({ files: paths });

export const intakeRows: readonly FaultRow[] = [
  {
    id: 'F-31',
    step,
    fault: '77 hostile files',
    expected: 'each is refused with its code, in less than 100 ms of work, and memory does not grow by 64 MB',
    how: async () => {
      expect(hostileArchives.length).toBeGreaterThanOrEqual(77);
      for (const { id, bytes, code } of hostileArchives) {
        const archive = bytes();
        const peakBefore = process.resourceUsage().maxRSS;
        const before = process.cpuUsage();
        const entries = await readZip(archive);
        const bundle = entries.ok ? parseBundle(entries.value) : entries;
        const { user, system } = process.cpuUsage(before);
        expect(`${id} ${codeOf(bundle)}`).toBe(`${id} ${code}`);
        expect((user + system) / 1000, id).toBeLessThan(100);
        expect(process.resourceUsage().maxRSS - peakBefore, id).toBeLessThan(64 * 1024);
      }
    },
  },
  {
    id: 'F-32',
    step,
    fault: 'the archive was unpacked and packed again',
    expected: 'accepted, with the same bytes of key and token',
    note: `${goodArchives.length} forms of our own, and one each of the zip programs that are installed.`,
    how: async () => {
      expect(goodArchives.length).toBeGreaterThanOrEqual(9);
      for (const { bytes, expected } of goodArchives) {
        expect(await readZip(bytes())).toEqual({ ok: true, value: expected() });
      }
      const contents = bundleContents();
      for (const writer of otherWriters.filter(({ program }) => isInstalled(program))) {
        const bundle = valueOf(parseBundle(valueOf(await readZip(writeWith(writer, contents)))));
        expect(Buffer.from(bundle.importToken).equals(contents.token), writer.title).toBe(true);
        expect(Buffer.from(bundle.publicKey).equals(contents.key), writer.title).toBe(true);
      }
    },
  },
  {
    id: 'F-33',
    step,
    fault: 'the file changes after it was read',
    expected: 'what was read, shown and checked is what is used',
    how: async () => {
      const folder = newFolder();
      const first = bundleContents();
      const paths = todaysZip.write(newFolder(), first);
      const job = wrapOffline(folder);
      const shown = shownOf(await job.readParameters({ files: paths }));
      const other = todaysZip.write(newFolder(), bundleContents());
      writeFileSync(paths[0] ?? '', readFileSync(other[0] ?? ''));
      const saved = valueOf(
        await job.wrapAndSave({
          parameters: shown.handle,
          wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
          material: { from: 'generate', lengthBytes: 32, confirmation: noCopyConfirmation },
          exportPlaintext: false,
        }),
      );
      expect(saved.picked && saved.value.parameters.fingerprint).toEqual(shown.fingerprint);
      expect(readFileSync(join(folder, 'ImportToken.bin')).equals(first.token)).toBe(true);
    },
  },
  {
    id: 'F-34',
    step,
    fault: 'a link, a pipe, a device, a file of 5 GB or a folder beside files is dropped',
    expected: 'refused before anything of it is read',
    how: async () => {
      const folder = newFolder();
      const at = (name: string): string => join(folder, name);
      mkdirSync(at('folder'));
      writeFileSync(at('file'), 'x');
      symlinkSync(at('file'), at('link'));
      execFileSync('mkfifo', [at('pipe')]);
      writeFileSync(at('huge'), '');
      truncateSync(at('huge'), 5 * 1024 ** 3);
      const codes = await Promise.all(
        [[at('link')], [at('pipe')], ['/dev/zero'], [at('huge')], [at('file'), at('folder')]].map(
          async (paths) => codeOf(await open(paths)),
        ),
      );
      expect(codes).toEqual([
        'file.notRegular',
        'file.notRegular',
        'file.notRegular',
        'file.tooLarge',
        'file.notRegular',
      ]);
    },
  },
  {
    id: 'F-35',
    step,
    fault: 'two archives are dropped at once, or one during the work on another',
    expected: 'two are refused; the later one never mixes with the first',
    how: async () => {
      const one = bundleContents();
      const other = bundleContents();
      const paths = todaysZip.write(newFolder(), one);
      const otherPaths = todaysZip.write(newFolder(), other);
      expect(codeOf(await open([...paths, ...otherPaths]))).toBe('file.tooMany');
      const atHand = new Map<string, ImportParameters>();
      const job = wrapOffline(newFolder(), atHand);
      const [first, second] = await Promise.all([
        job.readParameters({ files: paths }),
        job.readParameters({ files: otherPaths }),
      ]);
      const tokens = [first, second].map((view) => atHand.get(shownOf(view).handle)?.importToken);
      expect(tokens.map((token) => Buffer.from(token ?? []))).toEqual([one.token, other.token]);
    },
  },
  {
    id: 'F-37',
    step: 'Wrapping key',
    fault: '58 malformed or weak keys; 15 text forms of good ones',
    expected: 'every bad one is refused with its code; every form is read as the same key',
    how: () => {
      expect(badWrappingKeys.length).toBeGreaterThanOrEqual(58);
      expect(Object.keys(textForms).length).toBeGreaterThanOrEqual(15);
      for (const { id, bytes, code } of badWrappingKeys) {
        expect(`${id} ${codeOf(readWrappingKey(bytes()))}`).toBe(`${id} ${code}`);
      }
      for (const [title, write] of Object.entries(textForms)) {
        for (const { spec, spkiDer } of goodWrappingKeys) {
          expect(readWrappingKey(write(spkiDer)), title).toEqual({ ok: true, value: { spec, spkiDer } });
        }
      }
      return Promise.resolve();
    },
  },
];
