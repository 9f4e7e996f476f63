import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/accessibility.md'), 'utf8');
const named = [...page.matchAll(/`([\w./-]+\.test\.tsx?)`\s+“([^”]+)”/g)].map(
  ([, file = '', title = '']) => ({
    file: file.startsWith('test/') ? file : `test/e2e/${file}`,
    title: title.replaceAll(/\s+/g, ' '),
  }),
);

it('the page on accessibility names tests that exist', () => {
  expect(named.length).toBeGreaterThan(20);
  const missing = named.filter(
    ({ file, title }) => !readFileSync(join(root, file), 'utf8').includes(`'${title}'`),
  );
  expect(missing).toEqual([]);
});
