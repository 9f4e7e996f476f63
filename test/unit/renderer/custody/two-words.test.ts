import { describe, expect, it } from 'vitest';
import { copyFaults, copyPlan } from '../../../../renderer/custody/copy-plan';
import { askWords, wordsFault } from '../../../../renderer/custody/two-words';
import { after } from './steps';

const passphrase = 'one-two-three-four-five-six-seven-eight-nine-ten';
const strong = { bits: 110 };

describe('two words of a suggested passphrase', () => {
  it('are two different ones, in their order, and in time each of the ten', () => {
    const asked = Array.from({ length: 500 }, () => askWords(passphrase).places);
    for (const [first, second] of asked) expect(first).toBeLessThan(second);
    expect(new Set(asked.flat())).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  });

  it.each([
    ['two nine', undefined],
    [' Two,  NINE ', undefined],
    ['two-nine', undefined],
    ['', 'empty'],
    ['  ', 'empty'],
    ['two', 'differs'],
    ['nine two', 'differs'],
    ['two nine ten', 'differs'],
    ['twonine', 'differs'],
  ])('typed as “%s”: %s', (typed, fault) => {
    expect(wordsFault(passphrase, { places: [2, 9], typed })).toBe(fault);
  });

  it('are needed before a copy is made with it, and not with a passphrase of one’s own', () => {
    const suggest = { passphrase, asked: { places: [2, 9], typed: '' } } as const;
    const shown = after([{ type: 'passphraseSuggested', result: { ok: true, value: suggest } }]);
    expect(copyFaults(shown.fields, strong)).toEqual({ words: 'empty' });
    expect(copyPlan(shown.fields, strong)).toBeUndefined();
    const given = after([{ type: 'wordsTyped', text: 'two nine' }], shown);
    expect(copyPlan(given.fields, strong)).toEqual({ by: 'passphrase', passphrase });
    const own = `${passphrase}-eleven`;
    const change = { passphrase: own, repeated: own };
    const changed = after([{ type: 'fieldsChanged', change }], shown);
    expect(copyPlan(changed.fields, strong)).toEqual({ by: 'passphrase', passphrase: own });
  });
});
