import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repoRoot } from '../helpers/launch-app';

const folder = join(repoRoot, 'out/vault');
const files = readdirSync(folder).filter((name) => name.endsWith('.cjs'));
const programs = files.map((name) => readFileSync(join(folder, name), 'utf8'));

/** All that work without Electron, without the network, and without another process. */
const wanted = ['node:buffer', 'node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'node:util'];

describe('the program of the vault, as it is built', () => {
  it('asks for no Electron, no network and no other process (audit: the vault imports no Electron)', () => {
    const asked = programs.flatMap((text) =>
      [...text.matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name = '']) => name),
    );
    // It is in parts that ask for one another.
    expect(asked.filter((name) => name.startsWith('./')).length).toBeGreaterThan(3);
    const outside = asked.filter((name) => !files.includes(name.replace('./', '')));
    expect(outside).toContain('node:crypto');
    expect(outside.filter((name) => !wanted.includes(name))).toEqual([]);
  });

  it('asks for nothing by a name that is made up as it runs', () => {
    const made = programs.flatMap(
      (text) => text.match(/(?<![.\w$])(?:require|import)\(\s*[^"'`\s)][^)]{0,40}/g) ?? [],
    );
    expect(made).toEqual([]);
    expect(programs.filter((text) => /createRequire|getBuiltinModule|process\.binding/.test(text))).toEqual(
      [],
    );
  });
});
