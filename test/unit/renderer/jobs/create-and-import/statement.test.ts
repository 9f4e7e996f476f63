import { describe, expect, it } from 'vitest';
import { localError } from '../../../../../main/shared/errors';
import { err, ok } from '../../../../../main/shared/result';
import type { StatementView, Unusual } from '../../../../../main/shared/views/statement';
import { copyPurpose, keyDraft, missingIn } from '../../../../../renderer/jobs/create-and-import/selectors';
import { statementQuestion, unusualId } from '../../../../../renderer/jobs/create-and-import/statement';
import type { DraftAction, DraftState } from '../../../../../renderer/jobs/create-and-import/state';
import { region, signedInView, theirs } from '../../ceremony-views';
import { after, next, nextSignedOut, now } from './drafts';

const pasted = '{"Sid":"Use"}';
const grants: Unusual = { sid: 'Use', what: 'grants', word: 'kms:CreateGrant' };
const view: StatementView = { statements: [], json: '[]', accountId: theirs, unusual: [], skipped: [] };
const refused = err(localError('receiver', 'receiver.statement', { reason: 'everything', word: 'kms:*' }));

const change = (fields: Partial<DraftState['receiver']>): DraftAction => ({
  type: 'receiverChanged',
  change: fields,
});
const asked: DraftAction = { type: 'statementAsked', requestId: 1 };
const read = (changes: Partial<StatementView> = {}): readonly DraftAction[] => [
  asked,
  { type: 'statementAnswered', requestId: 1, result: ok({ ...view, ...changes }) },
];
const paste = after([change({ preset: 'other', region }), change({ pasted })]);
const missing = (state: DraftState): string | undefined => missingIn(state, now, signedInView);

describe('a pasted statement', () => {
  it('is asked about once, and again for another text, Region or account', () => {
    expect(statementQuestion(paste)).toEqual({ asks: { from: 'statement', text: pasted }, region });
    const answered = after(read(), paste);
    expect(statementQuestion(after([asked], paste))).toBeUndefined();
    expect(statementQuestion(answered)).toBeUndefined();
    expect(statementQuestion(after([change({ pasted: '[]' })], answered))?.asks).toEqual({
      from: 'statement',
      text: '[]',
    });
    expect(statementQuestion(after([change({ region: 'cn-north-1' })], answered))?.region).toBe('cn-north-1');
    const signedIn = after([{ type: 'signedIn', view: signedInView }], answered);
    expect(statementQuestion(signedIn)?.accountId).toBe(signedInView.accountId);
  });

  it('of another receiver is not missed before somebody tried to go on', () => {
    const tried = after([change({ preset: 'slack', region }), next()]);
    expect(tried.askedTooEarly).toBe(1);
    expect(after([change({ region: 'eu-west-1' })], tried).askedTooEarly).toBe(1);
    expect(after([change({ preset: 'zep' })], tried).askedTooEarly).toBe(0);
  });

  it.each(['slack', 'asana', 'atlassian', 'box', 'zep'])('is what %s asks for', (preset) => {
    const chosen = after([change({ preset, region })]);
    expect(missing(chosen)).toBe('statement');
    expect(missing(after([change({ pasted }), ...read()], chosen))).toBeUndefined();
  });

  it('is not asked for where an account is typed, nor for other services', () => {
    expect(missing(after([change({ preset: 'other', region, accountId: theirs })]))).toBeUndefined();
    const known = after([change({ preset: 'bluescape', region, accountId: theirs, pasted })]);
    expect([missing(known), statementQuestion(known)]).toEqual([undefined, undefined]);
  });

  it('is waited for by Next, which then goes on or says why not', () => {
    const waiting = after([nextSignedOut], paste);
    expect([waiting.step, waiting.isGoingOn]).toEqual(['receiver', true]);
    expect(after(read(), waiting)).toMatchObject({ step: 'sign-in', isGoingOn: false, askedTooEarly: 0 });
    expect(after(read({ unusual: [grants] }), waiting)).toMatchObject({
      step: 'receiver',
      isGoingOn: false,
      askedTooEarly: 1,
    });
    const failed: DraftAction = { type: 'statementAnswered', requestId: 1, result: refused };
    expect(after([asked, failed], waiting)).toMatchObject({ step: 'receiver', isGoingOn: false });
    expect(missing(after([asked, failed], paste))).toBe('refused-statement');
  });

  it('is gone on with once each unusual thing in this very text is confirmed', () => {
    const confirm: DraftAction = {
      type: 'unusualConfirmed',
      unusual: unusualId(grants),
      isConfirmed: true,
    };
    const other: Unusual = { ...grants, word: 'kms:RevokeGrant' };
    const marked = after(read({ unusual: [grants, other] }), paste);
    expect(missing(marked)).toBe('unusual');
    const half = after([confirm], marked);
    expect(missing(half)).toBe('unusual');
    const whole = after([{ ...confirm, unusual: unusualId(other) }], half);
    expect(missing(whole)).toBeUndefined();
    expect(missing(after([{ ...confirm, isConfirmed: false }], whole))).toBe('unusual');
    const edited = after([change({ pasted: `${pasted} ` }), ...read({ unusual: [grants, other] })], whole);
    expect(missing(edited)).toBe('unusual');
  });

  it('is judged anew for the account that is signed in, before the key step', () => {
    const own: Unusual = { sid: 'Use', what: 'ownPrincipal', word: 'arn:aws:iam::1:role/Mine' };
    const signedIn = after(
      [...read(), nextSignedOut, { type: 'signedIn', view: signedInView }, ...read({ unusual: [own] })],
      paste,
    );
    expect(missing(signedIn)).toBe('unusual');
    expect(after([next()], signedIn).step).toBe('sign-in');
    const confirmed = after(
      [{ type: 'unusualConfirmed', unusual: unusualId(own), isConfirmed: true }, next()],
      signedIn,
    );
    expect(confirmed.step).toBe('key');
  });

  it('goes with the draft as it was pasted, and its account with the copy', () => {
    const actions: readonly DraftAction[] = [
      ...read(),
      nextSignedOut,
      { type: 'signedIn', view: signedInView },
      ...read(),
      next(),
    ];
    const atKey = after(actions, after([change({ accountId: '999988887777' })], paste));
    expect(keyDraft(atKey, now)?.receiver).toMatchObject({
      preset: 'other',
      accountId: theirs,
      asks: { from: 'statement', text: pasted },
    });
    expect(copyPurpose(atKey)).toMatchObject({ receiver: { accountId: theirs } });
  });

  it('is dropped when another service is chosen', () => {
    const answered = after(read(), paste);
    expect(after([change({ preset: 'slack', pasted: '' })], answered).statement).toEqual({ at: 'idle' });
  });
});
