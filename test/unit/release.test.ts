import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDigest } from '../../build/build-digest.mjs';
import { notesOf } from '../../build/release-notes.mjs';
import { buildSha256 } from '../../main/platform/build-sha256';

describe('the number beside a release', () => {
  it('is the one that the app writes into its records', async () => {
    const out = mkdtempSync(join(tmpdir(), 'keyferry-out-'));
    for (const [path, text] of [
      ['main/main.cjs', 'one'],
      ['preload/preload.cjs', 'two'],
      ['renderer/assets/app.js', 'three'],
      ['renderer/index.html', 'four'],
      ['vault/vault.cjs', 'five'],
      ['THIRD-PARTY-NOTICES.txt', 'not a program'],
    ] as const) {
      mkdirSync(join(out, path, '..'), { recursive: true });
      writeFileSync(join(out, path), text);
    }
    const digest = await buildDigest(out);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(digest).toBe(await buildSha256(out));
    writeFileSync(join(out, 'renderer/assets/app.js'), 'changed');
    expect(await buildDigest(out)).not.toBe(digest);
  });
});

describe('the notes of a release', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n- soon\n\n## [0.2.0] - 2026-12-01\n\n- new\n\n## [0.1.0]\n\n- old\n';

  it('are what the changelog says of that version', () => {
    expect(notesOf(changelog, '0.2.0')).toBe('- new');
    expect(notesOf(changelog, '0.1.0')).toBe('- old');
  });

  it('are missing where it says nothing, so that nothing is released', () => {
    expect(notesOf(changelog, '0.3.0')).toBeUndefined();
    expect(notesOf('## [0.4.0]\n\n## [0.3.0]\n- x', '0.4.0')).toBeUndefined();
  });
});
