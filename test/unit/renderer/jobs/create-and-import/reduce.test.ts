import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../../main/shared/result';
import { materialChoice } from '../../../../../renderer/jobs/create-and-import/selectors';
import type { DraftAction, DraftState } from '../../../../../renderer/jobs/create-and-import/state';
import { admin, planView, region, signedInView } from '../../ceremony-views';
import { fileTaken, held, noCopy } from '../../custody/steps';
import { released, wrongLength } from '../../views';
import {
  after,
  atKey,
  atMaterial,
  atReview,
  atSignIn,
  custody,
  fresh,
  next,
  nextSignedOut,
  planned,
} from './drafts';

describe('Next', () => {
  it('goes from step to step with the defaults', () => {
    expect([fresh, atSignIn, atKey, atMaterial, atReview].map(({ step }) => step)).toEqual([
      'receiver',
      'sign-in',
      'key',
      'material',
      'review',
    ]);
  });

  it.each<[string, DraftState, DraftAction]>([
    ['the receiver', fresh, next()],
    ['the sign-in', atSignIn, nextSignedOut],
    ['the receiver not being oneself', atSignIn, next({ ...signedInView, accountId: '210987654321' })],
    ['a copy', atMaterial, next()],
    ['the file', after(custody({ type: 'sourceChosen', source: 'file' }), atMaterial), next()],
    [
      'the day of expiry',
      after(
        [
          ...custody(noCopy),
          { type: 'materialChanged', change: { expiry: { kind: 'on', typed: '', day: '' } } },
        ],
        atMaterial,
      ),
      next(),
    ],
    ['the tick', atReview, next()],
  ])('stays for want of %s, and counts the attempt', (_, state, action) => {
    expect(after([action, action], state)).toMatchObject({ step: state.step, askedTooEarly: 2 });
  });

  it('forgets about earlier attempts on the next step', () => {
    const state = after([nextSignedOut, { type: 'signedIn', view: signedInView }, next()], atSignIn);
    expect(state).toMatchObject({ step: 'key', askedTooEarly: 0 });
  });
});

describe('Next on the key step', () => {
  const named: DraftAction = { type: 'keyChanged', change: { alias: 'alias/other' } };
  const typed = (text: string): DraftAction => ({ type: 'principalTyped', list: 'administrators', text });

  it('stays while a principal is typed and not added, and goes on once the field is empty', () => {
    const looked = after([...planned(1), typed('anna'), next()], atKey);
    expect(looked).toMatchObject({ step: 'key', askedTooEarly: 1, isGoingOn: false });
    expect(after([typed('  '), next()], looked).step).toBe('material');
  });

  it('waits for the answer about an alias that was changed a moment ago, and goes on with it', () => {
    const waiting = after([...planned(1), named, next()], atKey);
    expect(waiting).toMatchObject({ step: 'key', askedTooEarly: 0, isGoingOn: true });
    expect(after(planned(2), waiting)).toMatchObject({ step: 'material', isGoingOn: false });
  });

  it.each<[string, DraftAction]>([
    ['taken', { type: 'planAnswered', requestId: 2, result: ok({ ...planView, alias: 'taken' }) }],
    ['refused', { type: 'planAnswered', requestId: 2, result: err(wrongLength) }],
  ])('stays with an alias that turns out to be %s', (_, answer) => {
    const asked: DraftAction = { type: 'planAsked', requestId: 2 };
    const stayed = after([...planned(1), named, next(), asked, answer], atKey);
    expect(stayed).toMatchObject({ step: 'key', askedTooEarly: 1, isGoingOn: false });
  });

  it('does not go on by itself after another change', () => {
    const again: DraftAction = { type: 'keyChanged', change: { alias: 'alias/third' } };
    expect(after([...planned(1), named, next(), again, ...planned(2)], atKey).step).toBe('key');
  });

  it('goes on with the next suggestion where the first one is taken', () => {
    const taken = planned(1, { ...planView, alias: 'taken' });
    expect(after([next(), ...taken, ...planned(2)], atKey).step).toBe('material');
  });
});

describe('going back', () => {
  it('keeps everything, and asks for the tick again', () => {
    const ticked = after([{ type: 'understoodChosen', isUnderstood: true }], atReview);
    const back = after([{ type: 'stepChosen', step: 'receiver' }], ticked);
    expect(back).toMatchObject({ step: 'receiver', receiver: ticked.receiver, isUnderstood: false });
    expect(after([next(), next(), next(), next()], back)).toMatchObject({
      step: 'review',
      plan: atReview.plan,
    });
  });

  it('never goes forward', () => {
    expect(after([{ type: 'stepChosen', step: 'review' }], atKey)).toBe(atKey);
  });

  it('does not leave a file waiting for an answer that will be dropped', () => {
    const left = after(
      [...custody({ type: 'fileAsked', requestId: 5 }), { type: 'stepChosen', step: 'key' }],
      atMaterial,
    );
    expect(left.material.custody.file).toEqual({ at: 'idle' });
  });
});

describe('the plan', () => {
  it.each<[string, DraftAction]>([
    ['the receiver', { type: 'receiverChanged', change: { name: 'X' } }],
    ['the key', { type: 'keyChanged', change: { multiRegion: true } }],
    ['the material', { type: 'materialChanged', change: { wrappingKeySpec: 'RSA_3072' } }],
    ['the identity', { type: 'signedIn', view: { ...signedInView, session: 'session-2' } }],
  ])('goes, and the tick with it, when %s changes', (_, change) => {
    const ticked = after([{ type: 'understoodChosen', isUnderstood: true }], atReview);
    expect(after([change], ticked)).toMatchObject({ plan: { at: 'idle' }, isUnderstood: false });
  });

  it('drops a late answer', () => {
    const asked = after(
      [
        { type: 'planAsked', requestId: 7 },
        { type: 'planAsked', requestId: 8 },
      ],
      atKey,
    );
    expect(after([{ type: 'planAnswered', requestId: 7, result: ok(planView) }], asked)).toBe(asked);
  });

  it('replaces a suggested alias that is taken, and leaves a typed one to the person', () => {
    const taken = { ...planView, alias: 'taken' } as const;
    expect(after(planned(7, taken), atKey)).toMatchObject({
      plan: { at: 'idle' },
      key: { aliasSuggestion: 2 },
    });
    const typed = after([{ type: 'keyChanged', change: { alias: 'mine' } }, ...planned(7, taken)], atKey);
    expect(typed).toMatchObject({ plan: { at: 'ready' }, key: { alias: 'mine', aliasSuggestion: 1 } });
    expect(after([next()], typed)).toMatchObject({ step: 'key', askedTooEarly: 1 });
  });

  it('that is refused keeps the step, and is asked for again after a change of step', () => {
    const refused = after(
      [
        { type: 'planAsked', requestId: 7 },
        { type: 'planAnswered', requestId: 7, result: err(wrongLength) },
      ],
      atKey,
    );
    expect(after([next()], refused)).toMatchObject({ step: 'key', askedTooEarly: 1 });
    expect(after([{ type: 'stepChosen', step: 'receiver' }], refused).plan).toEqual({ at: 'idle' });
  });
});

describe('administrators and users', () => {
  it('begin with the caller as administrator, and with nobody as user (audit 13)', () => {
    expect(atKey.key).toMatchObject({ administrators: [admin], users: [] });
  });

  it('stay when the same account signs in anew, and go with another account', () => {
    const changed = after([{ type: 'keyChanged', change: { users: [admin] } }], atKey);
    const renewed = { ...signedInView, session: 'session-2' };
    expect(after([{ type: 'signedIn', view: renewed }], changed).key.users).toEqual([admin]);
    const other = { ...signedInView, accountId: '444455556666', principalArn: admin.replace('1111', '4444') };
    expect(after([{ type: 'signedIn', view: other }], changed).key).toMatchObject({
      administrators: [other.principalArn],
      users: [],
    });
  });

  it('leave out the root of the account, which no key policy names as one', () => {
    const root = { ...signedInView, principalArn: 'arn:aws:iam::111122223333:root' };
    expect(after([{ type: 'signedIn', view: root }], atSignIn).key.administrators).toEqual([]);
  });
});

describe('the Region', () => {
  it('is suggested once, and never over what a person chose', () => {
    expect(after([{ type: 'regionSuggested', region }]).receiver.region).toBe(region);
    const chosen = after([{ type: 'receiverChanged', change: { region: 'eu-west-1' } }]);
    expect(after([{ type: 'regionSuggested', region }], chosen)).toBe(chosen);
  });

  it('that takes another key length drops the file that was checked against the other one', () => {
    const picked = after(custody(...fileTaken(5)), atMaterial);
    const move = (to: string): DraftState =>
      after([{ type: 'receiverChanged', change: { region: to } }], picked);
    expect(move('cn-north-1').material.custody.file).toEqual({ at: 'idle' });
    expect(move('eu-west-1').material.custody.file).toMatchObject({ at: 'ready' });
  });
});

describe('material that is held', () => {
  const heldNow = after(custody(...held(7)), atMaterial);
  const review = after([...planned(8), next()], heldNow);
  const other = { ...signedInView, accountId: '444455556666', principalArn: admin.replace('1111', '4444') };

  it.each<[string, DraftAction]>([
    ['another Region', { type: 'receiverChanged', change: { region: 'eu-west-1' } }],
    ['another account', { type: 'signedIn', view: other }],
    ['another wrapping key', { type: 'materialChanged', change: { wrappingKeySpec: 'RSA_3072' } }],
    ['another algorithm', { type: 'materialChanged', change: { wrappingAlgorithm: 'RSAES_OAEP_SHA_1' } }],
  ])('goes with %s, for which its copy was not made', (_, action) => {
    expect(after([action], heldNow).material.custody.held).toEqual({ at: 'idle' });
  });

  it.each<[string, DraftAction]>([
    ['another alias', { type: 'keyChanged', change: { alias: 'mine' } }],
    ['a day of expiry', { type: 'materialChanged', change: { expiry: { kind: 'on', typed: '', day: '' } } }],
    ['a new session', { type: 'signedIn', view: { ...signedInView, session: 'session-2' } }],
  ])('stays with %s', (_, action) => {
    expect(after([action], heldNow).material.custody.held).toMatchObject({ at: 'ready' });
  });

  it('keeps its wrapping while it is being made', () => {
    const working = after(custody({ type: 'holdAsked', requestId: 7 }), atMaterial);
    const change = { wrappingKeySpec: 'RSA_3072' } as const;
    expect(after([{ type: 'materialChanged', change }], working)).toBe(working);
  });

  it.each<[string, readonly DraftAction[]]>([
    ['its time is over', custody({ type: 'heldLost', error: released })],
    ['main does not begin with it', [{ type: 'planRefused', error: released }]],
    [
      'main cannot plan with it',
      [
        { type: 'planDropped' },
        { type: 'planAsked', requestId: 9 },
        { type: 'planAnswered', requestId: 9, result: err(released) },
      ],
    ],
  ])('leads back to its copy once %s', (_, actions) => {
    expect(after(actions, review)).toMatchObject({
      step: 'material',
      plan: { at: 'idle' },
      isUnderstood: false,
      material: { custody: { source: 'restore', held: { at: 'failed', error: released } } },
    });
  });

  it('is not blamed for another refusal', () => {
    const refused = after([{ type: 'planRefused', error: wrongLength }], review);
    expect(refused).toMatchObject({ step: 'review', plan: { at: 'idle' } });
    expect(materialChoice(refused)).toEqual({ from: 'held', handle: 'held-1' });
  });
});
