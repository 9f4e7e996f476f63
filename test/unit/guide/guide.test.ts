import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, pageOf, readGuide } from '../../../build/guide.mjs';
import { helpPages } from '../../../renderer/words/guide/help-pages';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'docs/guide');
const files = readdirSync(folder).map((name) => join(folder, name));
const read = (path: string): string => readFileSync(path, 'utf8');

/** Paths of the files below a folder of the repository that end so. */
const below = (place: string, ending: string): readonly string[] =>
  readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(place, name));

/** All that pages link to or show: the file that says it, and what it says. */
const links = files.flatMap((file) =>
  [...read(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => ({ file, href })),
);

const anchorsIn = (path: string): readonly string[] => anchorsOf(read(path)).map(({ id }) => id);

function isThere({ file, href }: (typeof links)[number]): boolean {
  const [path = '', heading] = href.split('#');
  const target = path === '' ? file : resolve(dirname(file), path);
  return existsSync(target) && (heading === undefined || anchorsIn(target).includes(heading));
}

describe('the guide', () => {
  it('has only links that lead somewhere, and pictures that are there', () => {
    expect(links.length).toBeGreaterThan(150);
    const known = new Map<string, boolean>();
    const isGood = (link: (typeof links)[number]): boolean => {
      const key = `${link.href.startsWith('#') ? link.file : ''}${link.href}`;
      const answer = known.get(key) ?? isThere(link);
      known.set(key, answer);
      return answer;
    };
    expect(links.filter((link) => !isGood(link)).map(({ file, href }) => `${file}: ${href}`)).toEqual([]);
    expect(isThere({ file: join(folder, 'README.md'), href: 'sign-in.md#no-such-heading' })).toBe(false);
    expect(isThere({ file: join(folder, 'README.md'), href: 'no-such-page.md' })).toBe(false);
  });

  it('leads from its first page to every other one', () => {
    const first = read(join(folder, 'README.md'));
    const missing = readdirSync(folder).filter(
      (name) => name !== 'README.md' && !first.includes(`](${name})`),
    );
    expect(missing).toEqual([]);
  });

  it('prints in bold only what stands on the screen, letter by letter', () => {
    const sources = [...below('renderer/words', '.ts'), 'main/menu.ts', 'main/shared/file-names.ts'];
    const shown = new Set([
      'Next',
      ...sources.flatMap((source) =>
        [...read(join(root, source)).matchAll(/'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"/g)].map(
          ([, single, double]) => single ?? double ?? '',
        ),
      ),
    ]);
    const bold = files
      .filter((file) => !file.endsWith('troubleshooting.md'))
      .flatMap((file) =>
        [...read(file).matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words.replaceAll(/\s+/g, ' ')),
      );
    expect(bold.length).toBeGreaterThan(100);
    expect([...new Set(bold)].filter((words) => !shown.has(words))).toEqual([]);
  });

  it('keeps each page short enough to be read standing up', () => {
    const long = files.filter(
      (file) => !file.endsWith('troubleshooting.md') && read(file).split(/\s+/).length > 700,
    );
    expect(long).toEqual([]);
  });
});

describe('F1', () => {
  it.each(Object.entries(helpPages))('leads from the screen %s to %s, which exists', (_screen, place) => {
    const [page = '', heading] = place.split('#');
    const path = join(folder, `${page}.md`);
    expect(existsSync(path)).toBe(true);
    if (heading !== undefined) expect(anchorsIn(path)).toContain(heading);
  });

  it('knows where it is on every screen that has a title', () => {
    const screens = below('renderer', '.tsx')
      .map((file) => ({ file, text: read(join(root, file)) }))
      .filter(({ text }) => /\buseScreenTitle\(/.test(text));
    expect(screens.length).toBeGreaterThan(8);
    expect(screens.filter(({ text }) => !/\buseHelp\(/.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe('the pages in the app', () => {
  it('are those of docs/guide, with links that lead from one to the other', async () => {
    const pages = await readGuide();
    expect(pages.map(({ id }) => `${id}.md`).sort()).toEqual(readdirSync(folder).sort());
    expect(pages[0]?.id).toBe('README');
    const inApp = new Set(
      pages.flatMap(({ id, blocks }) => [
        id,
        ...blocks.flatMap((block) => (block.is === 'heading' ? [`${id}#${block.id}`] : [])),
      ]),
    );
    const places = [...JSON.stringify(pages).matchAll(/"is":"link","to":"([^"]+)"/g)].map(
      ([, to = '']) => to,
    );
    expect(places.length).toBeGreaterThan(150);
    expect(places.filter((place) => !inApp.has(place))).toEqual([]);
  });

  it('are plain text: Markdown that would be HTML does not build', () => {
    expect(() => pageOf('x', '# T\n\n<img src=x onerror=alert(1)>')).toThrow('cannot show');
    expect(() => pageOf('x', '# T\n\nText <b>bold</b>')).toThrow('cannot show');
    expect(JSON.stringify(pageOf('x', '# T\n\nA & B < C \\* "D"').blocks)).toContain(String.raw`A & B < C `);
  });
});
