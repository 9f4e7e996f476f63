import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The import table of main/ARCHITECTURE.md: a room, and the rooms it may import from. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'main/shared': [],
  'main/encoding': [],
  'main/parameters': ['main/shared', 'main/encoding'],
  'main/platform': ['main/shared'],
  'main/vault': ['main/shared', 'main/encoding', 'main/platform'],
  'main/jobs': ['main/shared', 'main/parameters', 'main/platform', 'main/vault'],
  'main/ipc': ['main/shared', 'main/platform', 'main'],
  main: ['main/shared', 'main/ipc', 'main/jobs', 'main/platform', 'main/vault'],
  renderer: ['main/shared'],
};

/** Doors that stand open to one file only: [from, what it may import of that room]. */
const doors: readonly (readonly [string, string, RegExp])[] = [
  ['main/jobs', 'main/vault', /^main\/vault\/(client|messages)\.ts$/],
  ['main', 'main/vault', /^main\/vault\/client\.ts$/],
  ['main/ipc', 'main', /^main\/app-protocol\.ts$/],
];

const root = resolve(import.meta.dirname, '../..');
const files = ['main', 'renderer'].flatMap((folder) => sources(join(root, folder)));

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const roomOf = (file: string): string => {
  const parts = relative(root, dirname(file)).split('/');
  return parts[0] === 'renderer' ? 'renderer' : parts.slice(0, 2).join('/');
};

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].flatMap(([, name]) => name ?? []);
}

function fileAt(from: string, name: string): string | undefined {
  const target = resolve(dirname(from), name);
  return files.find((file) => [`${target}.ts`, `${target}.tsx`, target].includes(file));
}

const edges = files.flatMap((from) =>
  importsOf(from)
    .filter((name) => name.startsWith('.'))
    .flatMap((name) => {
      const to = fileAt(from, name);
      return to === undefined ? [] : [{ from, to }];
    }),
);

describe('the house', () => {
  it('has its files where the test looks for them', () => {
    expect(edges.length).toBeGreaterThan(60);
  });

  it('lets imports go one way', () => {
    const wrong = edges.filter(({ from, to }) => {
      const [here, there] = [roomOf(from), roomOf(to)];
      if (here === there) return false;
      const door = doors.find(([room, next]) => room === here && next === there);
      const open = allowed[here]?.includes(there) ?? false;
      return !open || (door !== undefined && !door[2].test(relative(root, to)));
    });
    expect(wrong.map(({ from, to }) => `${relative(root, from)} → ${relative(root, to)}`)).toEqual([]);
  });

  it('has no circle of imports', () => {
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push(
          [...path.slice(path.indexOf(file)), file].map((part) => relative(root, part)).join(' → '),
        );
        return;
      }
      if (done.has(file)) return;
      for (const edge of edges) if (edge.from === file) visit(edge.to, [...path, file]);
      done.add(file);
    };
    const done = new Set<string>();
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('keeps electron out of the rooms that need none', () => {
    const free = ['main/shared', 'main/encoding', 'main/parameters', 'main/jobs', 'renderer'];
    const wrong = files.filter((file) => free.includes(roomOf(file)) && importsOf(file).includes('electron'));
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
  });

  it('keeps electron out of the vault process, whose client alone belongs to main', () => {
    const wrong = files.filter(
      (file) =>
        roomOf(file) === 'main/vault' && !file.endsWith('client.ts') && importsOf(file).includes('electron'),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps every file under 300 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long.map((file) => relative(root, file))).toEqual([]);
  });
});
