// npm run mutate — breaks one rule of main/SECURITY.md at a time, in copies of the repository, and expects the rule's
// test to fail. The last line is the sum.
//   npm run mutate -- zip vault   only mutations with one of these words in the rule or the file
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { mutations } from './mutations.mjs';
import { giveUp, repoRoot, run, say } from './run.mjs';
import { setUpTools } from './set-up.mjs';

/** @typedef {import('./mutations.mjs').Mutation} Mutation */
/** @typedef {{ title: string, status: string }} Test */

/** For two cores; tests that drive a window run one at a time. */
const lanes = 2;
const minutesForTests = 5;
const notCopied = ['.git', 'node_modules', 'out', 'dist'];

/** @param {Mutation} mutation */
const projectOf = ({ test }) => test.file.split('/')[1] ?? '';
/** @param {Mutation} mutation */
const needsWindow = (mutation) => !['unit', 'crypto'].includes(projectOf(mutation));

/** Matches a title from the source, with any values in its placeholders. @param {string} title */
const patternOf = (title) =>
  title
    .split(/%[a-z]|\$[\w.]+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');

/** Copies the repository, with links to the same node_modules and to the folder `shared` beside it. */
async function copyTree() {
  const home = await mkdtemp(join(tmpdir(), 'keyferry-mutate-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const copy = join(home, 'keyferry');
  await cp(repoRoot, copy, { recursive: true, filter: (path) => !notCopied.includes(basename(path)) });
  await symlink(join(repoRoot, 'node_modules'), join(copy, 'node_modules'), 'junction');
  await symlink(join(repoRoot, '..', 'shared'), join(home, 'shared'), 'junction');
  return copy;
}

/**
 * Runs these tests in a copy.
 * @param {string} copy
 * @param {readonly Mutation[]} judged the mutations, all with tests of one project
 * @returns {Promise<readonly Test[] | undefined>} undefined when there is no report, because the tests did not load
 */
async function runTests(copy, judged) {
  const [first] = judged;
  if (first === undefined) return [];
  const project = projectOf(first);
  const titles = judged.map(({ test }) => patternOf(test.title)).join('|');
  const chosen = [...new Set(judged.map(({ test }) => test.file)), '-t', titles];
  const report = join(copy, 'out', 'test', `${project}.json`);
  await rm(report, { force: true });
  const vitest = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'test/vitest.config.ts'];
  // Tests that drive a window need a built app and a display.
  const command = needsWindow(first)
    ? [join('build', 'test.mjs'), ...chosen]
    : [...vitest, '--project', project, '--reporter=json', `--outputFile=${report}`, ...chosen];
  const options = /** @type {const} */ ({
    cwd: copy,
    output: 'collect',
    timeoutSeconds: minutesForTests * 60,
  });
  await run(process.execPath, command, { ...options, env: { ...process.env, NODE_ENV: 'test' } });
  /** @type {{ testResults: { assertionResults: Test[] }[] } | undefined} */
  const read = await readFile(report, 'utf8').then(JSON.parse, () => undefined);
  return read?.testResults.flatMap(({ assertionResults }) => assertionResults);
}

/**
 * The outcome of a mutation's test.
 * @param {Mutation} mutation
 * @param {readonly Test[] | undefined} tests
 */
function outcomeOf({ test }, tests = []) {
  const title = new RegExp(`^${patternOf(test.title)}$`, 's');
  const named = tests.filter(
    (each) => title.test(each.title) && each.status !== 'pending' && each.status !== 'skipped',
  );
  if (named.length === 0) return 'none';
  return named.some(({ status }) => status === 'failed') ? 'failed' : 'passed';
}

/**
 * Breaks the rule, runs its test, and restores the file.
 * @param {string} copy
 * @param {Mutation} mutation
 * @returns {Promise<string>} why the mutation was not noticed; empty if it was
 */
async function whyGreen(copy, mutation) {
  const path = join(copy, mutation.file);
  const source = await readFile(path, 'utf8').catch(() => '');
  if (source.split(mutation.find).length !== 2) return 'the mutation no longer applies';
  await writeFile(
    path,
    source.replace(mutation.find, () => mutation.replace),
  );
  const outcome = outcomeOf(mutation, await runTests(copy, [mutation]));
  await writeFile(path, source);
  if (outcome === 'none') return 'the named test did not run';
  return outcome === 'failed' ? '' : 'the named test passed';
}

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = mutations.filter(
  ({ rule, file }) =>
    words.length === 0 || words.some((word) => `${rule} ${file}`.toLowerCase().includes(word)),
);
if (chosen.length === 0) giveUp('No mutation has one of these words.');
await setUpTools();
const started = Date.now();
const copies = await Promise.all(Array.from({ length: lanes }, copyTree));

const sum = { passed: 0, failed: 0 };
/** @param {Mutation} mutation @param {string} why */
function tell({ rule, test }, why) {
  sum[why === '' ? 'passed' : 'failed'] += 1;
  process.stdout.write(
    why === '' ? `red    ${rule}\n` : `GREEN  ${rule}: ${why} (${test.file}: ${test.title})\n`,
  );
}

/** @param {string} copy @param {Mutation[]} waiting */
async function work(copy, waiting) {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    tell(next, await whyGreen(copy, next));
  }
}

/**
 * Runs the tests without any mutation.
 * @param {string} copy
 * @param {readonly Mutation[]} judged
 * @returns {Promise<Mutation[]>} those whose tests pass
 */
async function sound(copy, judged) {
  const tests = await runTests(copy, judged);
  return judged.filter((mutation) => {
    const outcome = outcomeOf(mutation, tests);
    if (outcome !== 'passed')
      tell(mutation, `without it the named test ${outcome === 'none' ? 'did not run' : 'fails'}`);
    return outcome === 'passed';
  });
}

const [one = '', other = ''] = copies;
/** @param {string} project */
const judgedIn = (project) => chosen.filter((mutation) => projectOf(mutation) === project);
/** @type {Mutation[]} */
const queue = [];
const filled = sound(other, judgedIn('unit')).then(async (unit) => {
  queue.push(...unit, ...(await sound(other, judgedIn('crypto'))));
});
const windows = sound(one, judgedIn('security')).then((windowed) => work(one, windowed));
await Promise.all([
  Promise.all([windows, filled]).then(() => work(one, queue)),
  filled.then(() => work(other, queue)),
]);
say(`Mutated in ${Math.round((Date.now() - started) / 1000)} s`);
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`);
process.exitCode = sum.failed > 0 ? 1 : 0;
