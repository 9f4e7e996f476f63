import { parseStrictJson } from '../strict-json';
import { Refused } from './fault';

/** What is JSON in a text, and whether there were comments or words besides. */
interface Pasted {
  readonly values: readonly unknown[];
  readonly hasOther: boolean;
}

/**
 * All JSON in a text that was copied from a web page or a mail: with prose, comments (also with `#`) and a markdown
 * fence around it, commas at the end of a list, quotes and spaces as word processors set them, and HTML entities.
 *
 * @throws Refused syntax, depth, duplicate, cutShort. SECURITY: what has quotes in it and is not JSON is refused and
 *   never passed over, so that no half of a statement is taken for the whole.
 */
export function pastedJson(text: string): Pasted {
  const tidy = plainCharacters(text);
  const values: unknown[] = [];
  let hasOther = false;
  let at = 0;
  while (at < tidy.length) {
    const comment = commentAt(tidy, at);
    if (comment > 0) {
      hasOther = true;
      at += comment;
    } else if (/[{[]/.test(tidy.charAt(at))) {
      const { json, hasComment, end } = bracketsAt(tidy, at);
      // `[1]`, `{org}`, `[a link](…)`: prose.
      const isJson = json.includes('"');
      if (isJson) values.push(parsed(json));
      if (hasComment || !isJson) hasOther = true;
      at = end;
    } else if (/[}\]]/.test(tidy.charAt(at))) {
      throw new Refused('cutShort', tidy.charAt(at));
    } else {
      const words = matchAt(otherWords, tidy, at);
      if (words !== '' && !/^(?:json|Statement)$/.test(words)) hasOther = true;
      at += Math.max(words.length, 1);
    }
  }
  return { values, hasOther };
}

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  '#x22': '"',
  apos: "'",
  '#39': "'",
  amp: '&',
  '#38': '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  '#160': ' ',
};

// One pass, so that nothing is decoded twice.
const plainCharacters = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/&(#?\w{2,4});/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/\r\n?/g, '\n');

const lineComment = /(?:\/\/|#)[^\n]*/y;

/** The length of a comment outside JSON. There, `//` and `#` count at the start of a line only: prose has addresses. */
function commentAt(text: string, at: number): number {
  const block = blockComment(text, at).length;
  if (block > 0 || !/[/#]/.test(text.charAt(at))) return block;
  const isFirst = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
  return isFirst ? matchAt(lineComment, text, at).length : 0;
}

// Not an expression: on comments without an end, one would take the square of the length.
function blockComment(text: string, at: number): string {
  if (!text.startsWith('/*', at)) return '';
  const end = text.indexOf('*/', at + 2);
  return end === -1 ? '' : text.slice(at, end + 2);
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

// `json` begins a fence, and `"Statement": [` a member that was copied without its policy.
const otherWords = /[\p{L}\p{N}_]+/uy;

const space = /\s+/y;
const stringToken = /"(?:[^"\\\n]|\\.)*"/y;

/** What is between a bracket and the one that closes it, without comments and without commas before a bracket. */
function bracketsAt(
  text: string,
  start: number,
): { readonly json: string; readonly hasComment: boolean; readonly end: number } {
  let json = '';
  let hasComment = false;
  let depth = 0;
  let comma = '';
  for (let at = start; at < text.length;) {
    const gap = matchAt(space, text, at) || matchAt(lineComment, text, at) || blockComment(text, at);
    if (gap !== '') {
      if (gap.trim() !== '') hasComment = true;
      json += ' ';
      at += gap.length;
      continue;
    }
    const token = matchAt(stringToken, text, at) || text.charAt(at);
    at += token.length;
    const closes = /^[}\]]$/.test(token);
    if (!closes) json += comma;
    comma = token === ',' ? token : '';
    if (token !== ',') json += token;
    depth += /^[{[]$/.test(token) ? 1 : closes ? -1 : 0;
    if (depth === 0) return { json, hasComment, end: at };
  }
  throw new Refused('cutShort', text.charAt(start));
}

function parsed(json: string): unknown {
  const result = parseStrictJson(json);
  if (result.ok) return result.value;
  throw result.fault === 'duplicate' ? new Refused('duplicate', result.field) : new Refused(result.fault);
}
