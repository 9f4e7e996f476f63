import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutations } from '../../build/mutations.mjs';
import { repoRoot } from '../helpers/launch-app';
import { ruleRows } from '../helpers/rule-rows';
import { titlesIn } from '../helpers/titles-in';

/** Rows of the security audit of 27 November 2026. */
const auditRows = 14;

const folder = join(repoRoot, 'test');
const titles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .flatMap((name) => titlesIn(readFileSync(join(folder, name), 'utf8')));

describe('the security audit', () => {
  it.each(Array.from({ length: auditRows }, (_, at) => at + 1))('has a test of its row %i', (row) => {
    expect(titles.filter((title) => title.includes(`(audit ${row})`)).length).toBeGreaterThan(0);
  });
});

describe('a rule that npm run mutate breaks', () => {
  it.each(mutations)('is a row of main/SECURITY.md, which names its test: $rule', ({ rule, test }) => {
    const row = ruleRows().find((each) => each.rule === rule);
    expect(row?.tests).toContainEqual(test);
  });
});
