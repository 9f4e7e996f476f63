// npm test — sets up what is missing, builds, and runs every test. The last line is the sum over all runs.
//   npm test -- --only unit,e2e      only these stages; unit and crypto need neither Electron nor a display
//   npm test -- test/unit/x.test.ts  only these files, in the stages they belong to
//   npm test -- -t "a name"          anything else goes on to vitest
import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { bundle } from './bundle.mjs';
import { giveUp, repoRoot, run } from './run.mjs';
import { setUpElectron, setUpTools } from './set-up.mjs';
import { installSystemLibraries } from './system-libraries.mjs';
import { openVirtualDisplays } from './virtual-display.mjs';

/** @typedef {{ name: string, project: string, inElectron?: boolean, inNode?: boolean }} Stage */
/** @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} Totals */
/** @typedef {{ title: string, fullName: string, status: string, failureMessages?: string[] }} Test */
/** @typedef {{ name: string, status: string, message?: string, assertionResults: Test[] }} TestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number }} Ended */
/** @typedef {Ended & { numPendingTests: number, numTodoTests: number, testResults: TestFile[] }} Report */

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

/**
 * @param {string} file as vitest's JSON reporter writes it
 * @returns {Promise<Totals & { faults: readonly Test[] }>} faults: the tests that are rows of the fault matrix
 */
async function readTotals(file) {
  /** @type {Report} */
  let report;
  try {
    report = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0, failures: [], faults: [] };
  }
  // A file that fails as a whole has no failed test, but must count.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...brokenFiles.map(({ name, message = '' }) => failure(name, 'the whole file', message)),
      ...report.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages = [] }) => failure(name, fullName, failureMessages.join('\n'))),
      ),
    ],
    faults: report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ title }) => /^F-L?\d+ /.test(title)),
  };
}

/**
 * A failed test, as listed at the end of the output, where it is found without reading the whole log.
 * @param {string} file
 * @param {string} title
 * @param {string} message
 */
function failure(file, title, message) {
  const [first = ''] = message.split('\n', 1);
  return `${relative(repoRoot, file)}: ${title}: ${first.slice(0, 300)}`;
}

/**
 * The result of the fault matrix in one line: `survived 68 of 68`.
 * @param {readonly Test[]} rows
 */
function survival(rows) {
  const tried = rows.filter(({ status }) => status === 'passed' || status === 'failed');
  const survived = tried.filter(({ status }) => status === 'passed');
  const rest = tried.length < rows.length ? `, ${rows.length - tried.length} skipped` : '';
  return `survived ${survived.length} of ${tried.length}${rest}`;
}

const { chosen, forVitest, partly } = readCommandLine(process.argv.slice(2));
const { electron, environment, close } = await setUp(chosen);
await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });

/** @type {Totals} */
const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
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
}
if (sum.passed + sum.failed === 0) {
  sum.failed = 1;
  sum.failures = ['no test ran'];
}
close();
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
for (const line of sum.failures) process.stdout.write(`\nfailed: ${line}`);
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed${skipped}\n`);
process.exitCode = sum.failed > 0 ? 1 : 0;
