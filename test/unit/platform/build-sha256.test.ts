import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSha256 } from '../../../main/platform/build-sha256';

function newBuild(): string {
  const out = mkdtempSync(join(tmpdir(), 'keyferry-build-'));
  for (const folder of ['main', 'preload', 'renderer/assets', 'vault']) {
    mkdirSync(join(out, folder), { recursive: true });
    writeFileSync(join(out, folder, 'a.cjs'), folder);
  }
  writeFileSync(join(out, 'built-from.json'), out);
  return out;
}

describe('the hash of a build', () => {
  it('is over path, length and bytes of each compiled file, and of nothing beside them', async () => {
    const said = ['main', 'preload', 'renderer/assets', 'vault'].map(
      (folder) => `${folder}/a.cjs\0${folder.length}\0${folder}`,
    );
    expect(await buildSha256(newBuild())).toBe(createHash('sha256').update(said.join('')).digest('hex'));
  });

  it('is the same wherever the build lies, and another once a file is changed, added or renamed', async () => {
    const out = newBuild();
    const before = await buildSha256(out);
    const copy = join(newBuild(), 'elsewhere');
    cpSync(out, copy, { recursive: true });
    expect(await buildSha256(copy)).toBe(before);
    writeFileSync(join(out, 'vault/b.cjs'), '');
    const added = await buildSha256(out);
    renameSync(join(out, 'vault/b.cjs'), join(out, 'vault/c.cjs'));
    const renamed = await buildSha256(out);
    writeFileSync(join(copy, 'main/a.cjs'), 'mai\u006f');
    expect(new Set([before, added, renamed, await buildSha256(copy)]).size).toBe(4);
  });
});
