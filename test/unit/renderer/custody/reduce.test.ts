import { describe, expect, it } from 'vitest';
import { localError } from '../../../../main/shared/errors';
import { err, ok } from '../../../../main/shared/result';
import { atRest } from '../../../../renderer/custody/reduce';
import { missingIn } from '../../../../renderer/custody/selectors';
import type { CustodyAction, CustodyState } from '../../../../renderer/custody/state';
import { diskFull, foundSealed, foundShares, heldView, materialView, released, wrongLength } from '../views';
import { after, copyTaken, dismissed, fileTaken, fresh, held, noCopy, picked, strong, typed } from './steps';

const failed: CustodyAction = { type: 'holdAnswered', requestId: 7, result: err(diskFull) };
const asked: CustodyAction = { type: 'holdAsked', requestId: 7 };
const heldNow = after([typed, ...held(7)]);

/** Whatever a state holds that could be a passphrase. */
const passphrasesIn = ({ fields, restore }: CustodyState): string =>
  fields.passphrase + fields.repeated + restore.passphrase;

describe('a passphrase', () => {
  const opening: readonly CustodyAction[] = [
    ...copyTaken(3, foundSealed),
    { type: 'restoreChanged', change: { passphrase: strong } },
    asked,
  ];

  it.each<[string, readonly CustodyAction[]]>([
    ['a copy is asked for', [typed, asked]],
    ['it was suggested, and a copy is held', [suggested(), ...held(7)]],
    ['it was suggested, and a run goes on without a copy', [suggested(), { type: 'neededAgain' }]],
    ['a copy is to be opened', opening],
    ['other material is chosen', [typed, { type: 'sourceChosen', source: 'restore' }]],
  ])('leaves the state when %s', (_, actions) => {
    expect(passphrasesIn(after(actions.slice(0, -1)))).toContain(strong);
    expect(passphrasesIn(after(actions))).toBe('');
    expect(JSON.stringify(after(actions))).not.toContain(strong);
  });

  it.each<[string, readonly CustodyAction[]]>([
    ['a copy is asked for', [asked]],
    ['the dialog is dismissed', [asked, { type: 'holdAnswered', requestId: 7, result: dismissed }]],
    ['saving fails', [asked, failed]],
    ['another source is chosen', [{ type: 'sourceChosen', source: 'restore' }]],
    ['another form of copy is chosen', [{ type: 'fieldsChanged', change: { form: 'recipients' } }]],
    ['another copy is opened in vain', [...opening, failed]],
    ['no other can be suggested', [{ type: 'passphraseSuggested', result: err(diskFull) }]],
  ])('that was suggested stays when %s, with what was typed of it', (_, actions) => {
    const { fields, mustTypeAgain } = after([suggested(), { type: 'wordsTyped', text: 'lock' }, ...actions]);
    const words = { places: [1, 3], typed: 'lock' };
    expect(fields).toMatchObject({ passphrase: strong, repeated: strong, suggested: words });
    expect(mustTypeAgain).toBe(actions[0] === opening[0]);
  });

  it('that was suggested stays when the step is left, and one that was typed does not', () => {
    expect(atRest(after([suggested()])).fields.passphrase).toBe(strong);
    expect(passphrasesIn(atRest(after([typed])))).toBe('');
  });

  it.each<[string, CustodyAction]>([
    ['fails', failed],
    ['ends with a dismissed dialog', { type: 'holdAnswered', requestId: 7, result: dismissed }],
  ])('has to be typed again when the attempt %s', (_, answer) => {
    expect(after([typed, asked, answer])).toMatchObject({ mustTypeAgain: true });
    expect(after([...opening, answer])).toMatchObject({ mustTypeAgain: true });
    expect(after([typed, asked, answer, asked])).toMatchObject({ mustTypeAgain: false });
  });

  it.each<[string, readonly CustodyAction[]]>([
    ['shares are made', [{ type: 'fieldsChanged', change: { form: 'shares' } }, asked]],
    ['shares are opened', [...copyTaken(3, foundShares), asked]],
  ])('is not asked for where %s', (_, actions) => {
    expect(after([...actions, failed])).toMatchObject({ held: { at: 'failed' }, mustTypeAgain: false });
  });

  it('that was suggested fills both fields, and is an own one as soon as it is changed', () => {
    const state = after([suggested()]);
    expect(state.fields).toMatchObject({ passphrase: strong, repeated: strong, suggested: { typed: '' } });
    const repeated = after([{ type: 'fieldsChanged', change: { repeated: 'x' } }], state);
    expect(repeated.fields.suggested).toBeDefined();
    const changed = after([{ type: 'fieldsChanged', change: { passphrase: 'x' } }], state);
    expect(changed.fields.suggested).toBeUndefined();
  });

  it('that cannot be suggested says why', () => {
    const error = localError('app', 'internal.unexpected');
    expect(after([{ type: 'passphraseSuggested', result: err(error) }])).toMatchObject({
      held: { at: 'failed', error },
    });
  });
});

function suggested(): CustodyAction {
  return {
    type: 'passphraseSuggested',
    result: ok({ passphrase: strong, asked: { places: [1, 3], typed: '' } }),
  };
}

describe('while a copy is being made', () => {
  const working = after([typed, asked]);

  it('nothing else changes', () => {
    const others: readonly CustodyAction[] = [
      { type: 'sourceChosen', source: 'file' },
      { type: 'fileAsked', requestId: 8 },
      typed,
      suggested(),
      noCopy,
      { type: 'holdAsked', requestId: 9 },
      { type: 'heldLost', error: released },
      { type: 'startedAgain' },
      { type: 'triedTooEarly' },
      { type: 'neededAgain' },
      { type: 'holdAnswered', requestId: 6, result: picked(heldView) },
    ];
    expect(after(others, working)).toBe(working);
    expect(atRest(working)).toBe(working);
  });

  it('its answer counts', () => {
    expect(after([{ type: 'holdAnswered', requestId: 7, result: picked(heldView) }], working)).toMatchObject({
      held: { at: 'ready', view: heldView },
    });
    expect(after([failed], working)).toMatchObject({ held: { at: 'failed', error: diskFull } });
  });

  it('an earlier failure is not what a dismissed dialog leads back to', () => {
    const again = after([typed, asked, failed, { type: 'holdAsked', requestId: 8 }]);
    expect(after([{ type: 'holdAnswered', requestId: 8, result: dismissed }], again).held).toEqual({
      at: 'idle',
    });
  });
});

describe('material that is held', () => {
  it.each<[string, CustodyAction]>([
    ['another source', { type: 'sourceChosen', source: 'file' }],
    ['another file', { type: 'fileAsked', requestId: 8 }],
    ['another copy', { type: 'copyAsked', requestId: 8 }],
    ['another form of copy', { type: 'fieldsChanged', change: { form: 'shares' } }],
    ['a new start', { type: 'startedAgain' }],
    ['a run that asks for material once more', { type: 'neededAgain' }],
  ])('goes with %s', (_, action) => {
    expect(after([action], heldNow).held).toEqual({ at: 'idle' });
  });

  it('stays when its source is chosen once more, and when the step is left', () => {
    expect(after([{ type: 'sourceChosen', source: 'generate' }], heldNow).held).toBe(heldNow.held);
    expect(atRest(heldNow).held).toBe(heldNow.held);
  });

  it('that is lost leads to its copy, with the reason', () => {
    const lost = after([{ type: 'heldLost', error: released }], heldNow);
    expect(lost).toMatchObject({ source: 'restore', held: { at: 'failed', error: released } });
    expect(atRest(lost)).toMatchObject({ held: { at: 'failed', error: released } });
  });

  it('is not lost where none is held', () => {
    expect(after([{ type: 'heldLost', error: released }])).toBe(fresh);
  });

  it('is wanted from its copy once a run has used it up', () => {
    expect(after([{ type: 'neededAgain' }], heldNow)).toMatchObject({ source: 'restore' });
    expect(after([noCopy, { type: 'neededAgain' }])).toMatchObject({ source: 'generate', confirmation: '' });
  });
});

describe('a file and a copy that were found', () => {
  it('are kept when the dialog is dismissed, and beside a refusal', () => {
    const file = after([...fileTaken(3), { type: 'fileAsked', requestId: 4 }]);
    const back = after([{ type: 'fileAnswered', requestId: 4, result: dismissed }], file);
    expect(back.file).toEqual({ at: 'ready', view: materialView });
    const refused = after([{ type: 'fileAnswered', requestId: 4, result: err(wrongLength) }], file);
    expect(refused.file).toEqual({ at: 'failed', error: wrongLength, kept: materialView });
    expect(missingIn(refused)).toBe('copy');
    expect(atRest(refused).file).toEqual({ at: 'ready', view: materialView });
    const copy = after([...copyTaken(3, foundSealed), { type: 'copyAsked', requestId: 4 }]);
    const kept = after([{ type: 'copyAnswered', requestId: 4, result: dismissed }], copy);
    expect(kept.restore.copy).toEqual({ at: 'ready', view: foundSealed });
  });

  it('drop late answers, and wait for none once the step is left', () => {
    const state = after([...fileTaken(3), { type: 'fileAsked', requestId: 4 }]);
    expect(after([{ type: 'fileAnswered', requestId: 3, result: dismissed }], state)).toEqual(state);
    expect(atRest(state).file).toEqual({ at: 'ready', view: materialView });
    const looking = after([{ type: 'copyAsked', requestId: 4 }]);
    expect(atRest(looking).restore.copy).toEqual({ at: 'idle' });
  });
});

describe('custodians', () => {
  it('are never fewer than the shares that are needed', () => {
    const state = after([{ type: 'fieldsChanged', change: { threshold: 3 } }]);
    const fewer = after([{ type: 'fieldsChanged', change: { custodians: ['Alice', 'Bob'] } }], state);
    expect(fewer.fields.threshold).toBe(2);
  });
});

describe('what is missing', () => {
  it('is shown from the first attempt on, until something else is chosen', () => {
    const tried = after([{ type: 'triedTooEarly' }, { type: 'triedTooEarly' }]);
    expect(tried.askedTooEarly).toBe(2);
    for (const action of [
      { type: 'sourceChosen', source: 'generate' },
      { type: 'fieldsChanged', change: { form: 'shares' } },
      { type: 'holdAsked', requestId: 7 },
    ] satisfies readonly CustodyAction[]) {
      expect(after([action], tried).askedTooEarly).toBe(0);
    }
    expect(after([typed], tried).askedTooEarly).toBe(2);
  });
});
