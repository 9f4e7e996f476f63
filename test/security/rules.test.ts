import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repoRoot } from '../helpers/launch-app';
import { ruleRows } from '../helpers/rule-rows';
import { titlesIn } from '../helpers/titles-in';

const rows = ruleRows();

describe('main/SECURITY.md', () => {
  it('has a table of rules', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(new Set(rows.map(({ rule }) => rule)).size).toBe(rows.length);
  });

  it.each(rows)('names a test that exists: $rule', ({ cell, tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    expect(cell.split(';')).toHaveLength(tests.length);
    for (const { file, title } of tests) {
      const path = join(repoRoot, file);
      const titles = existsSync(path) ? titlesIn(readFileSync(path, 'utf8')) : [];
      expect(titles).toContain(title);
    }
  });

  it.each(rows)('names a place that exists: $rule', ({ where }) => {
    const places = [...where.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place);
    expect(places.length).toBeGreaterThan(0);
    const missing = places.filter(
      (place) => !['main', '.'].some((folder) => existsSync(join(repoRoot, folder, place))),
    );
    expect(missing).toEqual([]);
  });
});
