import { describe, expect, it } from 'vitest';
import type { WrapProgress } from '../../../../../main/shared/progress';
import { err } from '../../../../../main/shared/result';
import {
  initialState,
  type WrapOfflineAction,
  type WrapOfflineState,
} from '../../../../../renderer/jobs/wrap-offline/state';
import { diskFull, expired, savedView, wrongLength } from '../../views';
import { after, atMaterial, dismissed, fileTaken, inChina, next, picked, taken } from './steps';

const running = after([{ type: 'wrapAsked', requestId: 9 }], atMaterial);
const event = (seq: number, stage: WrapProgress['stage'] = 'wrap'): WrapProgress => ({
  seq,
  stage,
  state: 'running',
});

describe('Wrap and save', () => {
  it.each<[string, WrapOfflineState]>([
    ['a file', after([{ type: 'sourceChosen', source: 'file' }], atMaterial)],
    ['a length', after([...taken(1, inChina), next])],
  ])('stays while %s is missing', (_, state) => {
    expect(after([{ type: 'wrapAsked', requestId: 9 }], state)).toMatchObject({
      step: 'material',
      askedTooEarly: 1,
    });
  });

  it('runs once, and nothing else can be changed meanwhile', () => {
    const others: readonly WrapOfflineAction[] = [
      { type: 'wrapAsked', requestId: 10 },
      { type: 'previousChosen' },
      { type: 'exportChosen', exportPlaintext: true },
      { type: 'parametersAsked', requestId: 11 },
      { type: 'wrapAnswered', requestId: 8, result: picked(savedView) },
    ];
    expect(running).toMatchObject({ step: 'running', requestId: 9, progress: [] });
    expect(after(others, running)).toBe(running);
  });

  it('goes back to the step when no folder is chosen', () => {
    expect(after([{ type: 'wrapAnswered', requestId: 9, result: dismissed }], running)).toEqual(atMaterial);
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
    const fromFile = after([...fileTaken(3), { type: 'wrapAsked', requestId: 9 }], atMaterial);
    const failed = after([{ type: 'wrapAnswered', requestId: 9, result: err(wrongLength) }], fromFile);
    expect(failed).toMatchObject({ step: 'material', draft: { file: { at: 'failed', error: wrongLength } } });
    expect(failed).not.toHaveProperty('failure');
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
