import { describe, expect, it } from 'vitest';
import type { FoundCopyView } from '../../../../main/shared/views/custody';
import { localError } from '../../../../main/shared/errors';
import { err } from '../../../../main/shared/result';
import {
  checkValueOf,
  confirmsNoCopy,
  copySource,
  copyToOpen,
  expectationOf,
  isHeldGone,
  materialOf,
  missingIn,
  needsCheckValue,
  openRequest,
  restoreFaults,
} from '../../../../renderer/custody/selectors';
import { newCustody, type CustodyAction, type CustodyState } from '../../../../renderer/custody/state';
import { diskFull, foundSealed, foundShares, recordView, released } from '../views';
import { after, copyTaken, fileTaken, fresh, held, noCopy, picked, strong, typed } from './steps';

const own = after(fileTaken(3));
const fileGone: CustodyAction = { type: 'fileAsked', requestId: 9 };

describe('the gate', () => {
  it.each<[string, CustodyState, ReturnType<typeof missingIn>]>([
    ['wants a copy', fresh, 'copy'],
    ['wants a copy of the own file', own, 'copy'],
    ['wants the file first', after([{ type: 'sourceChosen', source: 'file' }]), 'file'],
    ['wants the file that is being replaced', after([noCopy, fileGone], own), 'file'],
    ['wants more than a passphrase', after([typed]), 'copy'],
    ['opens for material that is held', after([typed, ...held(7)]), undefined],
    ['opens for a confirmation', after([noCopy]), undefined],
    ['opens for a confirmation about the own file', after([noCopy], own), undefined],
    ['wants a copy to be opened, whatever was typed', after([noCopy, ...copyTaken(3, foundSealed)]), 'copy'],
    ['waits while a copy is made', after([typed, { type: 'holdAsked', requestId: 7 }, noCopy]), 'copy'],
  ])('%s', (_, state, missing) => {
    expect(missingIn(state)).toBe(missing);
    expect(materialOf(state, 32) === undefined).toBe(missing !== undefined);
  });

  it.each([
    ['no copy', true],
    [' No  copy', false],
    [' NO COPY ', true],
    ['no', false],
    ['nocopy', false],
    ['', false],
  ])('takes %j for a confirmation: %s', (text, isOne) => {
    expect(confirmsNoCopy(text)).toBe(isOne);
  });
});

describe('the material', () => {
  it('that is held goes by its handle, whatever else was said', () => {
    expect(materialOf(after([typed, ...held(7)], own), 32)).toEqual({ from: 'held', handle: 'held-1' });
  });

  it('without a copy carries what was typed', () => {
    expect(materialOf(after([noCopy]), 16)).toEqual({
      from: 'generate',
      lengthBytes: 16,
      confirmation: 'no copy',
    });
    expect(materialOf(after([noCopy], own), 32)).toEqual({
      from: 'file',
      handle: 'material-1',
      confirmation: 'no copy',
    });
  });

  it('of a copy is what was chosen, and never what was restored', () => {
    expect(copySource(fresh, 16)).toEqual({ from: 'generate', lengthBytes: 16 });
    expect(copySource(own, 32)).toEqual({ from: 'file', handle: 'material-1' });
    expect(copySource(after([fileGone], own), 32)).toBeUndefined();
    expect(copySource(after(copyTaken(3, foundSealed)), 32)).toBeUndefined();
  });

  it('is checked against what it is for, without what only its copy has to know', () => {
    const wrapping = { wrappingAlgorithm: 'RSAES_OAEP_SHA_256', lengthBytes: 32 } as const;
    expect(expectationOf({ ...wrapping, parameters: 'p' })).toEqual({ ...wrapping, parameters: 'p' });
    expect(
      expectationOf({ ...wrapping, session: 's', alias: 'orders', wrappingKeySpec: 'RSA_4096' }),
    ).toEqual({ ...wrapping, wrappingKeySpec: 'RSA_4096' });
  });
});

describe('a check value', () => {
  it.each([
    ['0123456789abcdef', '0123456789abcdef'],
    [' 0123 4567-89AB–CDEF ', '0123456789abcdef'],
    ['0123456789abcde', undefined],
    ['0123456789abcdefa', undefined],
    ['0123456789abcdeg', undefined],
    ['', undefined],
  ])('%j is %s', (text, digits) => {
    expect(checkValueOf(text)).toBe(digits);
  });
});

describe('a copy that is to be opened', () => {
  const restore = (view: Parameters<typeof copyTaken>[1], passphrase: string, checkValue = '') =>
    after([...copyTaken(3, view), { type: 'restoreChanged', change: { passphrase, checkValue } }]);

  it('needs its passphrase, and a check value only if one is given', () => {
    expect(openRequest(restore(foundSealed, ''))).toBeUndefined();
    expect(restoreFaults(restore(foundSealed, '', '12'))).toEqual({
      passphrase: 'empty',
      checkValue: 'digits',
    });
    expect(openRequest(restore(foundSealed, strong))).toEqual({ copy: 'copy-1', passphrase: strong });
    expect(openRequest(restore(foundSealed, strong, '0123 4567 89AB CDEF'))).toEqual({
      copy: 'copy-1',
      passphrase: strong,
      checkValue: '0123456789abcdef',
    });
  });

  it('sends no passphrase where none opens it', () => {
    const request = { copy: 'copy-2', checkValue: '0123456789abcdef' };
    expect(openRequest(restore(foundShares, strong, request.checkValue))).toEqual(request);
  });

  it.each<[string, FoundCopyView]>([
    ['shares', foundShares],
    ['a copy for age recipients', { ...foundSealed, form: 'recipients', hasIdentity: true }],
  ])('of %s needs a check value, or that somebody says there is none (audit 4)', (_, found) => {
    const asked = restore(found, '');
    expect(needsCheckValue(asked)).toBe(true);
    expect(restoreFaults(asked)).toEqual({ checkValue: 'missing' });
    expect(openRequest(asked)).toBeUndefined();
    const unknown = after([{ type: 'restoreChanged', change: { isUnknown: true } }], asked);
    expect(openRequest(unknown)).toEqual({ copy: found.handle, checkValue: 'unknown' });
    const another = after(copyTaken(9, { ...found, handle: 'copy-9' }), unknown);
    expect(openRequest(another)).toBeUndefined();
  });

  it('is left to main where work goes on, until main says that it does not know the check value either', () => {
    const goingOn = after(copyTaken(3, foundShares), newCustody('restore', { mayBeKnown: true }));
    expect(openRequest(goingOn)).toEqual({ copy: 'copy-2' });
    const error = localError('custody', 'copy.needsCheckValue');
    const refused = after(
      [
        { type: 'holdAsked', requestId: 7 },
        { type: 'holdAnswered', requestId: 7, result: err(error) },
      ],
      goingOn,
    );
    expect(openRequest(refused)).toBeUndefined();
    expect(needsCheckValue(refused)).toBe(true);
  });

  it('takes the check value of a record, and waits for it', () => {
    const asked = after([{ type: 'recordAsked', requestId: 8 }], restore(foundShares, '', '0011'));
    expect(openRequest(asked)).toBeUndefined();
    const read = after([{ type: 'recordAnswered', requestId: 8, result: picked(recordView) }], asked);
    expect(openRequest(read)).toEqual({ copy: 'copy-2', checkValue: recordView.checkValue });
    const late = after(
      [
        { type: 'restoreChanged', change: { checkValue: 'fedcba9876543210' } },
        { type: 'recordAnswered', requestId: 8, result: picked(recordView) },
      ],
      read,
    );
    expect(openRequest(late)).toEqual({ copy: 'copy-2', checkValue: 'fedcba9876543210' });
  });

  it('is none while something of it is not at hand', () => {
    const none = { serial: 'x', threshold: 3, count: 3, have: [], heldUntil: '' };
    const tooFew = { ...foundShares, shares: none };
    expect(copyToOpen(restore(tooFew, '').restore)).toBeUndefined();
    expect(copyToOpen(restore({ ...foundSealed, form: 'recipients' }, '').restore)).toBeUndefined();
    expect(openRequest(fresh)).toBeUndefined();
  });
});

describe('what was held', () => {
  it('is gone when main says so', () => {
    expect([released, localError('custody', 'copy.gone'), diskFull].map(isHeldGone)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
