import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { licenceList, noticesFile, putNotices } from '../../build/notices.mjs';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'keyferry-notices-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

/** A program that bundles these, as Vite lists them. */
function bundles(program: string, ...packages: readonly object[]): void {
  mkdirSync(join(out, program));
  writeFileSync(join(out, program, licenceList), JSON.stringify(packages));
}

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;
const react = { name: 'react', version: versionOf('react'), identifier: 'MIT', text: 'Text of a licence' };

it('says the licence of each bundled package once, with the notices that travel with it', async () => {
  const kit = '@cloudscape-design/components';
  bundles('main', react);
  bundles('renderer', react, {
    name: kit,
    version: versionOf(kit),
    identifier: 'Apache-2.0',
    text: 'Apache',
  });
  await putNotices(out, ['main', 'renderer']);
  const notices = readFileSync(join(out, noticesFile), 'utf8');
  expect(notices.match(/^react /gm)).toHaveLength(1);
  expect(notices).toContain('Text of a licence');
  expect(notices).toContain(readFileSync(join('node_modules', kit, 'NOTICE'), 'utf8').trim());
});

it.each([
  ['a licence that is not allowed', { ...react, identifier: 'GPL-3.0-only' }, /not allowed: GPL-3\.0-only/],
  ['no licence', { ...react, identifier: undefined }, /not allowed: none/],
  ['no text', { ...react, text: undefined }, /no text of its licence/],
  ['a version that is not locked', { ...react, version: '0.0.1' }, /not in the lock file/],
])('refuses a package with %s', async (_what, entry, message) => {
  bundles('main', entry);
  await expect(putNotices(out, ['main'])).rejects.toThrow(message);
});
