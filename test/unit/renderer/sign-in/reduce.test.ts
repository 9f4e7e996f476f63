import { describe, expect, it } from 'vitest';
import type { SignInAnswer } from '../../../../main/shared/views/aws';
import { localError } from '../../../../main/shared/errors';
import { err, ok } from '../../../../main/shared/result';
import { reduce } from '../../../../renderer/sign-in/reduce';
import { signedOut, type SignInAction, type SignInState } from '../../../../renderer/sign-in/state';
import { connection, profile, regions, sessionGone, signedInView } from '../ceremony-views';

const after = (actions: readonly SignInAction[], from: SignInState = signedOut('aws')): SignInState =>
  actions.reduce(reduce, from);
const asked = (requestId: number): SignInAction => ({ type: 'signInAsked', requestId });
const answered = (requestId: number, answer: SignInAnswer): SignInAction => ({
  type: 'signInAnswered',
  requestId,
  result: ok(answer),
});
const signedIn: SignInAnswer = { state: 'signed-in', signedIn: signedInView };
const browser: SignInAnswer = {
  state: 'browser',
  attempt: 'attempt-1',
  userCode: 'QXLH-WKPD',
  verificationUrl: 'https://example.awsapps.com/start/#/device',
  expiresAt: '2026-11-23T13:50:00.000Z',
};
const roles: SignInAnswer = {
  state: 'choose-role',
  attempt: 'attempt-1',
  accounts: [
    { accountId: '111122223333', accountName: 'Production', roleNames: ['Admin'] },
    { accountId: '444455556666', accountName: 'Sandbox', roleNames: ['Admin'] },
  ],
};

describe('signing in', () => {
  it('with a profile asks, then is done', () => {
    const asking = after([{ type: 'profileChosen', profile: 'work' }, asked(1)]);
    expect(asking).toMatchObject({ profile: 'work', attempt: { at: 'asking', requestId: 1 } });
    expect(after([answered(1, signedIn)], asking).attempt).toEqual({
      at: 'signed-in',
      view: signedInView,
      access: { at: 'idle' },
    });
  });

  it('is practised from the beginning, stays so through each attempt, and can be skipped', () => {
    const { at } = after([asked(1), answered(1, signedIn)], signedOut('practice')).attempt;
    expect(at).toBe('signed-in');
    const rehearsed = after(
      [
        asked(1),
        answered(1, signedIn),
        { type: 'rehearsalChosen', isRehearsed: true },
        { type: 'wayChosen', way: 'pasted' },
        { type: 'forgotten' },
      ],
      signedOut('practice'),
    );
    expect(rehearsed).toMatchObject({ isRehearsed: true, chosenWay: 'pasted', attempt: { at: 'none' } });
    expect(after([{ type: 'rehearsalChosen', isRehearsed: false }], rehearsed).isRehearsed).toBe(false);
  });

  it('keeps the request for an MFA code until it was right, or another profile is chosen', () => {
    const wrong = localError('sign-in', 'credentials.mfaRefused');
    const refused = after([
      { type: 'profileChosen', profile: 'work' },
      asked(1),
      answered(1, { state: 'mfa', serial: 'arn:aws:iam::111122223333:mfa/anna' }),
      asked(2),
      { type: 'signInAnswered', requestId: 2, result: err(wrong) },
    ]);
    expect(refused).toMatchObject({
      mfaSerial: 'arn:aws:iam::111122223333:mfa/anna',
      attempt: { error: wrong },
    });
    expect(after([{ type: 'profileChosen', profile: 'other' }], refused)).not.toHaveProperty('mfaSerial');
  });

  it('keeps what a profile runs while the sign-in goes on, and drops it with the profile', () => {
    const program = { programs: ['aws-vault'], consent: 'a'.repeat(64) };
    const told = after([
      { type: 'profileChosen', profile: 'work' },
      asked(1),
      answered(1, { state: 'program', ...program }),
    ]);
    expect(told).toMatchObject({ profile: 'work', program, attempt: { at: 'none' } });
    const withCode = after([asked(2), answered(2, { state: 'mfa', serial: 'device' })], told);
    expect(withCode).toMatchObject({ program, mfaSerial: 'device' });
    expect(after([{ type: 'profileChosen', profile: 'other' }], withCode)).not.toHaveProperty('program');
  });

  it('with the browser shows the code, then asks for account and role', () => {
    const waiting = after([asked(1), answered(1, browser)]);
    expect(waiting.attempt).toMatchObject({ at: 'browser', requestId: 1, userCode: 'QXLH-WKPD' });
    expect(after([answered(1, roles)], waiting).attempt).toMatchObject({ at: 'choose-role' });
  });

  it('chooses the account by itself when there is only one', () => {
    const [first] = roles.accounts;
    const only = { ...roles, accounts: first ? [first] : [] };
    expect(after([asked(1), answered(1, only)]).attempt).toMatchObject({ accountId: '111122223333' });
    expect(after([asked(1), answered(1, roles)]).attempt).not.toHaveProperty('accountId');
  });

  it('offers the roles again when one is refused', () => {
    const refusal = localError('sign-in', 'credentials.roleNotAssigned');
    const state = after([
      asked(1),
      answered(1, roles),
      { type: 'accountChosen', accountId: '444455556666' },
      asked(2),
      { type: 'signInAnswered', requestId: 2, result: err(refusal) },
    ]);
    expect(state.attempt).toMatchObject({ at: 'choose-role', failure: refusal });
  });

  it.each<[string, SignInAction]>([
    ['cancelling', { type: 'forgotten' }],
    ['another way', { type: 'wayChosen', way: 'pasted' }],
    ['a newer attempt', asked(2)],
  ])('ignores the answer of the browser after %s', (_, action) => {
    const cancelled = after([asked(1), answered(1, browser), action]);
    expect(after([answered(1, roles)], cancelled)).toEqual(cancelled);
  });

  it('drops profile and identity with the way', () => {
    const state = after([
      { type: 'profileChosen', profile: 'work' },
      asked(1),
      answered(1, signedIn),
      { type: 'wayChosen', way: 'browser' },
    ]);
    expect(state).toEqual({ ...signedOut('aws'), chosenWay: 'browser' });
  });
});

describe('checking access', () => {
  const done = after([asked(1), answered(1, signedIn)]);
  const preflight = { rows: [{ action: 'kms:CreateKey', answer: 'allowed', optional: false }] } as const;

  it('takes the answer to the last question alone', () => {
    const late = { type: 'accessAnswered', requestId: 2, result: ok(preflight) } as const;
    const asking = after(
      [
        { type: 'accessAsked', requestId: 2 },
        { type: 'accessAsked', requestId: 3 },
      ],
      done,
    );
    expect(after([late], asking)).toEqual(asking);
    expect(after([{ ...late, requestId: 3 }], asking).attempt).toMatchObject({
      access: { at: 'ready', view: preflight },
    });
  });

  it('keeps who is signed in when it fails', () => {
    const state = after(
      [
        { type: 'accessAsked', requestId: 2 },
        { type: 'accessAnswered', requestId: 2, result: err(sessionGone) },
      ],
      done,
    );
    expect(state.attempt).toMatchObject({ at: 'signed-in', access: { at: 'failed', error: sessionGone } });
  });
});

describe('connection settings', () => {
  it('show certificates that were chosen, and stay as they were until they are trusted', () => {
    const value = { authorities: 'handle-1', fileName: 'company.pem', certificates: [] };
    const looking = after([{ type: 'authoritiesOffered', result: ok({ picked: true, value }) }], ready);
    expect(looking).toEqual({ ...ready, offered: value });
    expect(after([{ type: 'authoritiesDeclined' }], looking)).toEqual(ready);
    expect(after([{ type: 'authoritiesOffered', result: ok({ picked: false }) }], looking)).toEqual(looking);
    expect(after([{ type: 'connectionAnswered', result: ok(connection) }], looking)).not.toHaveProperty(
      'offered',
    );
    const refused = localError('sign-in', 'network.untrustedCertificate');
    expect(after([{ type: 'authoritiesOffered', result: err(refused) }], looking)).toEqual({
      ...ready,
      connectionFailure: refused,
    });
  });

  const ready = after([
    { type: 'surroundingsAsked', requestId: 1 },
    {
      type: 'surroundingsAnswered',
      requestId: 1,
      result: ok({ profiles: [profile('work')], regions, connection }),
    },
    asked(2),
    answered(2, signedIn),
  ]);

  it('that change sign out, and are shown', () => {
    const changed = { ...connection, fips: true };
    const state = after([{ type: 'connectionAnswered', result: ok(changed) }], ready);
    expect(state).toMatchObject({ attempt: { at: 'none' }, surroundings: { view: { connection: changed } } });
  });

  it('that are refused change nothing', () => {
    const refusal = localError('sign-in', 'network.untrustedCertificate', { kind: 'file' });
    const state = after([{ type: 'connectionAnswered', result: err(refusal) }], ready);
    expect(state).toEqual({ ...ready, connectionFailure: refusal });
  });
});
