import { describe, expect, it } from 'vitest';
import { materialLengthIn } from '../../../../../main/shared/kms-words';
import {
  accountFault,
  aliasOf,
  copyPurpose,
  keyDraft,
  leavesOutCaller,
  missingIn,
  typedAccount,
} from '../../../../../renderer/jobs/create-and-import/selectors';
import { keyDraftView, planView, signedInView, theirs } from '../../ceremony-views';
import { noCopy } from '../../custody/steps';
import { without } from '../../views';
import { after, atKey, atMaterial, atReview, atSignIn, custody, fresh, now, planned } from './drafts';

describe("the receiver's account", () => {
  it.each([
    ['2109 8765 4321', theirs],
    ['2109-8765-4321', theirs],
    [' 2109–8765–4321\u00a0', theirs],
    ['2109a', '2109a'],
  ])('%j is taken as %s', (typed, account) => {
    expect(typedAccount(typed)).toBe(account);
  });

  it.each([
    ['', 'empty'],
    ['2109', 'length'],
    ['2109876543210', 'length'],
    ['21098765432a', 'characters'],
    ['arn:aws:iam::210987654321:role/KeyUser', 'arn'],
    [theirs, undefined],
  ])('%j: %s', (account, fault) => {
    expect(accountFault(account)).toBe(fault);
  });
});

describe('suggestions', () => {
  it('name the receiver and the year, and count up', () => {
    expect(aliasOf(fresh)).toBe('bluescape-byok-2026');
    const other = {
      ...fresh,
      receiver: { ...fresh.receiver, preset: 'other', name: 'ACME Größe 9!' },
    } as const;
    expect(aliasOf(other)).toBe('acme-gr-e-9-byok-2026');
    expect(aliasOf({ ...other, receiver: { ...other.receiver, name: '!!!' } })).toBe('key-byok-2026');
    expect(aliasOf({ ...fresh, key: { ...fresh.key, aliasSuggestion: 3 } })).toBe('bluescape-byok-2026-3');
  });

  it('leave an emptied field empty', () => {
    expect(aliasOf({ ...fresh, key: { ...fresh.key, alias: '' } })).toBe('');
  });
});

describe('the key length', () => {
  it.each([
    ['eu-central-1', 32],
    ['us-gov-west-1', 32],
    ['cn-north-1', 16],
    ['cn-northwest-1', 16],
  ])('in %s is %i bytes', (region, bytes) => {
    expect(materialLengthIn(region)).toBe(bytes);
  });
});

describe('what main is asked to plan', () => {
  it('is nothing before the key step', () => {
    expect(keyDraft(fresh, now)).toBeUndefined();
    expect(keyDraft(atSignIn, now)).toBeUndefined();
  });

  it('is everything that was said, with the defaults', () => {
    expect(keyDraft(atKey, now)).toEqual(without(keyDraftView, 'material'));
    expect(keyDraft(atReview, now)).toEqual(keyDraftView);
  });

  it('leaves out tags without a key, and spaces around names', () => {
    const state = after(
      [
        {
          type: 'keyChanged',
          change: {
            alias: ' mine ',
            tags: [
              { key: '', value: 'x' },
              { key: 'team', value: '' },
            ],
          },
        },
      ],
      atKey,
    );
    expect(keyDraft(state, now)).toMatchObject({ alias: 'mine', tags: [{ key: 'team', value: '' }] });
  });

  it('waits for the copy and for the day once they are asked for', () => {
    expect(keyDraft(atMaterial, now)).toBeUndefined();
    const day = after(
      [
        ...custody(noCopy),
        { type: 'materialChanged', change: { expiry: { kind: 'on', typed: '2027-0', day: '' } } },
      ],
      atMaterial,
    );
    expect(keyDraft(day, now)).toBeUndefined();
  });
});

describe('what a copy is made for', () => {
  it('is the key as far as it is known', () => {
    expect(copyPurpose(atMaterial)).toEqual({
      session: 'session-1',
      alias: 'bluescape-byok-2026',
      receiver: { name: 'Bluescape', accountId: '210987654321' },
      wrappingKeySpec: 'RSA_4096',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      lengthBytes: 32,
    });
    expect(copyPurpose(fresh)).toBeUndefined();
  });
});

describe('what is missing', () => {
  it('is nothing at the end but the tick', () => {
    expect(missingIn(atReview, now, signedInView)).toBe('understanding');
    expect(missingIn({ ...atReview, isUnderstood: true }, now, signedInView)).toBeUndefined();
  });

  it('is the plan while it is being made, and another alias when its own is taken', () => {
    const ticked = { ...atReview, isUnderstood: true };
    expect(missingIn({ ...ticked, plan: { at: 'idle' } }, now, signedInView)).toBe('plan');
    const typed = after([{ type: 'keyChanged', change: { alias: 'mine' } }], ticked);
    const taken = after(planned(9, { ...planView, alias: 'taken' }), { ...typed, isUnderstood: true });
    expect(missingIn(taken, now, signedInView)).toBe('alias-taken');
  });
});

describe('the caller', () => {
  it('is left out when others alone administrate', () => {
    expect(leavesOutCaller(atKey)).toBe(false);
    const others = after([{ type: 'keyChanged', change: { administrators: [] } }], atKey);
    expect(leavesOutCaller(others)).toBe(true);
  });
});
