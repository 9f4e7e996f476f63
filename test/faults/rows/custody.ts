import { randomBytes } from 'node:crypto';
import fs, { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeCopyDocument } from '../../../main/vault/copies/copy-document';
import { factsOf } from '../../fixtures/shares';
import { codeOf, shownOf } from '../../helpers/ceremony-bench';
import { flipBit, sealedQuickly } from '../../helpers/sealed-files';
import type { FaultRow } from '../fault-row';
import { beginLife, expectFinished } from '../life';
import { makeShares, newFolder, purposeOf, restoreShares, shares, type Bench } from '../material-in-shares';
import { fillUp, onSmallDisk, withoutSmallDisk } from '../small-disk';

const step = 'Copy';
const passphrase = 'Grüße aus 2026';

/** The error code of making shares in a folder. */
async function splitInto(bench: Bench, folder: string): Promise<string> {
  bench.copyTo(folder);
  const source = { from: 'generate', lengthBytes: 32 } as const;
  return codeOf(await bench.makeCopy({ source, purpose: purposeOf(bench), copy: shares }));
}

/** Nothing starts without a copy or the typed confirmation. */
async function expectNothingBegins(bench: Bench): Promise<void> {
  const material = { from: 'generate', lengthBytes: 32, confirmation: '' } as const;
  expect(codeOf(await bench.planKey({ draft: { ...bench.draft, material } }))).toBe('copy.notConfirmed');
  expect(await bench.countKeys()).toBe(0);
}

/** The error code of opening a file as a sealed copy. */
async function openSealedFile(bench: Bench, bytes: Uint8Array, passphrase: string) {
  const path = join(newFolder(), 'copy.age');
  writeFileSync(path, bytes);
  const found = await bench.findCopy({ files: [path] });
  return found.ok
    ? codeOf(await bench.openCopy({ copy: shownOf(found).handle, passphrase, purpose: purposeOf(bench) }))
    : codeOf(found);
}

export const custodyRows: readonly FaultRow[] = [
  {
    id: 'F-44',
    step,
    fault: 'the disk is full',
    expected: 'told; no file of it is left, nothing is held, and nothing can be imported',
    skip: withoutSmallDisk,
    how: async () => {
      const { bench } = await beginLife();
      await onSmallDisk(64, async (folder) => {
        fillUp(folder);
        expect(await splitInto(bench, folder)).toBe('save.diskFull');
        expect(readdirSync(folder)).toEqual(['full']);
      });
      // There is room for half of the files.
      await onSmallDisk(16, async (folder) => {
        expect(await splitInto(bench, folder)).toBe('save.diskFull');
        expect(readdirSync(folder)).toEqual([]);
      });
      await expectNothingBegins(bench);
    },
  },
  {
    id: 'F-46',
    step,
    fault: 'a file of that name is there already',
    expected: 'never overwritten; nothing is held',
    how: async () => {
      const { bench } = await beginLife();
      const folder = newFolder();
      expect(await splitInto(bench, folder)).toBe('ok');
      const path = join(newFolder(), 'copy.age');
      writeFileSync(path, 'yours');
      bench.copyTo(path);
      const made = await bench.makeCopy({
        source: { from: 'generate', lengthBytes: 32 },
        purpose: purposeOf(bench),
        copy: { by: 'passphrase', passphrase: 'lockstep marmalade quartz herring violin' },
      });
      expect(codeOf(made)).toBe('save.exists');
      expect(readFileSync(path, 'utf8')).toBe('yours');
      await expectNothingBegins(bench);
    },
  },
  {
    id: 'F-47',
    step,
    fault: 'the disk keeps other bytes than were written',
    expected: 'the copy does not open to the same material: removed, not held, nothing can be imported',
    how: async () => {
      const { bench } = await beginLife();
      const folder = newFolder();
      const { link } = fs.promises;
      const during = (now: typeof link): void => {
        fs.promises.link = now;
        syncBuiltinESMExports();
      };
      during(async (from, to) => {
        await link(from, to);
        const bytes = readFileSync(to);
        if (String(to).endsWith('.txt'))
          writeFileSync(to, bytes.toString('utf8').replace(/[0-9a-f]{4}/g, '0000'));
      });
      try {
        expect(await splitInto(bench, folder)).toBe('copy.reopenDiffers');
      } finally {
        during(link);
      }
      expect(readdirSync(folder)).toEqual([]);
      await expectNothingBegins(bench);
    },
  },
  {
    id: 'F-48',
    step,
    fault: 'a wrong passphrase, one flipped bit, far too much scrypt work',
    expected: 'each is refused, the last without the work that it asks for, and nothing is held',
    how: async () => {
      const { bench } = await beginLife();
      const key = randomBytes(32);
      const file = await sealedQuickly(makeCopyDocument(key, factsOf(key)), passphrase);
      const wrong = await openSealedFile(bench, file, 'Grüße aus 2027');
      const flipped = await openSealedFile(bench, flipBit(file, file.length * 8 - 3), passphrase);
      const header = Buffer.from(file)
        .toString('latin1')
        .replace(/^(-> scrypt \S+) \d+$/m, '$1 40');
      const huge = await openSealedFile(bench, Buffer.from(header, 'latin1'), passphrase);
      expect([wrong, flipped, huge]).toEqual(['copy.wrongPassphrase', 'copy.damaged', 'copy.workFactor']);
      const good = await openSealedFile(bench, file, passphrase);
      expect(good).toBe('ok');
      await expectNothingBegins(bench);
    },
  },
  {
    id: 'F-49',
    step,
    fault: 'killed after the copy was written, before the ceremony began',
    expected: 'nothing is unfinished; the copy is opened again before its material is used, for one key',
    how: async () => {
      const first = await beginLife();
      const { folder, held } = await makeShares(first.bench);
      const life = await first.next();
      expect(await life.bench.listUnfinished()).toMatchObject({ value: { runs: [] } });
      const gone = { ...life.bench.draft, material: { from: 'held', handle: held.handle } as const };
      expect(codeOf(await life.bench.planKey({ draft: gone }))).toBe('copy.gone');
      const material = await restoreShares(life.bench, folder);
      const run = await life.bench.create({ material: { ...material, confirmation: 'new key' } });
      await expectFinished(life, run);
      expect(run.handOver).toMatchObject({ checkValue: held.copy.checkValue, custody: { restored: true } });
    },
  },
];
