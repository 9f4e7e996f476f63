import { describe, expect, it } from 'vitest';
import { wrapStages } from '../../../../../main/shared/progress';
import type { ParametersView } from '../../../../../main/shared/views/app';
import {
  checklist,
  copyPurpose,
  custodyOf,
  materialChoice,
  materialSources,
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
import { after, fileTaken, held, noCopy } from '../../custody/steps';
import { parametersView, savedView, without } from '../../views';

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
  const custody = after([noCopy]);
  const own = after([...fileTaken(3), noCopy]);

  it('generates the chosen length', () => {
    expect(materialChoice(step({ lengthBytes: 16, custody }))).toEqual({
      from: 'generate',
      lengthBytes: 16,
      confirmation: 'no copy',
    });
  });

  it.each<[string, Partial<MaterialDraft>, ReturnType<typeof missingMaterial>]>([
    ['a copy', {}, 'copy'],
    ['nothing', { custody }, undefined],
    ['nothing', { custody: after(held(7)) }, undefined],
    ['a length', { lengthBytes: undefined, custody }, 'length'],
    ['a file', { custody: after([{ type: 'sourceChosen', source: 'file' }]) }, 'file'],
    ['nothing', { custody: own }, undefined],
  ])('or says that it lacks %s', (_, draft, missing) => {
    expect(missingMaterial(step(draft))).toBe(missing);
    expect(materialChoice(step(draft)) === undefined).toBe(missing !== undefined);
  });

  it('makes copies for the set, the algorithm and the length', () => {
    expect(copyPurpose(step({}))).toEqual({
      parameters: 'parameters-1',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      lengthBytes: 32,
    });
    expect(copyPurpose(step({ lengthBytes: undefined }))).toBeUndefined();
  });

  it.each([
    ['generated, ticked', custody, true, true],
    ['generated, with a copy, ticked', after(held(7)), true, true],
    ['generated, not ticked', custody, false, false],
    ['an own file, ticked', own, true, false],
    ['restored, ticked', after([{ type: 'sourceChosen', source: 'restore' }]), true, false],
  ] as const)('exports plain key material: %s', (_, given, exportPlaintext, willExport) => {
    expect(willExportPlaintext(step({ custody: given, exportPlaintext }).draft)).toBe(willExport);
  });

  it('offers to restore always, and to generate what is no private key', () => {
    expect(materialSources(step({}))).toEqual(['generate', 'file', 'restore']);
    expect(materialSources({ ...step({}), wrappingAlgorithm: 'RSA_AES_KEY_WRAP_SHA_256' })).toEqual([
      'file',
      'restore',
    ]);
  });

  it('goes on needing what is held while it runs, and no longer', () => {
    const from = step({ custody: after(held(7)) });
    expect(custodyOf(from)).toBe(from.draft.custody);
    expect(custodyOf({ step: 'running', requestId: 1, from, progress: [] })).toBe(from.draft.custody);
    expect(custodyOf({ ...initialState, draft: from.draft })).toBe(from.draft.custody);
    expect(custodyOf(initialState)).toBeUndefined();
    expect(custodyOf({ step: 'saved', saved: savedView })).toBeUndefined();
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
