import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const folder = resolve(import.meta.dirname, '../demo');

/** A file and all that it imports from this repository. */
function importedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/ from '(\.[^']+)'/g)) {
    const name = ['.ts', '.tsx'].map((end) => join(dirname(file), `${path}${end}`)).find(existsSync);
    if (name !== undefined) importedWith(name, seen);
  }
  return seen;
}

it('the demo, which makes the pictures of the manual, uses nothing that only a test can use', () => {
  const files = readdirSync(folder).flatMap((name) => [...importedWith(join(folder, name))]);
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => readFileSync(file, 'utf8').includes(" from 'vitest'"))).toEqual([]);
});
