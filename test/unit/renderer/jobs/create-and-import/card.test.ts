import { describe, expect, it } from 'vitest';
import { localError } from '../../../../../main/shared/errors';
import { err, ok } from '../../../../../main/shared/result';
import type { ReceiverCardView } from '../../../../../main/shared/views/receiver-card';
import { receiverTexts } from '../../../../../renderer/jobs/create-and-import/receiver-texts';
import { cardOf, keyDraft, takenFromCard } from '../../../../../renderer/jobs/create-and-import/selectors';
import type { DraftAction } from '../../../../../renderer/jobs/create-and-import/state';
import { cardWords } from '../../../../../renderer/words/create-and-import/receiver-card';
import { region, signedInView, theirs } from '../../ceremony-views';
import { after, atKey, atSignIn, fresh, next, now } from './drafts';

const view: ReceiverCardView = {
  fileName: 'receiver-card.json',
  name: 'Example Data',
  accountId: theirs,
  regions: [region],
  needsGrants: false,
  note: { contact: 'keys@example.com', wanted: ['key-arn'] },
  isExpired: false,
};
const read = (card: ReceiverCardView = view, requestId = 1): readonly DraftAction[] => [
  { type: 'cardAsked', requestId },
  { type: 'cardAnswered', requestId, result: ok({ picked: true, value: card }) },
];
const signedIn: DraftAction = { type: 'signedIn', view: signedInView };

describe('a receiver card', () => {
  it('fills in what would have been typed, and says so of each field', () => {
    const { receiver } = after(read());
    expect(receiver).toEqual({
      preset: 'other',
      name: 'Example Data',
      accountId: theirs,
      needsGrants: false,
      answers: {},
      pasted: '',
      isLater: false,
      region,
    });
    expect(receiverTexts.account(receiver, view, false)).toBe(cardWords.fromCard);
    expect(receiverTexts.region(receiver, view, region)).toBe(cardWords.regionFromCard);
    const changed = { ...receiver, accountId: '1', name: 'x', needsGrants: true, region: 'us-east-1' };
    expect(receiverTexts.account(changed, view, false)).toContain(theirs);
    expect(receiverTexts.name(changed, view)).toContain('Example Data');
    expect(receiverTexts.grants(changed, view)).toBe(cardWords.cardNeedsNoGrants);
    expect(receiverTexts.region(changed, view, undefined)).toContain(region);
  });

  it('leaves the choice of several Regions to the person, unless one of them is chosen already', () => {
    const card = { ...view, regions: ['eu-west-1', region] };
    const suggested: DraftAction = { type: 'regionSuggested', region };
    const elsewhere: DraftAction = { type: 'regionSuggested', region: 'us-east-1' };
    expect(after([suggested, ...read(card)]).receiver.region).toBe(region);
    expect(after([elsewhere, ...read(card)]).receiver.region).toBeUndefined();
    expect(after([...read(card), elsewhere]).receiver.region).toBeUndefined();
  });

  it('changes nothing when it is refused, dismissed or late', () => {
    const failed = err(localError('receiver', 'card.signature'));
    const asked: DraftAction = { type: 'cardAsked', requestId: 2 };
    const answer = (result: typeof failed | ReturnType<typeof ok<{ picked: false }>>): DraftAction => ({
      type: 'cardAnswered',
      requestId: 2,
      result,
    });
    const refused = after([asked, answer(failed)]);
    expect(refused.card).toEqual({ at: 'failed', error: failed.error });
    expect(refused.receiver).toEqual(fresh.receiver);
    const filled = after(read());
    expect(after([asked, answer(ok({ picked: false }))], filled)).toEqual(filled);
    expect(after([asked, ...read(view, 1).slice(1)]).receiver).toEqual(fresh.receiver);
    // Nobody goes on waiting for an answer on a step that was left.
    expect(after([asked, next()], filled).card.at).toBe('ready');
  });

  it('says whom to ask about its own account alone', () => {
    const draftOf = (...actions: readonly DraftAction[]) =>
      keyDraft(after([...read(), ...actions, next(), signedIn, next()]), now)?.receiver;
    expect(draftOf()).toMatchObject({ name: 'Example Data', note: view.note });
    const other: DraftAction = { type: 'receiverChanged', change: { accountId: '333344445555' } };
    expect(draftOf(other)).not.toHaveProperty('note');
    expect(draftOf({ type: 'cardRemoved' })).not.toHaveProperty('note');
    expect(draftOf({ type: 'receiverChanged', change: { preset: 'bluescape' } })).not.toHaveProperty('note');
  });

  it('lets the key step be skipped, and has the name looked up all the same', () => {
    const skip: DraftAction = { type: 'keySkipped', now, signedIn: signedInView };
    const skipped = after([...read(), next(), signedIn, skip]);
    expect(skipped.step).toBe('material');
    expect(takenFromCard(skipped)).toEqual({ receiver: view.name, alias: 'example-data-byok-2026' });
    const looked = after([{ type: 'stepChosen', step: 'key' }], skipped);
    expect(takenFromCard(after([{ type: 'stepChosen', step: 'sign-in' }], looked))).toBeUndefined();
    const typed: DraftAction = { type: 'principalTyped', list: 'users', text: 'anna' };
    expect(after([...read(), next(), signedIn, typed, skip]).step).toBe('key');
    expect(keyDraft(skipped, now)).toMatchObject({ alias: 'example-data-byok-2026' });
    expect(keyDraft(skipped, now)).not.toHaveProperty('material');
    expect(after([signedIn, skip], atSignIn).step).toBe('key');
    expect(after([skip], atKey).step).toBe('key');
    const signedOut: DraftAction = { type: 'keySkipped', now, signedIn: undefined };
    expect(after([...read(), next(), signedOut]).step).toBe('sign-in');
    expect(cardOf(skipped)).toEqual(view);
  });
});
