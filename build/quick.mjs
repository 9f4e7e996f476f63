// Chooses the tests of `npm test -- --quick`: those that import, by any way, a file that was changed.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { repoRoot, run, say } from './run.mjs';
import { readTimes } from './test-report.mjs';

/** For the tests themselves; choosing and loading them takes the rest of a minute and a half. */
const budgetSeconds = 50;
/** Where a file has never run here. */
const usualSeconds = 2;
/** A file is loaded in a process of its own before its tests run; the times do not have that. */
const loadSeconds = 1;

/**
 * The unit and crypto tests that a change can break: what is not committed, or else the last commit. The slowest are left
 * out, by the times of earlier runs, until the rest fits; one line says how many.
 * @returns {Promise<string[]>} the command line of these tests
 */
export async function chooseQuick() {
  const { output } = await run('git', ['status', '--porcelain'], { cwd: repoRoot, output: 'collect' });
  const affected = await affectedBy(output.trim() === '' ? ['--changed', 'HEAD~1'] : ['--changed']);
  if (affected.length === 0) {
    say('No unit or crypto test imports what was changed. Run npm test for the rest.');
    process.exit(0);
  }
  const times = await readTimes();
  const timed = affected
    .map((file) => ({ file, seconds: loadSeconds + (times[file] ?? usualSeconds) }))
    .toSorted((a, b) => a.seconds - b.seconds);
  let left = budgetSeconds * availableParallelism();
  const chosen = timed.filter(({ seconds }) => (left -= seconds) >= 0);
  const rest = timed.length - chosen.length;
  const without = rest === 0 ? '' : ` without the slowest ${String(rest)}`;
  say(`Quick: ${String(chosen.length)} files of tests import what was changed${without}. npm test runs all.`);
  return chosen.map(({ file }) => file);
}

/**
 * @param {readonly string[]} since
 * @returns {Promise<string[]>} paths from the top of the repository, with slashes
 */
async function affectedBy(since) {
  const folder = await mkdtemp(join(tmpdir(), 'keyferry-quick-'));
  const list = join(folder, 'files.json');
  try {
    await run(
      process.execPath,
      [
        join(repoRoot, 'node_modules', 'vitest', 'vitest.mjs'),
        ...['list', '--config', join(repoRoot, 'test', 'vitest.config.ts'), '--project', 'unit'],
        ...['--project', 'crypto', '--filesOnly', `--json=${list}`, ...since],
      ],
      { cwd: repoRoot, output: 'show-on-stderr', env: { ...process.env, NODE_ENV: 'test' } },
    );
    /** @type {{ file: string }[]} */
    const files = JSON.parse(await readFile(list, 'utf8'));
    return [...new Set(files.map(({ file }) => relative(repoRoot, file).replaceAll('\\', '/')))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
