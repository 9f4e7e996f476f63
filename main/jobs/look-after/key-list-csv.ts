import type { KeyRow } from '../../shared/views/keys';

type Cell = string | number | undefined;

const columns: readonly (readonly [title: string, cell: (row: KeyRow) => Cell])[] = [
  ['Alias', ({ aliases }) => aliases.join(' ')],
  ['Key ID', ({ keyId }) => keyId],
  ['Region', ({ region }) => region],
  ['State', ({ state, isUnreadable }) => (isUnreadable ? 'not visible' : state)],
  ['Expires (UTC)', ({ validTo }) => validTo],
  ['Deleted on (UTC)', ({ deletionAt }) => deletionAt],
  ['Materials there', ({ materials }) => materials?.there],
  ['Materials needed', ({ materials }) => materials?.needed],
  ['Receivers', ({ receivers }) => receivers?.join(' ')],
  ['Key spec', ({ keySpec }) => keySpec],
  ['Multi-Region', ({ multiRegion }) => multiRegion],
  ['Description', ({ description }) => description],
  ['Created (UTC)', ({ createdAt }) => createdAt],
  ['ARN', ({ arn }) => arn],
];

/**
 * The list as CSV (RFC 4180), UTF-8 with the mark that spreadsheets know it by, the fewest days left first. States are
 * as AWS names them; what is not known is empty.
 */
export function keyListCsv(rows: readonly KeyRow[]): Uint8Array {
  const sorted = rows.toSorted(
    (one, other) => inOrder(one.validTo ?? '~', other.validTo ?? '~') || inOrder(one.arn, other.arn),
  );
  const lines = [
    columns.map(([title]) => title),
    ...sorted.map((row) => columns.map(([, cell]) => String(cell(row) ?? ''))),
  ];
  return new TextEncoder().encode(
    `\uFEFF${lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('')}`,
  );
}

const inOrder = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/**
 * SECURITY: descriptions are written by whoever may edit a key, and a spreadsheet runs a cell that begins like a
 * formula (OWASP, CSV injection). An apostrophe in front makes it a text.
 */
const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => {
  const safe = harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
