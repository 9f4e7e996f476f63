import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repoRoot } from './launch-app';

export interface AppCopy {
  readonly folder: string;
  /** Adds or replaces a file, readable by everybody. */
  readonly write: (path: string, contents: string) => void;
  readonly remove: () => void;
}

/** A copy of the built app that any user may read, and that a test may add files to. */
export function copyApp(): AppCopy {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-app-'));
  for (const part of ['package.json', 'out/main', 'out/vault', 'out/preload', 'out/renderer']) {
    cpSync(join(repoRoot, part), join(folder, part), { recursive: true });
  }
  openUp(folder);
  return {
    folder,
    write: (path, contents) => {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, contents);
      openUp(folder);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function openUp(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
}
