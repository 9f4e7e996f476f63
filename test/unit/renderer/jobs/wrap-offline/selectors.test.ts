import { describe, expect, it } from 'vitest';
import { wrapStages } from '../../../../../main/shared/progress';
import type { ParametersView } from '../../../../../main/shared/views';
import {
  checklist,
  materialChoice,
  materialExpectation,
  missingMaterial,
  missingParameters,
  regionRefusing16Bytes,
  willExportPlaintext,
} from '../../../../../renderer/jobs/wrap-offline/selectors';
import {
  initialState,
  newDraft,
  type MaterialDraft,
  type MaterialStep,
  type ParametersStep,
} from '../../../../../renderer/jobs/wrap-offline/state';
import { materialView, parametersView, without } from '../../views';

const now = new Date('2026-11-23T12:00:00.000Z');
const ready = (view: ParametersView): ParametersStep => ({ ...initialState, intake: { at: 'ready', view } });
const step = (draft: Partial<MaterialDraft>): MaterialStep => ({
  step: 'material',
  parameters: parametersView,
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  draft: { ...newDraft(parametersView, 'RSAES_OAEP_SHA_256'), ...draft },
  askedTooEarly: 0,
});

describe('what is missing in step 1', () => {
  it.each<[string, ParametersStep, ReturnType<typeof missingParameters>]>([
    ['nothing', ready(parametersView), undefined],
    ['the set', initialState, 'set'],
    ['the algorithm', ready(without(parametersView, 'wrappingAlgorithm')), 'algorithm'],
    ['time', ready({ ...parametersView, validTo: now.toISOString() }), 'time'],
    [
      'nothing, as the files do not say how long they live',
      ready(without(parametersView, 'validTo')),
      undefined,
    ],
  ])('%s', (_, state, missing) => {
    expect(missingParameters(state, now)).toBe(missing);
  });

  it('is nothing once the algorithm is chosen', () => {
    const state = ready(without(parametersView, 'wrappingAlgorithm'));
    expect(missingParameters({ ...state, chosenAlgorithm: 'RSAES_OAEP_SHA_1' }, now)).toBeUndefined();
  });
});

describe('what step 2 asks main for', () => {
  const file = { at: 'ready', view: materialView } as const;

  it('generates the chosen length', () => {
    expect(materialChoice(step({ lengthBytes: 16 }))).toEqual({ from: 'generate', lengthBytes: 16 });
  });

  it('names a file by its handle, never the file that a new one may replace', () => {
    expect(materialChoice(step({ source: 'file', file }))).toEqual({ from: 'file', handle: 'material-1' });
    const replacing = { at: 'working', requestId: 2, before: file } as const;
    expect(materialChoice(step({ source: 'file', file: replacing }))).toBeUndefined();
  });

  it.each<[string, Partial<MaterialDraft>, ReturnType<typeof missingMaterial>]>([
    ['nothing', {}, undefined],
    ['a length', { lengthBytes: undefined }, 'length'],
    ['a file', { source: 'file' }, 'file'],
    ['nothing', { source: 'file', file }, undefined],
  ])('or says that it lacks %s', (_, draft, missing) => {
    expect(missingMaterial(step(draft))).toBe(missing);
  });

  it('checks a file against the set, the algorithm and the length', () => {
    expect(materialExpectation(step({}))).toEqual({
      parameters: 'parameters-1',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      lengthBytes: 32,
    });
    expect(materialExpectation(step({ lengthBytes: undefined }))).toBeUndefined();
  });

  it.each([
    ['generate', true, true],
    ['generate', false, false],
    ['file', true, false],
  ] as const)('exports plain key material: %s, ticked %s: %s', (source, exportPlaintext, willExport) => {
    expect(willExportPlaintext({ ...step({}).draft, source, exportPlaintext })).toBe(willExport);
  });

  it.each([
    ['eu-central-1', 'eu-central-1'],
    ['us-gov-west-1', 'us-gov-west-1'],
    ['cn-northwest-1', undefined],
  ])('in %s, 16 bytes are refused by %s', (region, refusing) => {
    expect(regionRefusing16Bytes({ ...step({}), parameters: { ...parametersView, region } })).toBe(refusing);
  });

  it('cannot refuse 16 bytes while the Region is unknown', () => {
    expect(regionRefusing16Bytes(step({}))).toBeUndefined();
  });
});

describe('the checklist', () => {
  it('names every stage, also those of which nothing is known yet', () => {
    expect(checklist([])).toEqual(wrapStages.map((stage) => ({ stage, state: 'waiting' })));
  });

  it('shows the latest state of each', () => {
    const rows = checklist([
      { seq: 0, stage: 'self-test', state: 'running' },
      { seq: 1, stage: 'self-test', state: 'done' },
      { seq: 2, stage: 'material', state: 'running' },
    ]);
    expect(rows.slice(0, 3).map(({ state }) => state)).toEqual(['done', 'running', 'waiting']);
  });
});
