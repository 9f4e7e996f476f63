import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The import table of main/ARCHITECTURE.md: a room, and the rooms it may import from. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'main/shared': [],
  'main/encoding': [],
  'main/parameters': ['main/shared', 'main/encoding'],
  'main/platform': ['main/shared'],
  'main/vault': ['main/shared', 'main/encoding', 'main/platform'],
  'main/aws': ['main/shared'],
  'main/practice': ['main/shared'],
  'main/ceremony': ['main/shared'],
  'main/vendor-card': ['main/shared', 'main/aws'],
  'main/jobs': [
    'main/shared',
    'main/parameters',
    'main/platform',
    'main/vault',
    'main/aws',
    'main/ceremony',
    'main/vendor-card',
  ],
  'main/print': ['main/shared'],
  'main/ipc': ['main/shared', 'main/platform', 'main'],
  main: [
    'main/shared',
    'main/ipc',
    'main/jobs',
    'main/platform',
    'main/print',
    'main/vault',
    'main/aws',
    'main/practice',
  ],
  renderer: ['main/shared'],
};

/** Doors that stand open to one file only: [from, what it may import of that room]. */
const doors: readonly (readonly [string, string, RegExp])[] = [
  ['main/jobs', 'main/vault', /^main\/vault\/(vault-client|messages)\.ts$/],
  ['main/vendor-card', 'main/aws', /^main\/aws\/regions\.ts$/],
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

const imported = /^(?:import|export)\s(?!type\b)[^;]*?from\s*'([^']+)'|^import\s*'([^']+)'/gm;
const importedLater = /\bimport\(\s*'([^']+)'/g;

/** What is loaded together with a file: its imports, but not those of types alone, nor, unless asked for, later ones. */
function loadedBy(file: string, { later = false } = {}, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(imported), ...(later ? text.matchAll(importedLater) : [])];
  for (const [, name = '', bare = name] of found) {
    const next = bare.startsWith('.') ? fileAt(file, bare) : undefined;
    if (next === undefined) seen.add(bare);
    else loadedBy(next, { later }, seen);
  }
  return seen;
}

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

  it('opens the window with nothing but Electron and Node, and not what the page will ask for', () => {
    const loaded = [...loadedBy(join(root, 'main/main.ts'))];
    expect(loaded).toContain(join(root, 'main/window.ts'));
    const packages = loaded.filter((name) => !name.startsWith(root) && !name.startsWith('node:'));
    expect(packages).toEqual(['electron']);
    expect(loaded.filter((name) => /main\/(jobs|aws|ceremony|vault)\/|serve-page|wiring/.test(name))).toEqual(
      [],
    );
  });

  it('loads nothing of the AWS SDK, and no practice AWS, before somebody signs in', () => {
    const loaded = [...loadedBy(join(root, 'main/serve-page.ts'))];
    expect(loaded).toContain(join(root, 'main/jobs/create-and-import.ts'));
    expect(loaded.filter((name) => /^@aws-sdk|^@smithy|proxy-agent|main\/practice/.test(name))).toEqual([]);
    // The same question of the door itself, so that an empty answer above means something.
    expect([...loadedBy(join(root, 'main/aws/sign-in/sign-in-desk.ts'))]).toContain('@aws-sdk/client-sts');
  });

  it('loads nothing of the AWS side for the offline job', () => {
    const loaded = [...loadedBy(join(root, 'main/jobs/wrap-offline.ts'))];
    expect(loaded.filter((name) => /^@aws-sdk|^@smithy|main\/(aws|practice)/.test(name))).toEqual([]);
  });

  it('rehearses a restore without the AWS SDK', () => {
    const loaded = [...loadedBy(join(root, 'main/jobs/custody-desk.ts'))];
    expect(loaded.filter((name) => /^@aws-sdk|^@smithy|main\/practice/.test(name))).toEqual([]);
  });

  it('keeps the AWS SDK in its room, and its types where the practice AWS speaks with it', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => /^@aws-sdk\/|^@smithy\/|proxy-agent/.test(name))
        .filter(
          (name) =>
            roomOf(file) !== 'main/aws' &&
            !(roomOf(file) === 'main/practice' && /^@smithy\/(protocol-http|types)$/.test(name)),
        )
        .map((name) => `${relative(root, file)} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps electron out of the rooms that need none', () => {
    const free = [
      'main/shared',
      'main/encoding',
      'main/parameters',
      'main/jobs',
      'main/aws',
      'main/practice',
      'main/ceremony',
      'main/vendor-card',
      'renderer',
    ];
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

  it('keeps Electron and the network out of all that the vault ever loads (audit: the vault imports no Electron)', () => {
    const loaded = [...loadedBy(join(root, 'main/vault/vault.ts'), { later: true })];
    // It follows imports through other rooms, and those that are made later.
    expect(loaded).toContain(join(root, 'main/platform/save-files.ts'));
    expect(loaded).toContain(join(root, 'main/vault/make-copy.ts'));
    const builtIn = loaded.filter(
      (name) => !name.startsWith(root) && (isBuiltin(name) || name === 'electron'),
    );
    const wanted = ['node:buffer', 'node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'node:util'];
    expect(builtIn.filter((name) => !wanted.includes(name))).toEqual([]);
  });

  it('loads no library for signatures before a signed vendor card has come', () => {
    const loaded = [...loadedBy(join(root, 'main/serve-page.ts'))];
    expect(loaded).toContain(join(root, 'main/vendor-card/card-signature.ts'));
    expect(loaded).not.toContain('jose');
  });

  it('keeps every file under 300 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long.map((file) => relative(root, file))).toEqual([]);
  });
});
