// The text of docs/guide/troubleshooting.md, made of the words that the app shows.
import { format } from 'prettier';
import { anchorsOf } from './guide.mjs';

/** @typedef {{ title: string, meaning: string, next: string }} Words */
/** @typedef {Readonly<Record<string, (facts: Record<string, never>, now: Date) => Words>>} Texts by code */
/** @typedef {Readonly<Record<string, string>>} CodeTable a code by what AWS calls the error */

/** Headings of the page, in its order, each with the areas of the codes below it. */
const chapters = /** @type {const} */ ([
  ['Signing in', ['credentials', 'browserSignIn', 'session']],
  ['The way to AWS', ['network']],
  ['What AWS answers', ['aws', 'kms']],
  ['The receiver and its card', ['receiver', 'card']],
  [
    'The key, and what is done with it',
    ['key', 'plan', 'policy', 'grant', 'run', 'act', 'reimport', 'rotate', 'verify'],
  ],
  ['Copies and shares', ['copy']],
  ['Key material', ['material']],
  ['Import parameters', ['zip', 'bundle', 'wrappingKey', 'parameters']],
  ['Wrapping, and the way back', ['wrap', 'package']],
  ['Files and saving', ['file', 'save', 'print']],
  ['Records', ['record']],
  ['Settings by the organisation', ['organisation']],
  ['Notes of unfinished work, and the app itself', ['journal', 'release', 'job', 'ipc', 'internal']],
]);

const opening = `# Troubleshooting

Every message of Keyferry says what happened, whether AWS was changed, and the one thing to do next. This page has them all. Look
for the title on the screen, for the code under “Technical details”, or for what AWS calls the error.

If that does not help: [save a report for support](support.md).`;

/**
 * @param {Texts} texts
 * @param {readonly CodeTable[]} tables
 * @returns {Promise<string>} Markdown
 */
export async function troubleshootingPage(texts, tables) {
  const now = new Date(0);
  const entries = Object.entries(texts).map(([code, words]) => ({ code, ...words({}, now) }));
  const rest = new Set(entries.map(({ code }) => areaOf(code)));
  for (const area of chapters.flatMap(([, areas]) => areas)) rest.delete(area);
  if (rest.size > 0) throw new Error(`No chapter has the codes of: ${[...rest].join(', ')}`);
  /** @type {Map<string, Set<string>>} */
  const codesByName = new Map();
  for (const [name, code] of tables.flatMap((table) => Object.entries(table))) {
    codesByName.set(name, (codesByName.get(name) ?? new Set()).add(code));
  }
  const namesOf = (/** @type {string} */ code) =>
    [...codesByName].flatMap(([name, codes]) => (codes.has(code) ? [name] : [])).sort();
  const parts = chapters.map(([title, areas]) => {
    const own = entries.filter(({ code }) => areas.some((area) => area === areaOf(code)));
    return [`## ${title}`, ...own.map((entry) => entryText(entry, namesOf(entry.code)))].join('\n\n');
  });
  const body = parts.join('\n\n');
  const anchors = anchorsOf(`${opening}\n\n${indexTitle}\n\n${body}`);
  const anchorByCode = new Map(
    chapters
      .flatMap(([, areas]) =>
        entries.filter(({ code }) => areas.some((area) => area === areaOf(code))).map(({ code }) => code),
      )
      .map((code, index) => [code, anchors.filter(({ level }) => level === 3)[index]?.id]),
  );
  const rows = [...codesByName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, codes]) => {
      const links = [...codes].map((code) => {
        const title = entries.find((entry) => entry.code === code)?.title ?? code;
        return `[${title}](#${anchorByCode.get(code)})`;
      });
      return `| \`${name}\` | ${links.join('; ')} |`;
    });
  const index = `${indexTitle}\n\n| AWS says | Keyferry says |\n| --- | --- |\n${rows.join('\n')}`;
  return await format(`${opening}\n\n${index}\n\n${body}\n`, { parser: 'markdown', printWidth: 110 });
}

const indexTitle = '## By the name that AWS gives';

const areaOf = (/** @type {string} */ code) => code.slice(0, code.indexOf('.'));

/**
 * @param {Words & { code: string }} entry
 * @param {readonly string[]} names
 */
function entryText({ code, title, meaning, next }, names) {
  const aws = names.length === 0 ? '' : `. AWS calls it ${names.map((name) => `\`${name}\``).join(', ')}`;
  return `### ${escaped(title)}\n\n${escaped(meaning)}\n\n${escaped(next)}\n\nCode \`${code}\`${aws}.`;
}

/** Words of the screen are no Markdown. */
const escaped = (/** @type {string} */ text) => text.replaceAll(/[\\*_`[\]<>|#]/g, String.raw`\$&`);
