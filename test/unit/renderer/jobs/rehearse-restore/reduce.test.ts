import { describe, expect, it } from 'vitest';
import { localError } from '../../../../../main/shared/errors';
import { err, ok } from '../../../../../main/shared/result';
import { nothingChosen, type RehearseAction } from '../../../../../renderer/jobs/rehearse-restore/state';
import { foundSealed, foundShares, recordView, rehearsalView } from '../../views';
import { after, complete, copyTaken, formAfter, passphrase, recordTaken } from './actions';

const refused = err(localError('custody', 'copy.nothingRecognised'));
const compared = (result: Extract<RehearseAction, { type: 'compareAnswered' }>['result'], requestId = 3) =>
  ({ type: 'compareAnswered', requestId, result }) as const;
const asked: readonly RehearseAction[] = [...complete, { type: 'compareAsked', requestId: 3 }];

describe('the copy', () => {
  it('takes what was typed for another one with it', () => {
    expect(formAfter([...complete, ...copyTaken(4, foundShares)])).toMatchObject({
      copy: { at: 'ready', view: foundShares },
      passphrase: '',
      checkValue: recordView.checkValue,
    });
  });

  it('stays when the dialog is dismissed, stays when another is refused, and comes late to nothing', () => {
    const ready = formAfter(complete);
    const choosing = formAfter([{ type: 'copyAsked', requestId: 5 }], ready);
    const answer = (result: Extract<RehearseAction, { type: 'copyAnswered' }>['result'], requestId = 5) =>
      formAfter([{ type: 'copyAnswered', requestId, result }], choosing);
    expect(answer(ok({ picked: false }))).toEqual(ready);
    expect(answer(refused)).toEqual({
      ...ready,
      copy: { at: 'failed', error: refused.error, kept: foundSealed },
    });
    expect(answer(ok({ picked: true, value: foundShares }), 1)).toEqual(choosing);
  });
});

describe('the record', () => {
  it('fills in its check value', () => {
    const form = formAfter([{ type: 'checkValueTyped', checkValue: 'ffff' }, ...recordTaken(1, recordView)]);
    expect(form.checkValue).toBe(recordView.checkValue);
  });

  it('stays while the same value is written in another way, and goes with another value', () => {
    const typed = (checkValue: string) =>
      formAfter([...recordTaken(1, recordView), { type: 'checkValueTyped', checkValue }]).record.at;
    expect(typed('0123-4567 89AB CDEF')).toBe('ready');
    expect(typed('0123456789abcdee')).toBe('idle');
    expect(typed('0123456789abcde')).toBe('idle');
  });

  it('that says no check value leaves what was typed', () => {
    const form = formAfter([
      { type: 'checkValueTyped', checkValue: 'ffff' },
      { type: 'recordAsked', requestId: 1 },
      { type: 'recordAnswered', requestId: 1, result: refused },
    ]);
    expect(form).toMatchObject({ checkValue: 'ffff', record: { at: 'failed' } });
  });
});

describe('the comparison', () => {
  it('does not begin before all is there', () => {
    const form = formAfter(copyTaken(1, foundSealed));
    expect(after([{ type: 'compareAsked', requestId: 2 }], form)).toBe(form);
    expect(formAfter([{ type: 'compareAskedTooEarly' }], form).askedTooEarly).toBe(1);
  });

  it('takes the passphrase out of the state with the question, and no answer brings it back', () => {
    const answers = [ok(rehearsalView), err(localError('custody', 'copy.wrongPassphrase'))];
    const states = [after(asked), ...answers.map((result) => after([...asked, compared(result)]))];
    for (const state of states) expect(JSON.stringify(state)).not.toContain(passphrase);
    expect(JSON.stringify(formAfter(complete))).toContain(passphrase);
  });

  it('leads back to the form with what went wrong, which goes with the next thing that is chosen', () => {
    const error = localError('custody', 'copy.wrongPassphrase');
    const form = formAfter([...asked, compared(err(error))]);
    expect(form).toEqual({ ...formAfter(complete), passphrase: '', failure: error });
    expect(formAfter(copyTaken(4, foundShares), form).failure).toBeUndefined();
    expect(formAfter(recordTaken(4, recordView), form).failure).toBeUndefined();
  });

  it('asks for the copy again when main holds it no longer', () => {
    const gone = err(localError('custody', 'copy.gone'));
    expect(formAfter([...asked, compared(gone)]).copy).toEqual({ at: 'idle' });
  });

  it('ends with the proof and the record that it was compared with', () => {
    expect(after([...asked, compared(ok(rehearsalView))])).toEqual({
      step: 'rehearsed',
      rehearsal: rehearsalView,
      record: recordView,
    });
    const typed: readonly RehearseAction[] = [
      ...copyTaken(1, foundShares),
      { type: 'checkValueTyped', checkValue: recordView.checkValue },
      { type: 'compareAsked', requestId: 3 },
      compared(ok(rehearsalView)),
    ];
    expect(after(typed)).toEqual({ step: 'rehearsed', rehearsal: rehearsalView });
  });

  it('takes no late answer, and can be begun anew', () => {
    expect(after([...asked, compared(ok(rehearsalView), 1)])).toEqual(after(asked));
    const rehearsed = after([...asked, compared(ok(rehearsalView))]);
    expect(after([{ type: 'startedOver' }, compared(ok(rehearsalView))], rehearsed)).toEqual(nothingChosen);
  });
});
