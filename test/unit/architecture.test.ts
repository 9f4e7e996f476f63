import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guardedPackages, rooms } from '../../build/rooms.mjs';

const root = resolve(import.meta.dirname, '../..');
const files = ['main', 'renderer'].flatMap((folder) => sources(join(root, folder)));

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const pathOf = (file: string): string => relative(root, file).replace(/\.tsx?$/, '');

/** The room of a file: the longest folder that is one. */
function roomOf(file: string): (typeof rooms)[number] {
  const found = rooms
    .filter(({ room }) => pathOf(file).startsWith(`${room}/`))
    .sort((one, other) => other.room.length - one.room.length)[0];
  if (found === undefined) throw new Error(`No room: ${file}`);
  return found;
}

const imported = /^(?:import|export)\s(?!type\b)[^;]*?from\s*'([^']+)'|^import\s*'([^']+)'/gm;
const importedLater = /\bimport\(\s*'([^']+)'/g;

/**
 * What is loaded together with a file: its imports, but not those of types alone, nor, unless asked for, later ones.
 */
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

interface Import {
  readonly name: string;
  readonly isOfTypes: boolean;
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/^(?:(import|export)( type)?\b[^;']*?\bfrom|.*?\bimport\()\s*'([^']+)'/gm);
  return [...found].map(([, , type, name = '']) => ({ name, isOfTypes: type !== undefined }));
}

function fileAt(from: string, name: string): string | undefined {
  const target = resolve(dirname(from), name);
  return files.find((file) => [`${target}.ts`, `${target}.tsx`, target].includes(file));
}

const edges = files.flatMap((from) =>
  importsOf(from)
    .filter(({ name }) => name.startsWith('.'))
    .flatMap(({ name, isOfTypes }) => {
      const to = fileAt(from, name);
      return to === undefined ? [] : [{ from, to, isOfTypes }];
    }),
);

describe('the house', () => {
  it('has its files where the test looks for them', () => {
    expect(edges.length).toBeGreaterThan(60);
  });

  it('lets imports go one way', () => {
    const wrong = edges.filter(({ from, to, isOfTypes }) => {
      const [here, there] = [roomOf(from), roomOf(to)];
      if (here === there) return false;
      const { may, types = [], doors = {} } = here;
      const door = doors[there.room];
      const isOpen = may.includes(there.room) || (isOfTypes && types.includes(there.room));
      return !isOpen || (door !== undefined && !door.includes(pathOf(to)));
    });
    expect(wrong.map(({ from, to }) => `${pathOf(from)} → ${pathOf(to)}`)).toEqual([]);
  });

  it('names no room in a rule that is not there, and orders the rooms so that imports go up', () => {
    const names = rooms.map(({ room }) => room);
    const known = [...names, 'renderer/styles'];
    expect(
      rooms.flatMap(({ may, types = [] }) => [...may, ...types]).filter((name) => !known.includes(name)),
    ).toEqual([]);
    const upward = rooms.flatMap(({ room, may }) =>
      may.filter((other) => names.indexOf(other) > names.indexOf(room)).map((other) => `${room} → ${other}`),
    );
    // The door that ipc/ has to the main files is for one of them.
    expect(upward).toEqual(['main/ipc → main']);
  });

  it('keeps guarded packages in the rooms that name them', () => {
    const isAmong = (name: string, list: readonly string[]): boolean =>
      list.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry));
    const wrong = files.flatMap((file) => {
      const { packages = [], besides = {} } = roomOf(file);
      const open = [...packages, ...(besides[pathOf(file)] ?? [])];
      return importsOf(file)
        .filter(({ name }) => isAmong(name, guardedPackages) && !isAmong(name, open))
        .map(({ name }) => `${pathOf(file)} → ${name}`);
    });
    expect(wrong).toEqual([]);
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
    expect(
      loaded.filter((name) => /main\/(jobs|aws|records|custody|run|vault)\/|serve-page|wiring/.test(name)),
    ).toEqual([]);
  });

  it('loads nothing of the AWS SDK, and no practice AWS, before somebody signs in', () => {
    const loaded = [...loadedBy(join(root, 'main/serve-page.ts'))];
    expect(loaded).toContain(join(root, 'main/jobs/create-and-import.ts'));
    expect(loaded.filter((name) => /^@aws-sdk|^@smithy|proxy-agent|main\/practice/.test(name))).toEqual([]);
    // The same question of the door itself, so that an empty answer above means something.
    expect([...loadedBy(join(root, 'main/aws/sign-in/sessions.ts'))]).toContain('@aws-sdk/client-sts');
  });

  it('loads nothing of the AWS side for the offline job', () => {
    const loaded = [...loadedBy(join(root, 'main/jobs/wrap-offline.ts'))];
    expect(loaded.filter((name) => /^@aws-sdk|^@smithy|main\/(aws|practice)/.test(name))).toEqual([]);
  });

  it('rehearses a restore without the AWS SDK', () => {
    const loaded = [...loadedBy(join(root, 'main/custody/custody.ts'))];
    expect(loaded.filter((name) => /^@aws-sdk|^@smithy|main\/practice/.test(name))).toEqual([]);
  });

  it('keeps Electron and the network out of all that the vault ever loads (audit: the vault imports no Electron)', () => {
    const loaded = [...loadedBy(join(root, 'main/vault/vault.ts'), { later: true })];
    // It follows imports through other rooms, and those that are made later.
    expect(loaded).toContain(join(root, 'main/platform/files/save-files.ts'));
    expect(loaded).toContain(join(root, 'main/vault/copies/make-copy.ts'));
    const builtIn = loaded.filter(
      (name) => !name.startsWith(root) && (isBuiltin(name) || name === 'electron'),
    );
    const wanted = ['node:buffer', 'node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'node:util'];
    expect(builtIn.filter((name) => !wanted.includes(name))).toEqual([]);
  });

  it('loads no library for signatures before a signed receiver card has come', () => {
    const loaded = [...loadedBy(join(root, 'main/serve-page.ts'))];
    expect(loaded).toContain(join(root, 'main/receivers/card-signature.ts'));
    expect(loaded).not.toContain('jose');
  });

  it('keeps every file under 300 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long.map((file) => relative(root, file))).toEqual([]);
  });
});
