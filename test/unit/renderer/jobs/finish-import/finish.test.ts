import { describe, expect, it } from 'vitest';
import type { ReturnedMaterialView } from '../../../../../main/shared/views/app';
import { localError } from '../../../../../main/shared/errors';
import { err, ok } from '../../../../../main/shared/result';
import { reduce } from '../../../../../renderer/jobs/finish-import/reduce';
import {
  finishRequest,
  missingInForm,
  whereabouts,
} from '../../../../../renderer/jobs/finish-import/selectors';
import {
  nothingReturned,
  type FinishAction,
  type FinishState,
} from '../../../../../renderer/jobs/finish-import/state';
import { keyArn, own, region, signedInView } from '../../ceremony-views';

const now = new Date('2026-11-23T12:00:00.000Z');
const returnPackage: ReturnedMaterialView = {
  handle: 'returned-1',
  form: 'package',
  practice: false,
  isNew: false,
  files: ['KeyferryReturnPackage.json'],
  keyId: '5f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03',
  keyArn,
  region,
  accountId: own,
  hasTransferCode: true,
};
const twoFiles: ReturnedMaterialView = {
  handle: 'returned-2',
  form: 'files',
  practice: false,
  isNew: false,
  files: ['EncryptedKeyMaterial.bin', 'ImportToken.bin'],
  hasTransferCode: false,
};
const code = '7F3A 91C2 0KMX 4TQZ';
const typed = (transfer: string): FinishAction => ({ type: 'transferTyped', transfer });
const after = (actions: readonly FinishAction[], from: FinishState = nothingReturned): FinishState =>
  actions.reduce(reduce, from);
const taken = (requestId: number, value: ReturnedMaterialView): readonly FinishAction[] => [
  { type: 'returnedAsked', requestId },
  { type: 'returnedAnswered', requestId, result: ok({ picked: true, value }) },
];

describe('the files that came back', () => {
  it('replace earlier ones with everything that was said about those', () => {
    const state = after([
      ...taken(1, twoFiles),
      { type: 'keyIdTyped', keyId: 'some-key' },
      { type: 'regionChosen', region },
      typed('not compared'),
      { type: 'importAskedTooEarly' },
      ...taken(2, returnPackage),
    ]);
    expect(state).toEqual({ ...nothingReturned, returned: { at: 'ready', view: returnPackage } });
  });

  it('stay when the dialog is dismissed, stay beside a refusal, and come late to nothing', () => {
    const ready = after(taken(1, returnPackage));
    const asked = after([{ type: 'returnedAsked', requestId: 2 }], ready);
    const answer = (result: Extract<FinishAction, { type: 'returnedAnswered' }>['result'], requestId = 2) =>
      after([{ type: 'returnedAnswered', requestId, result }], asked);
    expect(answer(ok({ picked: false }))).toEqual(ready);
    const refusal = localError('package', 'package.checksum');
    expect(answer(err(refusal))).toEqual({
      ...ready,
      returned: { at: 'failed', error: refusal, kept: returnPackage },
    });
    expect(answer(ok({ picked: true, value: twoFiles }), 1)).toEqual(asked);
  });
});

describe('where the key is', () => {
  it.each<[string, FinishState, object]>([
    ['the package', after(taken(1, returnPackage)), { region, accountId: own }],
    [
      'a typed ARN',
      after([...taken(1, twoFiles), { type: 'keyIdTyped', keyId: ` ${keyArn} ` }]),
      { region, accountId: own },
    ],
    [
      'a person',
      after([...taken(1, twoFiles), { type: 'regionChosen', region: 'eu-west-1' }]),
      { region: 'eu-west-1' },
    ],
    ['nobody', after(taken(1, twoFiles)), {}],
  ])('is said by %s', (_, state, expected) => {
    expect(whereabouts(state)).toEqual(expected);
  });
});

describe('Import', () => {
  it('asks for the transfer code first, and for nothing that is none (audit 4)', () => {
    const state = after(taken(1, returnPackage));
    expect(missingInForm(state, now, signedInView)).toBe('transfer');
    expect(finishRequest(state, now, signedInView)).toBeUndefined();
    for (const wrong of ['7F3A', `${code} 0`, '7F3A 91C2 0KMX 4TQU', 'not compared']) {
      expect(missingInForm(after([typed(wrong)], state), now, signedInView)).toBe('transfer');
    }
    const scanned = after([typed(` ${code.toLowerCase().replaceAll('0', 'o')} `)], state);
    expect(finishRequest(scanned, now, signedInView)?.transfer).toEqual({
      by: 'code',
      code: code.replaceAll(' ', ''),
    });
  });

  it('asks for a confirmation where there is no transfer code', () => {
    const state = after([
      ...taken(1, twoFiles),
      { type: 'keyIdTyped', keyId: 'some-key' },
      { type: 'regionChosen', region },
    ]);
    for (const wrong of ['', 'compared', code]) {
      expect(missingInForm(after([typed(wrong)], state), now, signedInView)).toBe('transfer');
    }
    expect(finishRequest(after([typed(' Not compared ')], state), now, signedInView)?.transfer).toEqual({
      by: 'not-compared',
      confirmation: ' Not compared ',
    });
  });

  it('asks for nothing but the code and a sign-in when the package says the rest', () => {
    const state = after([...taken(1, returnPackage), typed(code)]);
    expect(missingInForm(state, now, undefined)).toBe('sign-in');
    expect(finishRequest(state, now, undefined)).toBeUndefined();
    expect(finishRequest(state, now, signedInView)).toEqual({
      returned: 'returned-1',
      session: 'session-1',
      expiry: { kind: 'never' },
      transfer: { by: 'code', code: code.replaceAll(' ', '') },
    });
  });

  it('asks for what the two files do not say', () => {
    const files = after([...taken(1, twoFiles), typed('not compared')]);
    expect(missingInForm(files, now, undefined)).toBe('key');
    const key = after([{ type: 'keyIdTyped', keyId: 'some-key' }], files);
    expect(missingInForm(key, now, undefined)).toBe('region');
    const complete = after([{ type: 'regionChosen', region }], key);
    expect(finishRequest(complete, now, signedInView)).toMatchObject({ keyId: 'some-key' });
  });

  it('does not begin in another account than that of the key', () => {
    const other = { ...signedInView, accountId: '444455556666' };
    expect(missingInForm(after([...taken(1, returnPackage), typed(code)]), now, other)).toBe('account');
  });

  it('does not begin with a day that AWS refuses, nor while files are being read', () => {
    const ready = after([...taken(1, returnPackage), typed(code)]);
    const expiring = after(
      [{ type: 'expiryChanged', expiry: { kind: 'on', typed: '1.12.2027', day: '2027-12-01' } }],
      ready,
    );
    expect(missingInForm(expiring, now, signedInView)).toBe('expiry');
    const reading = after([{ type: 'returnedAsked', requestId: 2 }], ready);
    expect(missingInForm(reading, now, signedInView)).toBe('files');
  });
});
