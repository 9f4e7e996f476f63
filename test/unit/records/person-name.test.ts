import { describe, expect, it } from 'vitest';
import { checkPeople } from '../../../main/records/person-name';
import { errorWords } from '../../../renderer/words/errors';

const operatorOf = (name: string, role?: string) =>
  checkPeople({ operator: { name, ...(role === undefined ? {} : { role }) }, witness: 'none' });

describe('The name of a person in a record', () => {
  it.each([
    ['  Ada  Example ', 'Ada Example'],
    ['Zoe\u0308 O’Brien-Müller', 'Zoë O’Brien-Müller'],
    ['山田 太郎', '山田 太郎'],
    ['Анна Иванова', 'Анна Иванова'],
    ['Ada (Анна)', 'Ada (Анна)'],
    ['x'.repeat(80), 'x'.repeat(80)],
  ])('%j is taken as %j', (typed, name) => {
    expect(operatorOf(typed)).toEqual({ ok: true, value: { operator: { name }, witness: 'none' } });
  });

  it.each([
    ['', 'empty', 'It is missing.'],
    ['   ', 'empty', 'It is missing.'],
    ['x'.repeat(81), 'tooLong', '80 characters'],
    ['Ada\u202Eelpmaxe', 'character', 'U+202E'],
    ['Ada\u200BExample', 'character', 'U+200B'],
    ['Ada\nExample', 'character', 'U+000A'],
    ['Ada\u0000', 'character', 'U+0000'],
    ['Ada\u2066', 'character', 'U+2066'],
    ['Ada\uD800', 'character', 'U+D800'],
    ['Ada\u3164', 'character', 'U+3164'],
    ['Аda Example', 'mixedScripts', '“Аda” mixes'],
    ['Eva Μuster', 'mixedScripts', '“Μuster” mixes'],
  ])('%j is refused as %s, with words', (typed, reason, words) => {
    for (const [checked, field] of [
      [operatorOf(typed), 'operator'],
      [checkPeople({ operator: { name: 'Ada' }, witness: { name: typed } }), 'witness'],
    ] as const) {
      if (checked.ok) throw new Error('taken');
      expect(checked.error).toMatchObject({ code: 'record.person', facts: { field, reason } });
      expect(errorWords(checked.error, new Date()).meaning).toContain(words);
    }
  });

  it('has a role that is held to the same, and may be left out', () => {
    expect(operatorOf('Ada', ' Key administrator ')).toMatchObject({
      value: { operator: { name: 'Ada', role: 'Key administrator' } },
    });
    expect(operatorOf('Ada', ' ')).toEqual({
      ok: true,
      value: { operator: { name: 'Ada' }, witness: 'none' },
    });
    expect(operatorOf('Ada', 'Admin\u202E')).toMatchObject({
      error: { facts: { field: 'operatorRole', character: 'U+202E' } },
    });
  });

  it('is not that of both people', () => {
    const both = checkPeople({ operator: { name: 'Ada Example' }, witness: { name: 'ADA EXAMPLE' } });
    expect(both).toMatchObject({ error: { facts: { field: 'witness', reason: 'samePerson' } } });
  });
});
