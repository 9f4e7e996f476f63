import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardJsonSchema } from '../../../main/receivers/card-shape';
import { readCard } from '../../../main/receivers/read-card';
import { faultOfCard as faultOf } from '../../helpers/receiver-cards';
import { without } from '../../../main/shared/without';
import { bytesOf, goodCard, statementCard } from '../../helpers/receiver-cards';

type Facts = Readonly<Record<string, string | number>>;

const faultWith = (change: Facts | object): Promise<string> =>
  faultOf(JSON.stringify({ ...goodCard, ...change }));

describe('a receiver card', () => {
  it('is read as it was made', async () => {
    expect(await readCard(bytesOf(goodCard))).toEqual({ ok: true, value: { card: goodCard } });
    const withMark = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytesOf(goodCard)]);
    expect((await readCard(withMark)).ok).toBe(true);
  });

  it('has the form that docs/receiver-card.schema.json publishes', () => {
    const published = join(import.meta.dirname, '../../../docs/receiver-card.schema.json');
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(cardJsonSchema());
  });

  it.each([
    ['a version that nobody knows', { version: 3 }, 'card.version version=3'],
    ['a version that is no number', { version: '1' }, 'card.version'],
    ['another format', { format: 'else' }, 'card.notACard'],
    ['a field that nobody knows', { policy: { Action: 'kms:*' } }, 'card.unknownField field=policy'],
    ['a field whose name hides', { 'na\u202eme': 1 }, 'card.unknownField field=na<U+202E>me'],
    ['a missing field', { accountId: undefined }, 'card.missingField field=accountId'],
    ['a value of another kind', { regions: 'eu-central-1' }, 'card.badValue field=regions'],
    ['no Region', { regions: [] }, 'card.badValue field=regions'],
    ['a Region twice', { regions: ['eu-west-1', 'eu-west-1'] }, 'card.badValue field=regions'],
    ['an account with a wildcard', { accountId: '2109876543*' }, 'card.account reason=wildcard'],
    ['an account that is all', { accountId: '*' }, 'card.account reason=wildcard'],
    [
      'an account that is an ARN',
      { accountId: 'arn:aws:iam::210987654321:root' },
      'card.account reason=digits',
    ],
    ['digits of another script', { accountId: '٢١٠٩٨٧٦٥٤٣٢١' }, 'card.account reason=digits'],
    ['a Region with a wildcard', { regions: ['eu-*'] }, 'card.region reason=wildcard region=eu-*'],
    ['a Region that is none', { regions: ['Frankfurt'] }, 'card.region reason=shape region=Frankfurt'],
    [
      'Regions of two partitions',
      { regions: ['eu-central-1', 'cn-north-1'] },
      'card.regionMix first=eu-central-1 second=cn-north-1',
    ],
    ['a statement that nobody knows', { needs: ['kms:*'] }, 'card.unknownWord field=needs word=kms:*'],
    ['grants without use', { needs: ['grants'] }, 'card.badValue field=needs'],
    [
      'a wish that nobody knows',
      { wants: ['key-material'] },
      'card.unknownWord field=wants word=key-material',
    ],
    ['a time that is no time', { issuedAt: 'yesterday' }, 'card.dates reason=shape'],
    ['a day that there is not', { validUntil: '2027-02-30T00:00:00Z' }, 'card.dates reason=shape'],
    ['an end before its beginning', { validUntil: '2026-10-01T00:00:00Z' }, 'card.dates reason=order'],
    ['a constructor as a field', { constructor: 1 }, 'card.unknownField field=constructor'],
  ])('is refused with %s', async (_what, change, fault) => {
    expect(await faultWith(change)).toBe(fault);
  });

  it.each([
    ['Cyrillic letters among Latin ones', 'Ex\u0430mple', 'mixedScripts', 'U+0430'],
    ['Greek letters among Latin ones', 'Examp\u03bfe', 'mixedScripts', 'U+03BF'],
    ['a mark of direction', 'Example \u202eatad', 'character', 'U+202E'],
    ['a space that nobody sees', 'Exam\u200bple', 'character', 'U+200B'],
    ['a joiner', 'Exam\u200dple', 'character', 'U+200D'],
    ['a filler that counts as a letter', 'Example\u3164', 'character', 'U+3164'],
    ['a filler among Korean letters', '\uc608\uc2dc\u115f', 'character', 'U+115F'],
    ['a tag character', 'Example\u{e0041}', 'character', 'U+E0041'],
    ['a line break', 'Example\nData', 'character', 'U+000A'],
    ['a null', 'Example\u0000', 'character', 'U+0000'],
    ['a no-break space', 'Example\u00a0Data', 'character', 'U+00A0'],
    ['wide letters', '\uff25xample', 'character', 'U+FF25'],
    ['mathematical letters', '\u{1d404}xample', 'character', 'U+1D404'],
    ['a Latin letter that only looks like another', 'Ex\u0251mple', 'character', 'U+0251'],
    ['a letter in two pieces', 'Cafe\u0301', 'character', 'U+0301'],
    ['a stray accent', 'x\u0335ample', 'character', 'U+0335'],
    ['digits of another script', 'Example \u0661', 'character', 'U+0661'],
    ['half a pair', 'Example\ud800', 'character', 'U+D800'],
    ['markup', '<b>Example</b>', 'character', 'U+003C'],
    ['two spaces', 'Example  Data', 'character', 'U+0020'],
  ])('is refused with %s in its name', async (_what, name, reason, character) => {
    expect(await faultWith({ name })).toBe(`card.text field=name reason=${reason} character=${character}`);
  });

  it.each([
    'Müller & Söhne (Zürich), Nr. 1',
    "L'Œuvre Données",
    'Łódź Dane',
    'Пример Данные',
    'Παράδειγμα',
    'サンプル商事',
    '예시 데이터',
    'डेटा सेवा',
    'דוגמה',
  ])('may be of %s', async (name) => {
    expect(await faultWith({ name: name.normalize('NFC') })).toBe('none');
  });

  it('is refused without letters in its name, or with too many', async () => {
    expect(await faultWith({ name: ' ' })).toBe('card.text field=name reason=empty');
    expect(await faultWith({ name: '123' })).toBe('card.text field=name reason=empty');
    expect(await faultWith({ name: '' })).toBe('card.text field=name reason=empty');
    expect(await faultWith({ name: 'a'.repeat(81) })).toBe('card.text field=name reason=tooLong maxChars=80');
    expect(await faultWith({ contact: 'a\u202e@example.com' })).toBe(
      'card.text field=contact reason=character character=U+202E',
    );
  });

  it.each([
    ['no JSON', 'hello', 'card.notJson'],
    ['nothing but blanks', '  ', 'card.notJson'],
    ['JSON that is cut short', JSON.stringify(goodCard).slice(0, -1), 'card.notJson'],
    ['something after its end', `${JSON.stringify(goodCard)} {}`, 'card.notJson'],
    ['a comma too many', '{"format":"keyferry-vendor-card",}', 'card.notJson'],
    ['a comment', '{/* */}', 'card.notJson'],
    ['a list', '[]', 'card.notACard'],
    ['null', 'null', 'card.notACard'],
    ['an account twice', duplicated('accountId'), 'card.duplicateField field=accountId'],
    ['an account twice, once escaped', duplicated('\\u0061ccountId'), 'card.duplicateField field=accountId'],
    ['a prototype', withText('"__proto__":{"format":1}'), 'card.unknownField field=__proto__'],
    ['a thousand levels', `${'['.repeat(1000)}${']'.repeat(1000)}`, 'card.tooDeep'],
    ['nine levels of objects', `${'{"a":'.repeat(9)}1${'}'.repeat(9)}`, 'card.tooDeep'],
  ])('is refused as %s', async (_what, text, fault) => {
    expect(await faultOf(text)).toBe(fault);
  });

  it('is refused by its size before a byte of it is parsed, and when it is no UTF-8', async () => {
    const large = await readCard(new Uint8Array(64 * 1024 + 1).fill(0x5b));
    expect(!large.ok && large.error.code).toBe('file.tooLarge');
    const odd = await readCard(Buffer.from([0x7b, 0xff, 0x7d]));
    expect(!odd.ok && odd.error.code).toBe('card.notJson');
  });
});

function withText(field: string): string {
  return `${JSON.stringify(goodCard).slice(0, -1)},${field}}`;
}

function duplicated(field: string): string {
  return withText(`"${field}":"111122223333"`);
}

describe('a receiver card of version 2', () => {
  const faultOfStatement = (change: object): Promise<string> =>
    faultOf(JSON.stringify({ ...statementCard, statement: { ...statementCard.statement, ...change } }));

  it('is read as it was made, with a statement, with an account, or with neither yet', async () => {
    expect(await readCard(bytesOf(statementCard))).toEqual({ ok: true, value: { card: statementCard } });
    const { accountId, needs } = goodCard;
    const withAccount = { ...without(statementCard, 'statement'), accountId, needs };
    expect(await readCard(bytesOf(withAccount))).toEqual({ ok: true, value: { card: withAccount } });
    const later = { ...without(statementCard, 'statement'), known: 'after-arn' };
    expect(await readCard(bytesOf(later))).toEqual({ ok: true, value: { card: later } });
  });

  it.each([
    ['no statement and no account', { statement: undefined }, 'card.missingField field=accountId'],
    [
      'an account without what it needs',
      { statement: undefined, accountId: '210987654321' },
      'card.missingField field=needs',
    ],
    ['an account beside its statement', { accountId: '210987654321' }, 'card.unknownField field=accountId'],
    ['a statement that is text', { statement: 'kms:*' }, 'card.badValue field=statement'],
    ['a field that nobody knows', { grants: {} }, 'card.unknownField field=grants'],
    [
      'a step that turns around',
      { steps: ['Pay \u202eme'] },
      'card.text field=steps reason=character character=U+202E',
    ],
    ['a wish that nobody knows', { wants: ['role'] }, 'card.unknownWord field=wants word=role'],
  ])('is refused with %s', async (_what, change, fault) => {
    expect(await faultOf(JSON.stringify({ ...statementCard, ...change }))).toBe(fault);
  });

  it.each([
    ['everything', { Action: 'kms:*' }, 'everything', 'kms:*'],
    [
      'the right to change the policy',
      { Action: ['kms:Decrypt', 'kms:PutKeyPolicy'] },
      'action',
      'kms:PutKeyPolicy',
    ],
    ['everybody, without a bound', { Principal: '*', Condition: {} }, 'unbounded', '*'],
    ['all but one principal', { NotPrincipal: { AWS: '210987654321' } }, 'not', 'NotPrincipal'],
    [
      'another partition',
      { Principal: { AWS: 'arn:aws-cn:iam::210987654321:root' } },
      'partition',
      'arn:aws-cn:iam::210987654321:root',
    ],
  ])('cannot ask for %s, as no pasted statement can', async (_what, change, reason, word) => {
    expect(await faultOfStatement(change)).toBe(`receiver.statement reason=${reason} word=${word}`);
  });
});
