// Reads what vitest reports: the sums, what failed, and how long each test took.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { repoRoot } from './run.mjs';

/** @typedef {{ name: string, seconds: number, tests: readonly { fullName: string, seconds: number }[] }} Timed */
/** @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[], files: readonly Timed[] }} Totals */
/** @typedef {{ title: string, fullName: string, status: string, duration?: number, failureMessages?: string[] }} Test */
/** @typedef {{ name: string, status: string, message?: string, startTime: number, endTime: number }} Ran */
/** @typedef {Ran & { assertionResults: Test[] }} TestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number }} Ended */
/** @typedef {Ended & { numPendingTests: number, numTodoTests: number, testResults: TestFile[] }} Report */

const timesFile = join(repoRoot, 'out', 'test-times.json');
const shownSlowest = 20;

/**
 * @param {string} file as vitest's JSON reporter writes it
 * @returns {Promise<Totals & { faults: readonly Test[] }>} faults: the tests that are rows of the fault matrix
 */
export async function readTotals(file) {
  /** @type {Report} */
  let report;
  try {
    report = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0, failures: [], files: [], faults: [] };
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
    files: report.testResults.map(({ name, startTime, endTime, assertionResults }) => ({
      name: relative(repoRoot, name).replaceAll('\\', '/'),
      seconds: (endTime - startTime) / 1000,
      tests: assertionResults.map(({ fullName, duration = 0 }) => ({ fullName, seconds: duration / 1000 })),
    })),
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
export function survival(rows) {
  const tried = rows.filter(({ status }) => status === 'passed' || status === 'failed');
  const survived = tried.filter(({ status }) => status === 'passed');
  const rest = tried.length < rows.length ? `, ${rows.length - tried.length} skipped` : '';
  return `survived ${survived.length} of ${tried.length}${rest}`;
}

/**
 * The slowest tests, a line each.
 * @param {readonly Timed[]} files
 */
export function slowest(files) {
  return files
    .flatMap(({ name, tests }) => tests.map((test) => ({ ...test, name })))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, shownSlowest)
    .map(({ name, fullName, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${name}: ${fullName}`);
}

/**
 * How long each file of tests took when it last ran, in seconds.
 * @returns {Promise<Record<string, number>>} empty before the first run
 */
export async function readTimes() {
  try {
    return JSON.parse(await readFile(timesFile, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {readonly Timed[]} files */
export async function keepTimes(files) {
  const own = Object.fromEntries(files.map(({ name, seconds }) => [name, seconds]));
  await mkdir(join(repoRoot, 'out'), { recursive: true });
  await writeFile(timesFile, JSON.stringify({ ...(await readTimes()), ...own }));
}
