import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repoRoot } from '../helpers/launch-app';

/** The table of main/SECURITY.md: [rule, where, test]. */
const rows = (readFileSync(join(repoRoot, 'main/SECURITY.md'), 'utf8').split('## The rules')[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, rule = '', where = '', test = '']) => ({ rule, where, test }));

const named = (cell: string): readonly { file: string; title: string }[] =>
  [...cell.matchAll(/`(test\/[^`]+\.test\.tsx?)`: “([^”]+)”/g)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));

describe('main/SECURITY.md', () => {
  it('has a table of rules', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(new Set(rows.map(({ rule }) => rule)).size).toBe(rows.length);
  });

  it.each(rows)('names a test that exists: $rule', ({ test }) => {
    const tests = named(test);
    expect(tests.length).toBeGreaterThan(0);
    expect(test.split(';')).toHaveLength(tests.length);
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

/** The first argument of each `it(…)` and `it.each(…)(…)`, where it is a plain text. */
function titlesIn(source: string): readonly string[] {
  const texts = [...source.matchAll(/\bit(?:\.\w+)*\((?:[^'"]*\)\()?\s*(['"])((?:\\.|(?!\1).)*)\1/g)];
  const afterEach = [...source.matchAll(/\)\(\s*(['"])((?:\\.|(?!\1).)*)\1,\s*(?:async )?\(/g)];
  return [...texts, ...afterEach].map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1'));
}
