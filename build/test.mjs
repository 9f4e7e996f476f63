// npm test — sets up what is missing, builds, and runs every test. The last line is the sum over all runs.
//   npm test -- --quick              what a change in hand can break, as far as it fits into a minute and a half
//   npm test -- --only unit,e2e      only these stages; unit and crypto need neither Electron nor a display
//   npm test -- test/unit/x.test.ts  only these files, in the stages they belong to
//   npm test -- -t "a name"          anything else goes on to vitest
import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { chooseQuick } from './quick.mjs';
import { giveUp, repoRoot, run } from './run.mjs';
import { setUpElectron, setUpTools } from './set-up.mjs';
import { installSystemLibraries } from './system-libraries.mjs';
import { keepTimes, readTotals, slowest, survival } from './test-report.mjs';
import { openVirtualDisplays } from './virtual-display.mjs';

/** @typedef {{ name: string, project: string, inElectron?: boolean, inNode?: boolean }} Stage */
/** @typedef {import('./test-report.mjs').Totals} Totals */

/** @type {readonly Stage[]} */
const stages = [
  { name: 'unit', project: 'unit', inNode: true },
  { name: 'crypto', project: 'crypto', inNode: true },
  // The same tests again with Electron's own cryptography, which is BoringSSL and not OpenSSL.
  { name: 'crypto-electron', project: 'crypto', inElectron: true },
  // One suite against the practice KMS and against other servers.
  { name: 'contract', project: 'contract' },
  { name: 'security', project: 'security' },
  { name: 'faults', project: 'faults' },
  { name: 'e2e', project: 'e2e' },
  // The packages of Linux, made, installed, opened and purged.
  { name: 'installers', project: 'installers' },
];
const results = join(repoRoot, 'out', 'test');
const stageMinutes = 60;

/**
 * @param {string[]} words the command line
 * @returns {{ chosen: Stage[], forVitest: string[], partly: boolean }}
 */
function readCommandLine(words) {
  const only = words.indexOf('--only');
  const names = only === -1 ? undefined : (words[only + 1] ?? '').split(',');
  const forVitest = only === -1 ? words : words.toSpliced(only, 2);
  const unknown = names?.filter((name) => !stages.some((stage) => stage.name === name)) ?? [];
  if (unknown.length > 0) {
    giveUp(`No such stage: ${unknown.join(', ')}. There are ${stages.map(({ name }) => name).join(', ')}.`);
  }
  const files = forVitest
    .filter((word) => /\.test\.tsx?$/.test(word))
    .map((word) => word.replaceAll('\\', '/'));
  const chosen = stages.filter(
    ({ name, project }) =>
      (names?.includes(name) ?? true) &&
      (files.length === 0 || files.some((file) => file.includes(`test/${project}/`))),
  );
  if (chosen.length === 0) giveUp('No stage has these tests.');
  return { chosen, forVitest, partly: forVitest.length > 0 };
}

/**
 * Builds the app and opens displays, unless all these stages run in Node.
 * @param {Stage[]} stages
 */
async function setUp(stages) {
  if (stages.every(({ inNode }) => inNode)) {
    await setUpTools();
    await installSystemLibraries(['openssl', 'age']);
    return { electron: '', environment: process.env, close: () => undefined };
  }
  const groups = /** @type {const} */ ([
    'window',
    'display',
    'openssl',
    'age',
    'tests',
    'installers',
    'windows',
  ]);
  const { executable } = await setUpElectron(groups);
  await bundle();
  return { electron: executable, ...(await openVirtualDisplays(Math.min(2, availableParallelism()))) };
}

/**
 * @param {Stage} stage
 * @param {string} electron
 * @param {NodeJS.ProcessEnv} environment
 * @param {string[]} forVitest
 * @returns {Promise<Totals>}
 */
async function runStage({ name, project, inElectron = false }, electron, environment, forVitest) {
  process.stdout.write(`\n== ${name}\n`);
  const file = join(results, `${name}.json`);
  const { code } = await run(
    inElectron ? electron : process.execPath,
    [
      join(repoRoot, 'node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--config', join(repoRoot, 'test', 'vitest.config.ts'), '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--passWithNoTests'],
      ...forVitest,
    ],
    {
      env: {
        ...environment,
        NODE_ENV: 'test',
        ...(electron === '' ? {} : { KEYFERRY_ELECTRON: electron }),
        ...(inElectron ? { ELECTRON_RUN_AS_NODE: '1' } : {}),
      },
      timeoutSeconds: stageMinutes * 60,
    },
  );
  const totals = await readTotals(file);
  if (totals.faults.length > 0) process.stdout.write(`${survival(totals.faults)}\n`);
  if (code === 0 || totals.failed > 0) return totals;
  // Something else than a test failed: a crash, an error between tests, a file that does not load.
  return { ...totals, failed: 1, failures: [`${name}: vitest ended with code ${code}`] };
}

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const { chosen, forVitest, partly } = readCommandLine(isQuick ? await chooseQuick() : words);
const { electron, environment, close } = await setUp(chosen);
await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });

/** @type {Totals} */
const sum = { passed: 0, failed: 0, skipped: 0, failures: [], files: [] };
for (const stage of chosen) {
  const totals = await runStage(stage, electron, environment, forVitest);
  // Tests that silently did not run must not look like tests that passed.
  if (!partly && totals.passed + totals.failed === 0) {
    totals.failed = 1;
    totals.failures = [`${stage.name}: no test ran`];
  }
  sum.passed += totals.passed;
  sum.failed += totals.failed;
  sum.skipped += totals.skipped;
  sum.failures = [...sum.failures, ...totals.failures];
  sum.files = [...sum.files, ...totals.files];
}
if (sum.passed + sum.failed === 0) {
  sum.failed = 1;
  sum.failures = ['no test ran'];
}
close();
await keepTimes(sum.files);
if (!partly) process.stdout.write(`\nThe slowest tests:\n${slowest(sum.files).join('\n')}\n`);
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
for (const line of sum.failures) process.stdout.write(`\nfailed: ${line}`);
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed${skipped}\n`);
process.exitCode = sum.failed > 0 ? 1 : 0;
