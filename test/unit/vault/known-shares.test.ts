import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { shareAnswer } from '../../../main/vault/copies/copy-self-test';

const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
const skip = python === undefined && process.env['CI'] === undefined;
const title = 'the known shares of the self-test are made by the arithmetic in docs/shares.md';

it.skipIf(skip)(skip ? `${title} — skipped: no Python 3` : title, () => {
  const guide = readFileSync(resolve(import.meta.dirname, '../../../docs/shares.md'), 'utf8');
  const [times = ''] = /^def times[^]*?return product\n/m.exec(guide) ?? [];
  const program = `${times}
import hashlib
words = [hashlib.sha256(b"keyferry known share %d" % number).digest()[:16] for number in (1, 2)]
for x in (1, 100, 255):
    values = [s ^ times(a, x) ^ times(b, times(x, x)) for s, a, b in zip(range(16), *words)]
    print(bytes(values + [x]).hex())`;
  const { stdout } = spawnSync(python ?? 'python3', ['-c', program], { encoding: 'utf8' });
  expect(stdout.trim().split('\n')).toEqual(shareAnswer.shares);
  expect(shareAnswer.secret).toBe(Buffer.from(Array.from({ length: 16 }, (_, at) => at)).toString('hex'));
});
