// Turns the pages of docs/guide into plain data for the app's own help. Nothing of Markdown is left when the app runs, and no
// page can bring HTML into it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lexer } from 'marked';
import { repoRoot } from './run.mjs';

/** @typedef {import('marked').Token} Token */
/** @typedef {import('marked').Tokens.Table} Table */
/** @typedef {import('marked').Tokens.List} List */
/** @typedef {import('marked').Tokens.Heading} Heading */
/** @typedef {string | { is: 'strong' | 'em' | 'code', of: Inline[] } | { is: 'link', to: string, of: Inline[] }} Inline */
/** @typedef {{ is: 'heading', level: number, id: string, of: Inline[] }} HeadingBlock */
/** @typedef {{ is: 'list', ordered: boolean, items: Block[][] }} ListBlock */
/** @typedef {{ is: 'table', head: Inline[][], rows: Inline[][][] }} TableBlock */
/** @typedef {HeadingBlock | { is: 'text', of: Inline[] } | ListBlock | TableBlock} Block */
/** @typedef {{ id: string, title: string, blocks: Block[] }} Page as renderer/guide/page-data.ts has it */

const folder = join(repoRoot, 'docs', 'guide');
const moduleName = 'virtual:guide';

/**
 * Gives the page a module with all of the guide.
 * @returns {import('vite').Plugin}
 */
export function guideModule() {
  return {
    name: 'guide',
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : undefined),
    load: async (id) => {
      if (id !== `\0${moduleName}`) return undefined;
      // A long text is parsed faster as JSON than as a script.
      return `export const pages = JSON.parse(${JSON.stringify(JSON.stringify(await readGuide()))});`;
    },
  };
}

/** @returns {Promise<Page[]>} in the order of the links on the first page; those that it does not name come last */
export async function readGuide() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const first = await readFile(join(folder, 'README.md'), 'utf8');
  const place = (/** @type {string} */ name) =>
    name === 'README.md' ? -1 : first.indexOf(`(${name})`) >>> 0;
  names.sort((one, other) => place(one) - place(other));
  return await Promise.all(
    names.map(async (name) =>
      pageOf(name.slice(0, -'.md'.length), await readFile(join(folder, name), 'utf8')),
    ),
  );
}

/**
 * @param {string} id
 * @param {string} markdown
 * @returns {Page}
 */
export function pageOf(id, markdown) {
  const tokens = lexer(markdown);
  const title = tokens.find(isHeading)?.text;
  if (title === undefined) throw new Error(`docs/guide/${id}.md has no title.`);
  const slugs = new Map();
  const blocks = tokens.flatMap((token) => blockOf(token, slugs, id));
  return { id, title, blocks: blocks.filter((block) => block.is !== 'heading' || block.level > 1) };
}

/**
 * @param {string} markdown
 * @returns {{ id: string, level: number }[]} what a link can lead to, as GitHub names it
 */
export function anchorsOf(markdown) {
  const slugs = new Map();
  return lexer(markdown)
    .filter(isHeading)
    .map((token) => ({ id: slugOf(plain(inlinesOf(token.tokens, '')), slugs), level: token.depth }));
}

/** @type {(token: Token) => token is Heading} */
const isHeading = (token) => token.type === 'heading';

/**
 * @param {string} text
 * @param {Map<string, number>} seen
 */
function slugOf(text, seen) {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
  const times = seen.get(slug) ?? 0;
  seen.set(slug, times + 1);
  return times === 0 ? slug : `${slug}-${times}`;
}

/**
 * @param {Token} token
 * @param {Map<string, number>} slugs
 * @param {string} page
 * @returns {Block[]}
 */
function blockOf(token, slugs, page) {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading': {
      const of = inlinesOf(token.tokens ?? [], page);
      return [{ is: 'heading', level: token['depth'], id: slugOf(plain(of), slugs), of }];
    }
    case 'paragraph':
    case 'text': {
      const of = inlinesOf(token.tokens ?? [token], page);
      // In the app the screen itself is beside the page, so pictures of it are left out.
      return of.length === 0 ? [] : [{ is: 'text', of }];
    }
    case 'list': {
      const { ordered, items } = /** @type {List} */ (token);
      const box = (/** @type {boolean} */ isTask) => (isTask ? '☐ ' : '');
      return [
        {
          is: 'list',
          ordered,
          items: items.map(({ tokens, task }) =>
            tokens
              .filter(({ type }) => type !== 'checkbox')
              .flatMap((each) => blockOf(each, slugs, page))
              .map((block, at) =>
                at === 0 && block.is === 'text' && task ? { ...block, of: [box(task), ...block.of] } : block,
              ),
          ),
        },
      ];
    }
    case 'table': {
      const { header, rows } = /** @type {Table} */ (token);
      const cell = (/** @type {{ tokens: Token[] }} */ { tokens }) => inlinesOf(tokens, page);
      return [{ is: 'table', head: header.map(cell), rows: rows.map((row) => row.map(cell)) }];
    }
    default:
      throw new Error(`docs/guide/${page}.md has what the app cannot show: ${token.type}, ${token.raw}`);
  }
}

/**
 * @param {readonly Token[]} tokens
 * @param {string} page
 * @returns {Inline[]}
 */
function inlinesOf(tokens, page) {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case 'text':
        return token.tokens ? inlinesOf(token.tokens, page) : [readable(token['text'])];
      case 'escape':
        return [token['text']];
      case 'strong':
      case 'em':
        return [{ is: token.type, of: inlinesOf(token.tokens ?? [], page) }];
      case 'codespan':
        return [{ is: 'code', of: [token['text']] }];
      case 'link': {
        const of = inlinesOf(token.tokens ?? [], page);
        const to = inGuide(token['href'], page);
        return to === undefined ? of : [{ is: 'link', to, of }];
      }
      case 'image':
        return [];
      default:
        throw new Error(`docs/guide/${page}.md has what the app cannot show: ${token.type}, ${token.raw}`);
    }
  });
}

/** A line break in the source is none on the page. */
const readable = (/** @type {string} */ text) => text.replaceAll('\n', ' ');

/**
 * @param {string} href
 * @param {string} page
 * @returns {string | undefined} `page#heading`; undefined for what only the repository has
 */
function inGuide(href, page) {
  const [, name = '', heading] = /^(?:([a-z-]+|README)\.md)?(#.+)?$/.exec(href) ?? [];
  if (name === '' && heading === undefined) return undefined;
  return `${name === '' ? page : name}${heading ?? ''}`;
}

/**
 * @param {readonly Inline[]} of
 * @returns {string}
 */
const plain = (of) => of.map((one) => (typeof one === 'string' ? one : plain(one.of))).join('');
