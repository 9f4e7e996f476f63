import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createBench } from '../helpers/ceremony-bench';
import { createWithCopy } from '../helpers/again-work';
import { offlineWork } from '../helpers/offline-work';
import { returnedFor } from '../helpers/returned-work';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-transfer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
const skip = python === undefined && process.env['CI'] === undefined;
const title = 'The script in docs/return-package.md';

describe.skipIf(skip)(skip ? `${title} — skipped: no Python 3` : title, () => {
  const document = readFileSync(resolve(import.meta.dirname, '../../docs/return-package.md'), 'utf8');
  const [, script = ''] = /```python\n([^]*?)```/.exec(document) ?? [];
  const scriptFile = join(folder, 'code.py');
  writeFileSync(scriptFile, script);
  const run = (path: string): string =>
    spawnSync(python ?? 'python3', [scriptFile, path], { encoding: 'utf8' }).stdout.trim();

  it('is ten lines long and needs nothing but Python', () => {
    expect(script.trim().split('\n').length).toBeLessThanOrEqual(10);
    expect(script.match(/^(?:import|from) .*/gm)).toEqual(['import base64, hashlib, json, sys']);
  });

  it('computes the transfer code that Keyferry asks for', async () => {
    const bench = await createBench();
    const [one, other] = [await offlineWork(bench), await offlineWork(bench)];
    expect(one.proof).toEqual({ by: 'code', code: run(one.package) });
    expect(other.proof).toEqual({ by: 'code', code: run(other.package) });
    expect(run(one.package)).not.toBe(run(other.package));
    const forged = one.forge();
    expect(run(one.save('Forged.json', forged.bytes))).toBe(forged.code);
    const { keyArn } = await createWithCopy(bench);
    const rotates = await returnedFor(bench, keyArn);
    expect(rotates.proof).toEqual({ by: 'code', code: run(rotates.path) });
  });
});
