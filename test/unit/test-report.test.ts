import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTotals, slowest, survival } from '../../build/test-report.mjs';

const file = (name: string, status: string, tests: object[]) => ({
  name: resolve(import.meta.dirname, '..', name),
  status,
  message: 'it does not load',
  startTime: 1000,
  endTime: 3500,
  assertionResults: tests,
});

function reported(): string {
  const report = {
    numPassedTests: 2,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      file('unit/quick.test.ts', 'passed', [
        { title: 'F-01 a row', fullName: 'faults F-01 a row', status: 'passed', duration: 20 },
        { title: 'is quick', fullName: 'it is quick', status: 'passed', duration: 5 },
      ]),
      file('unit/slow.test.ts', 'failed', [
        {
          title: 'F-L2 another',
          fullName: 'faults F-L2 another',
          status: 'failed',
          duration: 1900,
          failureMessages: ['expected 1 to be 2\n    at a line'],
        },
      ]),
      file('unit/broken.test.ts', 'failed', []),
    ],
  };
  const path = join(mkdtempSync(join(tmpdir(), 'keyferry-report-')), 'unit.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}

describe('what npm test says at its end', () => {
  it('counts a file that does not load as failed, and names each failure with its first line', async () => {
    const { passed, failed, skipped, failures } = await readTotals(reported());
    expect({ passed, failed, skipped }).toEqual({ passed: 2, failed: 2, skipped: 1 });
    expect(failures).toEqual([
      'test/unit/broken.test.ts: the whole file: it does not load',
      'test/unit/slow.test.ts: faults F-L2 another: expected 1 to be 2',
    ]);
  });

  it('lists the slowest tests first, and sums up the rows of the fault matrix', async () => {
    const { files, faults } = await readTotals(reported());
    expect(slowest(files).map((line) => line.trim())).toEqual([
      '1.9 s  test/unit/slow.test.ts: faults F-L2 another',
      '0.0 s  test/unit/quick.test.ts: faults F-01 a row',
      '0.0 s  test/unit/quick.test.ts: it is quick',
    ]);
    expect(survival(faults)).toBe('survived 1 of 2');
  });
});
