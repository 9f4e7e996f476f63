import { describe, expect, it } from 'vitest';
import type { PassphraseStrength } from '../../../../main/shared/views/custody';
import { limits } from '../../../../main/shared/limits';
import { copyFaults, copyPlan } from '../../../../renderer/custody/copy-plan';
import type { CopyFields } from '../../../../renderer/custody/state';
import type { CopyFaults } from '../../../../renderer/words/custody/custody';
import { fresh, strong } from './steps';

const enough: PassphraseStrength = { bits: limits.minPassphraseBits };
const fields = (change: Partial<CopyFields>): CopyFields => ({ ...fresh.fields, ...change });
const sealed = (passphrase: string, repeated = passphrase): CopyFields => fields({ passphrase, repeated });

describe('a sealed copy', () => {
  it.each<[string, CopyFields, PassphraseStrength | undefined, CopyFaults]>([
    ['nothing', sealed(''), undefined, { passphrase: 'empty' }],
    ['one that can be guessed', sealed(strong), { bits: 59 }, { passphrase: 'weak' }],
    ['one that was not measured', sealed(strong), undefined, { passphrase: 'weak' }],
    ['one that main would not take', sealed('x'.repeat(1025)), enough, { passphrase: 'long' }],
    ['one that was not repeated', sealed(strong, ''), enough, { repeated: 'empty' }],
    ['one that was repeated wrongly', sealed(strong, `${strong} `), enough, { repeated: 'differs' }],
    ['a strong one, twice', sealed(strong), enough, {}],
  ])('of %s', (_, given, strength, faults) => {
    expect(copyFaults(given, strength)).toEqual(faults);
    expect(copyPlan(given, strength) === undefined).toBe(Object.keys(faults).length > 0);
  });

  it('takes the passphrase as it was typed', () => {
    expect(copyPlan(sealed(` ${strong} `), enough)).toEqual({
      by: 'passphrase',
      passphrase: ` ${strong} `,
    });
  });
});

describe('shares', () => {
  const among = (...custodians: readonly string[]): CopyFields => fields({ form: 'shares', custodians });

  it('need different names that can be printed', () => {
    const long = 'x'.repeat(limits.maxCustodianChars + 1);
    expect(copyFaults(among('Alice', '', ' alice', 'Bob', long, 'a\u0007b'), undefined)).toEqual({
      custodians: [undefined, 'empty', 'twice', undefined, 'unusable', 'unusable'],
    });
    // Two ways to write the same letter are one name.
    expect(copyFaults(among('Zoë', 'Zoe\u0308'), undefined)).toEqual({ custodians: [undefined, 'twice'] });
  });

  it('name custodians without the spaces around them', () => {
    expect(copyPlan(among(' Alice', 'Bob '), undefined)).toEqual({
      by: 'shares',
      threshold: 2,
      custodians: ['Alice', 'Bob'],
    });
  });
});

describe('a copy for recipients', () => {
  const to = (recipients: string): CopyFields => fields({ form: 'recipients', recipients });

  it('takes one a line', () => {
    expect(copyPlan(to(' age1a \r\n\nage1b\n'), undefined)).toEqual({
      by: 'recipients',
      recipients: ['age1a', 'age1b'],
    });
  });

  it('needs one, and takes no more than main does', () => {
    expect(copyFaults(to(' \n'), undefined)).toEqual({ recipients: 'none' });
    const lines = (count: number): string => Array(count).fill('age1a').join('\n');
    expect(copyFaults(to(lines(limits.maxRecipients)), undefined)).toEqual({});
    expect(copyFaults(to(lines(limits.maxRecipients + 1)), undefined)).toEqual({ recipients: 'many' });
  });
});
