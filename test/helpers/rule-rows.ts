import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from './launch-app';

export interface RuleRow {
  readonly rule: string;
  /** As in the table: paths below main/. */
  readonly where: string;
  /** The cell that names the tests. */
  readonly cell: string;
  readonly tests: readonly { readonly file: string; readonly title: string }[];
}

/** The table of main/SECURITY.md. */
export function ruleRows(): readonly RuleRow[] {
  const text = readFileSync(join(repoRoot, 'main/SECURITY.md'), 'utf8').split('## The rules')[1] ?? '';
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, rule = '', where = '', cell = '']) => ({ rule, where, cell, tests: testsIn(cell) }));
}

const testsIn = (cell: string): RuleRow['tests'] =>
  [...cell.matchAll(/`(test\/[^`]+\.test\.tsx?)`: “([^”]+)”/g)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));
