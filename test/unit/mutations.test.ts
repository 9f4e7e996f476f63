import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutations } from '../../build/mutations.mjs';
import { titlesIn } from '../helpers/titles-in';

const textOf = (file: string): string => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');

describe('the mutations of npm run mutate', () => {
  it('are twenty or more, each of a text of its own', () => {
    expect(mutations.length).toBeGreaterThanOrEqual(20);
    expect(new Set(mutations.map(({ file, find }) => `${file} ${find}`)).size).toBe(mutations.length);
  });

  it.each(mutations)('still apply, and name a test that exists: $rule', ({ file, find, replace, test }) => {
    expect(file).toMatch(/^(main|renderer)\//);
    expect(textOf(file).split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
    expect(titlesIn(textOf(test.file))).toContain(test.title);
  });
});
