import { describe, expect, it } from 'vitest';
import type { RunRow } from '../../../../main/shared/views/aws';
import type { RunView } from '../../../../main/shared/contract';
import { localError } from '../../../../main/shared/errors';
import { err, ok } from '../../../../main/shared/result';
import { reduce } from '../../../../renderer/run/reduce';
import { noRun, type RunAction, type RunState } from '../../../../renderer/run/state';
import { denied, handOverView, keyArn, sessionGone } from '../ceremony-views';

const after = (actions: readonly RunAction[], from: RunState = noRun): RunState =>
  actions.reduce(reduce, from);
const asked = (requestId: number): RunAction => ({ type: 'runAsked', requestId });
const answered = (requestId: number, view: RunView): RunAction => ({
  type: 'runAnswered',
  requestId,
  result: ok(view),
});
const progressed = (seq: number, state: RunRow['state']): RunAction => ({
  type: 'runProgressed',
  progress: { seq, rows: [{ step: 'create-key', state }] },
});
const rows: readonly RunRow[] = [
  { step: 'create-key', state: 'done' },
  { step: 'import', state: 'failed' },
];
const failed: RunView = { run: 'run-1', rows, keyArn, failure: { error: denied, next: 'continue' } };
const paused = after([asked(1), answered(1, failed)]);

describe('a run', () => {
  it('collects the rows in their order, and passes over what comes twice or late', () => {
    const state = after([
      asked(1),
      progressed(0, 'running'),
      progressed(2, 'done'),
      progressed(1, 'running'),
    ]);
    expect(state).toMatchObject({ at: 'running', seq: 2, rows: [{ state: 'done' }] });
  });

  it('ends with the hand-over', () => {
    const done = answered(1, { run: 'run-1', rows, handOver: handOverView });
    expect(after([asked(1), done])).toEqual({ at: 'done', run: 'run-1', handOver: handOverView });
  });

  it('pauses with what is done, the cause and the next action', () => {
    expect(paused).toEqual({
      at: 'paused',
      run: 'run-1',
      rows,
      keyArn,
      error: denied,
      next: 'continue',
      candidates: [],
      failures: 1,
    });
  });

  it('shows what is done while it goes on, and counts its failures', () => {
    const again = after([asked(2)], paused);
    expect(again).toMatchObject({ at: 'running', rows });
    expect(after([answered(2, failed)], again)).toMatchObject({ at: 'paused', failures: 2 });
  });

  it('that did not even begin leads back with the cause', () => {
    const refusal = localError('app', 'plan.gone');
    expect(after([asked(1), { type: 'runAnswered', requestId: 1, result: err(refusal) }])).toEqual({
      at: 'none',
      failure: refusal,
    });
  });

  it('that may not go on stays paused, and asks to sign in when nobody is', () => {
    const refused = (error: typeof sessionGone) =>
      after([asked(2), { type: 'runAnswered', requestId: 2, result: err(error) }], paused);
    expect(refused(sessionGone)).toMatchObject({ at: 'paused', next: 'sign-in', error: sessionGone, rows });
    expect(refused(localError('run', 'job.busy'))).toMatchObject({ at: 'paused', next: 'continue' });
  });

  it('without failure and without hand-over is a fault, and never looks like success', () => {
    expect(after([asked(1), answered(1, { run: 'run-1', rows })])).toMatchObject({
      at: 'paused',
      error: { code: 'internal.unexpected', retry: 'check-first' },
    });
  });

  it('says that it is stopping from the moment that it was asked to, and no longer than that run', () => {
    const stopping = after([asked(1), { type: 'stopAsked' }]);
    expect(stopping).toMatchObject({ at: 'running', isStopping: true });
    const stopped = after([answered(1, failed)], stopping);
    expect(after([asked(2)], stopped)).toMatchObject({ at: 'running', isStopping: false });
    expect(after([{ type: 'stopAsked' }], paused)).toBe(paused);
  });

  it('is never left while it runs, nor begun twice', () => {
    const running = after([asked(1)]);
    expect(after([{ type: 'runLeft' }, asked(2)], running)).toBe(running);
    expect(after([answered(2, failed)], running)).toBe(running);
    expect(after([{ type: 'runLeft' }], paused)).toEqual(noRun);
  });
});
