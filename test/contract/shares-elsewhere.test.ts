import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shareFileNames, shareText } from '../../main/vault/shares/share-text';
import { combineShares, splitSecret, type Share } from '../../main/vault/shares/shares';
import { Secret } from '../../main/vault/secret';
import { custodians, factsOf, hexOf, taken } from '../fixtures/shares';
import { localStackPython, withoutLocalStack } from '../helpers/localstack';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-shares-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function split(material: Uint8Array, threshold: number, count: number): Promise<readonly Share[]> {
  const plan = { threshold, custodians: custodians.slice(0, count) };
  return splitSecret(Secret.take(Uint8Array.from(material)), plan, factsOf(material));
}

const plans = [
  [2, 2],
  [2, 3],
  [3, 5],
  [6, 6],
] as const;

const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
const skipDocument = python === undefined && process.env['CI'] === undefined;
const documentTitle = 'The script in docs/shares.md';

describe.skipIf(skipDocument)(
  skipDocument ? `${documentTitle} — skipped: no Python 3` : documentTitle,
  () => {
    const document = readFileSync(resolve(import.meta.dirname, '../../docs/shares.md'), 'utf8');
    const [, script = ''] = /```python\n([^]*?)```/.exec(document) ?? [];
    const scriptFile = join(folder, 'restore.py');
    writeFileSync(scriptFile, script);

    /** The material's hex, or what the script says. */
    function restore(files: readonly Uint8Array[], names: readonly string[]): string {
      const paths = names.map((name) => join(folder, name));
      for (const [index, path] of paths.entries()) writeFileSync(path, files[index] ?? '');
      const result = join(folder, 'material.bin');
      rmSync(result, { force: true });
      const run = spawnSync(python ?? 'python3', [scriptFile, ...paths, result], { encoding: 'utf8' });
      return run.status === 0 ? readFileSync(result).toString('hex') : run.stderr.trim();
    }
    const nameOf = ({ set, number, custodian }: Share): string => shareFileNames(set, number, custodian).file;

    it('is at most 25 lines long and needs nothing but Python', () => {
      expect(script.trim().split('\n').length).toBeLessThanOrEqual(25);
      expect(script.trim().split('\n').length).toBeGreaterThan(5);
      expect(script.match(/^(?:import|from) .*/gm)).toEqual(['import hashlib, hmac, re, sys']);
    });

    for (const [threshold, count] of plans) {
      for (const length of [16, 32, 138]) {
        it(`restores ${length} bytes from the files of ${threshold} of ${count} custodians`, async () => {
          const material = randomBytes(length);
          const shares = (await split(material, threshold, count)).slice(-threshold);
          expect(restore(shares.map(shareText), shares.map(nameOf))).toBe(material.toString('hex'));
        });
      }
    }

    it('restores from more than enough', async () => {
      const material = randomBytes(32);
      const shares = await split(material, 2, 4);
      expect(restore(shares.map(shareText), shares.map(nameOf))).toBe(material.toString('hex'));
    });

    it('restores from what was typed in capitals, with Windows line ends and a byte order mark', async () => {
      const material = randomBytes(32);
      const shares = (await split(material, 2, 3)).slice(0, 2);
      const typed = shares.map((share) => {
        const text = Buffer.from(shareText(share)).toString();
        const lines = text.slice(text.indexOf('Keyferry share:')).toUpperCase();
        return Buffer.from(`\ufeff${lines.replaceAll('\n', '\r\n')}`);
      });
      expect(restore(typed, shares.map(nameOf))).toBe(material.toString('hex'));
    });

    it('refuses too few, and those of two sets', async () => {
      const material = randomBytes(32);
      const [one, other] = [await split(material, 3, 3), await split(material, 3, 3)];
      const mixed = [...one.slice(0, 2), ...other.slice(2)];
      for (const shares of [one.slice(0, 1), one.slice(0, 2), mixed]) {
        const said = restore(shares.map(shareText), shares.map(nameOf));
        expect(said).toBe('These shares are too few, not of one set, or damaged.');
      }
    });
  },
);

const skipPyshamir = withoutLocalStack !== undefined && process.env['CI'] === undefined;
const pyshamirTitle = 'pyshamir, which others ported from HashiCorp Vault';

describe.skipIf(skipPyshamir)(
  skipPyshamir ? `${pyshamirTitle} — skipped: ${withoutLocalStack ?? ''}` : pyshamirTitle,
  () => {
    /** Runs one expression, and returns its lines of hex. */
    function ask(expression: string, words: readonly string[]): readonly string[] {
      const program = `import sys, pyshamir\nwords = [bytes.fromhex(word) for word in sys.argv[1:]]\nfor part in ${expression}: print(part.hex())`;
      const printed = execFileSync(localStackPython ?? 'python3', ['-c', program, ...words], {
        encoding: 'utf8',
      });
      return printed.trim().split('\n');
    }

    for (const [threshold, count] of plans) {
      it(`restores what we split among ${count} custodians`, async () => {
        const material = randomBytes(32);
        const shares = (await split(material, threshold, count)).slice(-threshold);
        const digits = shares.map((share) => hexOf(share.digits));
        expect(ask('[pyshamir.combine([bytearray(word) for word in words])]', digits)).toEqual([
          material.toString('hex'),
        ]);
      });

      it(`splits among ${count} what we restore`, async () => {
        const material = randomBytes(32);
        const parts = ask(`pyshamir.split(words[0], ${count}, ${threshold})`, [material.toString('hex')]);
        expect(parts).toHaveLength(count);
        const set = { serial: '0000-0000', threshold, count };
        const shares = parts.map((part, index): Share => {
          const number = index + 1;
          return { set, number, custodian: `${number}`, facts: factsOf(material), digits: taken(part) };
        });
        const restored = await combineShares(shares.slice(-threshold));
        expect(restored.ok && hexOf(restored.value.secret)).toBe(material.toString('hex'));
      });
    }
  },
);
