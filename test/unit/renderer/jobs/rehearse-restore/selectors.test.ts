import { describe, expect, it } from 'vitest';
import type { FoundCopyView } from '../../../../../main/shared/views/custody';
import {
  missingInRehearsal,
  namesOtherKey,
  rehearsalRequest,
} from '../../../../../renderer/jobs/rehearse-restore/selectors';
import { nothingChosen } from '../../../../../renderer/jobs/rehearse-restore/state';
import { foundSealed, foundShares, recordView, rehearsalView, sealedCopy, without } from '../../views';
import { sortDropped } from '../../../../../renderer/intake/copy-files';
import { complete, copyTaken, formAfter, passphrase, recordTaken } from './actions';

const forRecipients: FoundCopyView = { ...foundSealed, form: 'recipients' };
const oneShare: FoundCopyView = {
  ...foundShares,
  shares: {
    serial: '7F3A-91C2',
    threshold: 2,
    count: 3,
    have: [{ number: 3, custodian: 'Carol' }],
    heldUntil: '2026-11-23T14:00:00.000Z',
  },
};
const withRecord = (found: FoundCopyView) =>
  formAfter([...copyTaken(1, found), ...recordTaken(2, recordView)]);

describe('Open and compare', () => {
  it('asks for one thing after the other', () => {
    expect(missingInRehearsal(nothingChosen)).toBe('copy');
    expect(missingInRehearsal(withRecord(foundSealed))).toBe('passphrase');
    const noRecord = formAfter([...copyTaken(1, foundSealed), { type: 'passphraseTyped', passphrase }]);
    expect(missingInRehearsal(noRecord)).toBe('check-value');
    expect(rehearsalRequest(noRecord)).toBeUndefined();
    expect(missingInRehearsal(formAfter(complete))).toBeUndefined();
  });

  it.each<[string, FoundCopyView, 'copy' | undefined]>([
    ['enough shares', foundShares, undefined],
    ['too few shares', oneShare, 'copy'],
    ['a copy for recipients without an identity file', forRecipients, 'copy'],
    ['a copy for recipients with one', { ...forRecipients, hasIdentity: true }, undefined],
  ])('with %s asks for no passphrase', (_, found, missing) => {
    expect(missingInRehearsal(withRecord(found))).toBe(missing);
  });

  it('waits while files are being read', () => {
    const form = formAfter(complete);
    expect(missingInRehearsal(formAfter([{ type: 'copyAsked', requestId: 9 }], form))).toBe('copy');
    expect(missingInRehearsal(formAfter([{ type: 'recordAsked', requestId: 9 }], form))).toBe('check-value');
  });

  it('sends the digits of the check value, and a passphrase only where there is one', () => {
    expect(rehearsalRequest(formAfter(complete))).toEqual({
      copy: 'copy-1',
      passphrase,
      checkValue: '0123456789abcdef',
    });
    const typed = formAfter([
      ...copyTaken(1, foundShares),
      { type: 'checkValueTyped', checkValue: ' 0123-4567 89AB–CDEF ' },
    ]);
    expect(rehearsalRequest(typed)).toEqual({ copy: 'copy-2', checkValue: '0123456789abcdef' });
  });

  it.each(['', '0123', '0123456789abcdefa', 'g123456789abcdef', '0123456789abcdef ff'])(
    'takes “%s” for no check value',
    (checkValue) => {
      const form = formAfter([...copyTaken(1, foundShares), { type: 'checkValueTyped', checkValue }]);
      expect(missingInRehearsal(form)).toBe('check-value');
    },
  );
});

describe('what is dropped', () => {
  it.each([
    ['orders.age', 'copies'],
    ['Keyferry share 7F3A-91C2 1 of 3 Alice.txt', 'copies'],
    ['identity.txt', 'copies'],
    ['share typed again.TXT', 'copies'],
    ['Key hand-over orders.json', 'records'],
    ['PRACTICE Key hand-over orders.txt', 'records'],
    ['KeyferryReturnPackage.JSON', 'records'],
  ] as const)('%s is among the %s', (name, kind) => {
    expect(sortDropped([{ name }])).toEqual({ copies: [], records: [], [kind]: [{ name }] });
  });

  it('may be both at once', () => {
    const names = (files: readonly { readonly name: string }[]) => files.map(({ name }) => name);
    const { copies, records } = sortDropped([{ name: 'a.age' }, { name: 'b.json' }, { name: 'id.txt' }]);
    expect([names(copies), names(records)]).toEqual([['a.age', 'id.txt'], ['b.json']]);
  });
});

describe('the keys that copy and record name', () => {
  const ofKey = (keyId: string) => ({ ...rehearsalView, copy: { ...sealedCopy, key: { keyId } } });

  it('differ only when both say one', () => {
    expect(namesOtherKey(ofKey('other'), recordView)).toBe(true);
    expect(namesOtherKey(ofKey(recordView.keyId ?? ''), recordView)).toBe(false);
    expect(namesOtherKey(rehearsalView, recordView)).toBe(false);
    expect(namesOtherKey(ofKey('other'), without(recordView, 'keyId', 'keyArn'))).toBe(false);
    expect(namesOtherKey(ofKey('other'), undefined)).toBe(false);
  });
});
