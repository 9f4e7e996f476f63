import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chained, recordEvents, wholeRecord } from '../fixtures/records';
import { createBench, valueOf } from '../helpers/ceremony-bench';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-records-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const document = readFileSync(resolve(import.meta.dirname, '../../docs/verify-record.md'), 'utf8');
const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
const skipPython = python === undefined && process.env['CI'] === undefined;

/** The saved record of a real ceremony. */
async function savedRecord(): Promise<{ readonly bytes: Buffer; readonly head: string }> {
  const organisation = { version: 1, allowedRegions: ['eu-central-1'], sha1Forbidden: true } as const;
  const bench = await createBench({}, { organisation });
  const { run } = await bench.create();
  const saveIn = mkdtempSync(join(folder, 'saved-'));
  bench.copyTo(saveIn);
  const people = { operator: { name: 'Zoë Müller' }, witness: { name: '山田 太郎', role: 'Auditor' } };
  const saved = valueOf(await bench.saveRecord({ of: run, people }));
  if (!saved.picked) throw new Error('No folder was picked.');
  const { fileName, record } = saved.value;
  return { bytes: readFileSync(join(saveIn, fileName)), head: record.head };
}

describe.each([
  { name: 'Python', fence: 'python', file: 'check.py', command: python ?? 'python3', skip: skipPython },
  { name: 'Node', fence: 'js', file: 'check.cjs', command: process.execPath, skip: false },
])('The $name script in docs/verify-record.md', ({ fence, file, command, skip }) => {
  const [, script = ''] = new RegExp(`\`\`\`${fence}\\n([^]*?)\`\`\``).exec(document) ?? [];
  const scriptFile = join(folder, file);
  writeFileSync(scriptFile, script);

  /** The head hash, or what is wrong. */
  function check(bytes: Uint8Array): string {
    const path = join(folder, 'record-to-check.json');
    writeFileSync(path, bytes);
    const environment = { ...process.env, ELECTRON_RUN_AS_NODE: '1', PYTHONUTF8: '0', LC_ALL: 'C' };
    const run = spawnSync(command, [scriptFile, path], { encoding: 'utf8', env: environment });
    expect(run.status).toBe(run.stdout === '' ? 1 : 0);
    return run.stdout.trim() || run.stderr.trim();
  }

  it('is short, and needs nothing but the language', () => {
    const lines = script.trim().split('\n');
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.length).toBeLessThanOrEqual(28);
    const imports = script.match(/^import .*|require\('[^']+'\)/gm);
    expect(imports).toEqual(
      fence === 'python' ? ['import hashlib, json, sys'] : ["require('node:crypto')", "require('node:fs')"],
    );
  });

  it.skipIf(skip)('finds the record of a ceremony whole, with its head hash', async () => {
    const { bytes, head } = await savedRecord();
    expect(check(bytes)).toBe(head);
    expect(check(wholeRecord)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.skipIf(skip)('refuses a byte that is another, wherever it is', async () => {
    const { bytes } = await savedRecord();
    const positions = Array.from({ length: 8 }, (_, part) => Math.floor((part * bytes.length) / 8));
    for (const position of [...positions, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[position] = (changed[position] ?? 0) ^ 1;
      expect(check(changed), String(position)).not.toMatch(/^[0-9a-f]{64}$/);
    }
  });

  const text = Buffer.from(wholeRecord).toString('utf8');
  it.skipIf(skip).each<[string, string | RegExp, Uint8Array]>([
    [
      'that was changed',
      'not whole: event 1 was changed',
      Buffer.from(text.replace('Bluescape', 'Bluescapf')),
    ],
    ['out of order', 'not whole: event 1 is out of order', reordered()],
    ['with events missing', 'not whole: events are missing', chained(recordEvents.slice(0, -1))],
    [
      'with a field more',
      'not whole: written in another form',
      Buffer.from(text.replace('{"events"', '{"a":1,"events"')),
    ],
    [
      'indented',
      'not whole: written in another form',
      Buffer.from(JSON.stringify(JSON.parse(text), null, 1)),
    ],
    [
      'with another head',
      'not whole: the head hash was changed',
      Buffer.from(text.replace(/"head":"./, '"head":"g')),
    ],
    [
      'of another format',
      'not whole: no ceremony record',
      chained([{ ...recordEvents[0], facts: { format: 'x' } }, ...recordEvents.slice(1)]),
    ],
    ['of 10 MB', 'not whole: too large for a record', Buffer.alloc(10 * 1024 * 1024, 0x20)],
    ['cut off', /JSON/i, Buffer.from(text.slice(0, -200))],
    ['with a byte order mark', /JSON|BOM/i, Buffer.from(`\u{FEFF}${text}`)],
  ])('refuses a record %s: %s', (_, words, bytes) => {
    expect(check(bytes)).toMatch(words);
  });
});

/** The record with its second and third event swapped. */
function reordered(): Buffer {
  const { events, head } = JSON.parse(Buffer.from(wholeRecord).toString('utf8')) as {
    events: unknown[];
    head: string;
  };
  const [first, second, third, ...others] = events;
  return Buffer.from(`${JSON.stringify({ events: [first, third, second, ...others], head })}\n`);
}
