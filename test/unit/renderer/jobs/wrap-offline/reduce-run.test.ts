import { describe, expect, it } from 'vitest';
import type { WrapProgress } from '../../../../../main/shared/progress';
import { err } from '../../../../../main/shared/result';
import {
  initialState,
  type WrapOfflineAction,
  type WrapOfflineState,
} from '../../../../../renderer/jobs/wrap-offline/state';
import { noCopy } from '../../custody/steps';
import { diskFull, expired, released, savedView, wrongLength } from '../../views';
import {
  after,
  atMaterial,
  confirmed,
  custody,
  dismissed,
  fileTaken,
  held,
  inChina,
  next,
  picked,
  taken,
} from './steps';

const running = after([{ type: 'wrapAsked', requestId: 9 }], confirmed);
const event = (seq: number, stage: WrapProgress['stage'] = 'wrap'): WrapProgress => ({
  seq,
  stage,
  state: 'running',
});

describe('Wrap and save', () => {
  it.each<[string, WrapOfflineState]>([
    ['a copy', atMaterial],
    ['a file', after(custody({ type: 'sourceChosen', source: 'file' }), confirmed)],
    ['a length', after([...taken(1, inChina), next])],
  ])('stays while %s is missing', (_, state) => {
    expect(after([{ type: 'wrapAsked', requestId: 9 }], state)).toMatchObject({
      step: 'material',
      askedTooEarly: 1,
      draft: { custody: { askedTooEarly: 1 } },
    });
  });

  it('runs once, and nothing else can be changed meanwhile', () => {
    const others: readonly WrapOfflineAction[] = [
      { type: 'wrapAsked', requestId: 10 },
      { type: 'previousChosen' },
      { type: 'exportChosen', exportPlaintext: true },
      ...custody({ type: 'startedAgain' }, { type: 'heldLost', error: released }),
      { type: 'parametersAsked', requestId: 11 },
      { type: 'wrapAnswered', requestId: 8, result: picked(savedView) },
    ];
    expect(running).toMatchObject({ step: 'running', requestId: 9, progress: [] });
    expect(after(others, running)).toBe(running);
  });

  it('goes back to the step when no folder is chosen', () => {
    expect(after([{ type: 'wrapAnswered', requestId: 9, result: dismissed }], running)).toEqual(confirmed);
  });

  it('ends on the saved screen', () => {
    expect(after([{ type: 'wrapAnswered', requestId: 9, result: picked(savedView) }], running)).toEqual({
      step: 'saved',
      saved: savedView,
    });
  });

  it('collects progress in its order, and passes over what comes twice or late', () => {
    const events = [event(0, 'self-test'), event(2, 'wrap'), event(1, 'material'), event(2, 'wrap')];
    const state = after(
      events.map((progress) => ({ type: 'progressed', progress }) as const),
      running,
    );
    expect(state).toMatchObject({ progress: [event(0, 'self-test'), event(2, 'wrap')] });
  });

  it('shows a failure on the step, and drops it at the next attempt', () => {
    const failed = after([{ type: 'wrapAnswered', requestId: 9, result: err(diskFull) }], running);
    expect(failed).toMatchObject({ step: 'material', failure: diskFull });
    const again = after([{ type: 'wrapAsked', requestId: 10 }], failed);
    expect(after([{ type: 'wrapAnswered', requestId: 10, result: dismissed }], again)).not.toHaveProperty(
      'failure',
    );
  });

  it('leads back to the import parameters when the fault is theirs', () => {
    expect(after([{ type: 'wrapAnswered', requestId: 9, result: err(expired) }], running)).toEqual({
      ...initialState,
      intake: { at: 'failed', error: expired },
    });
  });

  it('shows a fault of the file at the file', () => {
    const fromFile = after(
      [...fileTaken(3), ...custody(noCopy), { type: 'wrapAsked', requestId: 9 }],
      atMaterial,
    );
    const failed = after([{ type: 'wrapAnswered', requestId: 9, result: err(wrongLength) }], fromFile);
    expect(failed).toMatchObject({
      step: 'material',
      draft: { custody: { file: { at: 'failed', error: wrongLength } } },
    });
    expect(failed).not.toHaveProperty('failure');
  });

  it('leads to the copy when what was held is gone, and keeps it after any other failure', () => {
    const fromHeld = after([...held(7), { type: 'wrapAsked', requestId: 9 }], atMaterial);
    const lost = after([{ type: 'wrapAnswered', requestId: 9, result: err(released) }], fromHeld);
    expect(lost).toMatchObject({
      step: 'material',
      draft: { custody: { source: 'restore', held: { at: 'failed', error: released } } },
    });
    const failed = after([{ type: 'wrapAnswered', requestId: 9, result: err(diskFull) }], fromHeld);
    expect(failed).toMatchObject({
      failure: diskFull,
      draft: { custody: { source: 'generate', held: { at: 'ready' } } },
    });
  });
});

describe('Start over', () => {
  it.each<[string, WrapOfflineState]>([
    ['the saved screen', { step: 'saved', saved: savedView }],
    ['the second step', atMaterial],
  ])('leads from %s to the beginning', (_, state) => {
    expect(after([{ type: 'startedOver' }], state)).toEqual(initialState);
  });
});
