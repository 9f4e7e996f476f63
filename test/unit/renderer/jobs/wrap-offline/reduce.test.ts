import { describe, expect, it } from 'vitest';
import { err } from '../../../../../main/shared/result';
import type { ParametersView } from '../../../../../main/shared/views/app';
import {
  firstState,
  initialState,
  type WrapOfflineAction,
} from '../../../../../renderer/jobs/wrap-offline/state';
import { noToken, parametersView, released, without } from '../../views';
import {
  after,
  atMaterial,
  custody,
  dismissed,
  fileTaken,
  held,
  inChina,
  next,
  now,
  picked,
  taken,
} from './steps';

const openAlgorithm = without(parametersView, 'wrappingAlgorithm');
const otherSet: ParametersView = { ...parametersView, handle: 'parameters-2' };
const inEurope: ParametersView = { ...parametersView, region: 'eu-central-1' };
const forPrivateKeys: ParametersView = { ...parametersView, wrappingAlgorithm: 'RSA_AES_KEY_WRAP_SHA_256' };

describe('a job that is gone on with', () => {
  const resumed = {
    parameters: openAlgorithm,
    wrappingAlgorithm: 'RSAES_OAEP_SHA_1',
    lengthBytes: 16,
    hasCopy: true,
  } as const;

  it('shows the parameters first, and then asks for the copy, for the same algorithm and length', () => {
    const first = firstState(resumed);
    expect(first).toMatchObject({ intake: { at: 'ready', view: openAlgorithm }, askedTooEarly: 0 });
    expect(after([next], first)).toMatchObject({
      step: 'material',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_1',
      draft: { lengthBytes: 16, custody: { source: 'restore', held: { at: 'idle' } } },
    });
  });

  it('generates where there is no copy, and begins anew where nothing is gone on with', () => {
    const without = after([next], firstState({ ...resumed, hasCopy: false }));
    expect(without).toMatchObject({ draft: { custody: { source: 'generate' } } });
    expect(firstState(undefined)).toEqual(initialState);
  });

  it('asks for the copy of another set no more', () => {
    const replaced = after([...taken(1, otherSet), next], firstState(resumed));
    expect(replaced).toMatchObject({ step: 'material', draft: { custody: { source: 'generate' } } });
  });
});

describe('import parameters', () => {
  it('are idle, then waited for, then ready', () => {
    const asked = after([{ type: 'parametersAsked', requestId: 1 }]);
    expect(asked).toMatchObject({ intake: { at: 'working', requestId: 1, before: { at: 'idle' } } });
    expect(after(taken(1, parametersView))).toMatchObject({
      intake: { at: 'ready', view: parametersView },
      replaced: false,
    });
  });

  it('say so when they replace an earlier set', () => {
    expect(after([...taken(1, parametersView), ...taken(2, otherSet)])).toMatchObject({
      intake: { at: 'ready', view: otherSet },
      replaced: true,
    });
  });

  it('keep the set that is there when the dialog is dismissed', () => {
    const state = after([
      ...taken(1, parametersView),
      { type: 'parametersAsked', requestId: 2 },
      { type: 'parametersAnswered', requestId: 2, result: dismissed },
    ]);
    expect(state).toMatchObject({ intake: { at: 'ready', view: parametersView }, replaced: false });
  });

  it('drop a late answer, and never fall back to it', () => {
    const state = after([
      { type: 'parametersAsked', requestId: 1 },
      { type: 'parametersAsked', requestId: 2 },
      { type: 'parametersAnswered', requestId: 1, result: picked(otherSet) },
    ]);
    expect(state).toMatchObject({ intake: { at: 'working', requestId: 2, before: { at: 'idle' } } });
  });

  it('keep the earlier set, and what was said about it, when the new one is refused', () => {
    const state = after([
      ...taken(1, openAlgorithm),
      { type: 'algorithmChosen', algorithm: 'RSAES_OAEP_SHA_1' },
      { type: 'parametersAsked', requestId: 2 },
      { type: 'parametersAnswered', requestId: 2, result: err(noToken) },
    ]);
    expect(state).toEqual({
      ...initialState,
      intake: { at: 'failed', error: noToken, kept: openAlgorithm },
      chosenAlgorithm: 'RSAES_OAEP_SHA_1',
    });
  });

  it('forget the chosen algorithm when another set arrives', () => {
    const state = after([
      ...taken(1, openAlgorithm),
      { type: 'algorithmChosen', algorithm: 'RSAES_OAEP_SHA_1' },
      ...taken(2, { ...openAlgorithm, handle: 'parameters-2' }),
    ]);
    expect(state).not.toHaveProperty('chosenAlgorithm');
  });
});

describe('Next', () => {
  it.each<[string, readonly WrapOfflineAction[], Date]>([
    ['without a set', [], now],
    ['without an algorithm', taken(1, openAlgorithm), now],
    ['with an expired set', taken(1, parametersView), new Date('2026-11-24T10:54:23.000Z')],
  ])('stays %s, and counts the attempt', (_, before, at) => {
    const state = after([...before, { type: 'nextChosen', now: at }, { type: 'nextChosen', now: at }]);
    expect(state).toMatchObject({ step: 'parameters', askedTooEarly: 2 });
  });

  it('does nothing while a set is being read', () => {
    const reading = after([...taken(1, parametersView), { type: 'parametersAsked', requestId: 2 }]);
    expect(after([next], reading)).toBe(reading);
  });

  it('takes the algorithm that the files state, else the chosen one', () => {
    expect(atMaterial).toMatchObject({ step: 'material', wrappingAlgorithm: 'RSAES_OAEP_SHA_256' });
    const chosen = after([
      ...taken(1, openAlgorithm),
      { type: 'algorithmChosen', algorithm: 'RSAES_OAEP_SHA_1' },
      next,
    ]);
    expect(chosen).toMatchObject({ step: 'material', wrappingAlgorithm: 'RSAES_OAEP_SHA_1' });
  });

  it.each<[string, ParametersView, string, number | undefined]>([
    ['symmetric material', parametersView, 'generate', 32],
    ['a China Region, whose length a person has to say', inChina, 'generate', undefined],
    ['private keys, which are never generated', forPrivateKeys, 'file', 32],
  ])('offers a draft for %s', (_, view, source, lengthBytes) => {
    expect(after([...taken(1, view), next])).toMatchObject({
      draft: { custody: { source }, lengthBytes, exportPlaintext: false },
    });
  });
});

describe('Previous', () => {
  it('keeps the set, the algorithm and what was filled in', () => {
    const state = after([
      ...taken(1, openAlgorithm),
      { type: 'algorithmChosen', algorithm: 'RSAES_OAEP_SHA_256' },
      next,
      { type: 'exportChosen', exportPlaintext: true },
      { type: 'previousChosen' },
    ]);
    expect(state).toMatchObject({ step: 'parameters', chosenAlgorithm: 'RSAES_OAEP_SHA_256' });
    expect(after([next], state)).toMatchObject({ step: 'material', draft: { exportPlaintext: true } });
  });

  it.each<[string, readonly WrapOfflineAction[]]>([
    ['another set', taken(2, otherSet)],
    ['another algorithm', [{ type: 'algorithmChosen', algorithm: 'RSAES_OAEP_SHA_1' }]],
  ])('and then %s drops what was filled in', (_, change) => {
    const filled = after([
      ...taken(1, openAlgorithm),
      { type: 'algorithmChosen', algorithm: 'RSAES_OAEP_SHA_256' },
      next,
      ...fileTaken(5),
      { type: 'exportChosen', exportPlaintext: true },
      { type: 'previousChosen' },
    ]);
    expect(after([...change, next], filled)).toMatchObject({
      draft: { custody: { source: 'generate', file: { at: 'idle' } }, exportPlaintext: false },
    });
  });

  it('does not leave a file waiting for an answer that will be dropped', () => {
    const left = after(
      [
        ...custody({ type: 'sourceChosen', source: 'file' }, { type: 'fileAsked', requestId: 3 }),
        { type: 'previousChosen' },
        next,
      ],
      atMaterial,
    );
    expect(left).toMatchObject({
      step: 'material',
      draft: { custody: { source: 'file', file: { at: 'idle' } } },
    });
  });

  it('keeps what is held, unless its time runs out meanwhile', () => {
    const back = after([...held(7), { type: 'previousChosen' }], atMaterial);
    expect(after([next], back)).toMatchObject({ draft: { custody: { held: { at: 'ready' } } } });
    const lost = after([...custody({ type: 'heldLost', error: released }), next], back);
    expect(lost).toMatchObject({ draft: { custody: { source: 'restore', held: { at: 'failed' } } } });
  });
});

describe('key material', () => {
  it('drops the file, and what is held, with the length that they were checked against', () => {
    const state = after([...fileTaken(3), ...held(7), { type: 'lengthChosen', lengthBytes: 16 }], atMaterial);
    expect(state).toMatchObject({
      draft: { lengthBytes: 16, custody: { file: { at: 'idle' }, held: { at: 'idle' } } },
    });
  });

  it('keeps its length while a copy is being made', () => {
    const working = after(custody({ type: 'holdAsked', requestId: 7 }), atMaterial);
    expect(after([{ type: 'lengthChosen', lengthBytes: 16 }], working)).toBe(working);
  });

  it('refuses 16 bytes where the files name a Region outside China', () => {
    const state = after([...taken(1, inEurope), next]);
    expect(after([{ type: 'lengthChosen', lengthBytes: 16 }], state)).toBe(state);
  });

  it('is never generated for an algorithm that wraps private keys', () => {
    const state = after([...taken(1, forPrivateKeys), next]);
    expect(after(custody({ type: 'sourceChosen', source: 'generate' }), state)).toBe(state);
    expect(after(custody({ type: 'sourceChosen', source: 'restore' }), state)).toMatchObject({
      draft: { custody: { source: 'restore' } },
    });
  });
});
