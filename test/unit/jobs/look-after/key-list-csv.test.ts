import { describe, expect, it } from 'vitest';
import { keyListCsv } from '../../../../main/jobs/look-after/key-list-csv';
import type { KeyRow } from '../../../../main/shared/views/keys';
import { keyRow } from '../../renderer/jobs/look-after/rows';

/** RFC 4180, section 2: a reader of its own. */
function read(csv: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  for (
    let match = field.exec(csv);
    match !== null && field.lastIndex <= csv.length;
    match = field.exec(csv)
  ) {
    const [, text = '', end] = match;
    lines.at(-1)?.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end === '\r\n') lines.push([]);
    if (field.lastIndex === csv.length) break;
  }
  return lines.filter((line) => line.length > 0);
}

/** What a spreadsheet shows: each key by the names of the columns. */
function table(rows: readonly KeyRow[]): readonly Readonly<Record<string, string>>[] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(keyListCsv(rows));
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [titles = [], ...lines] = read(text.slice(1));
  return lines.map((line) => Object.fromEntries(titles.map((title, at) => [title, line[at] ?? '?'])));
}

describe('the list as CSV', () => {
  it('has a line a key, with the fewest days left first', () => {
    const later = keyRow({ aliases: ['later'], validTo: '2027-02-01T00:00:00.000Z' });
    const never = keyRow({ aliases: ['never'] });
    const next = keyRow({
      aliases: ['next', 'second'],
      validTo: '2026-12-01T00:00:00.000Z',
      materials: { there: 1, needed: 2 },
      receivers: ['210987654321', '310987654321'],
      multiRegion: 'primary',
      description: 'Reports',
    });
    const rows = table([later, never, next]);
    expect(rows.map(({ Alias }) => Alias)).toEqual(['next second', 'later', 'never']);
    expect(rows[0]).toEqual({
      Alias: 'next second',
      'Key ID': next.keyId,
      Region: 'eu-central-1',
      State: 'Enabled',
      'Expires (UTC)': '2026-12-01T00:00:00.000Z',
      'Deleted on (UTC)': '',
      'Materials there': '1',
      'Materials needed': '2',
      Receivers: '210987654321 310987654321',
      'Key spec': 'SYMMETRIC_DEFAULT',
      'Multi-Region': 'primary',
      Description: 'Reports',
      'Created (UTC)': '2025-01-01T00:00:00Z',
      ARN: next.arn,
    });
  });

  it.each(['a, b', 'say "yes"', 'two\r\nlines', 'Québec 鍵', '"', ' space '])(
    'keeps the text %j whole',
    (text) => {
      expect(table([keyRow({ description: text })])[0]?.['Description']).toBe(text);
    },
  );

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=HYPERLINK("http://x","y")'])(
    'makes a text of %j, which a spreadsheet would run',
    (text) => {
      expect(table([keyRow({ description: text })])[0]?.['Description']).toBe(`'${text}`);
    },
  );

  it('says of a key that nobody here may describe that it is not visible', () => {
    const hidden = keyRow({ isUnreadable: true, state: '', keySpec: '', hadMaterial: 'unknown' });
    expect(table([hidden])[0]?.['State']).toBe('not visible');
  });
});
