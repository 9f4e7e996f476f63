import type { MaterialExpectation } from '../../../main/shared/contract';
import type { MaterialChoice } from '../../../main/shared/views';
import { usesAesKeyWrap, type WrappingAlgorithm } from '../../../main/shared/kms-words';
import { wrapStages, type WrapProgress, type WrapStage } from '../../../main/shared/progress';
import type { RowState } from '../../words/run';
import type { MaterialDraft, MaterialStep, ParametersStep } from './state';

/** What the files say, else what a person said. */
export function wrappingAlgorithmOf(state: ParametersStep): WrappingAlgorithm | undefined {
  if (state.intake.at !== 'ready') return undefined;
  return state.intake.view.wrappingAlgorithm ?? state.chosenAlgorithm;
}

/** Why step 1 is not done yet; undefined when it is. */
export function missingParameters(
  state: ParametersStep,
  now: Date,
): 'set' | 'algorithm' | 'time' | undefined {
  if (state.intake.at !== 'ready') return 'set';
  const { validTo } = state.intake.view;
  if (validTo !== undefined && new Date(validTo) <= now) return 'time';
  return wrappingAlgorithmOf(state) === undefined ? 'algorithm' : undefined;
}

/** Private keys, which alone are wrapped with RSA_AES_KEY_WRAP_*, are never generated here and have their own length. */
export function canGenerate(state: MaterialStep): boolean {
  return !usesAesKeyWrap(state.wrappingAlgorithm);
}

/** The Region that forbids 16 bytes, when the files name one; China Regions start with `cn-`. */
export function regionRefusing16Bytes(state: MaterialStep): string | undefined {
  const { region } = state.parameters;
  return region === undefined || region.startsWith('cn-') ? undefined : region;
}

/** An own file exists already: a second plain copy of it would help nobody. */
export function willExportPlaintext(draft: MaterialDraft): boolean {
  return draft.source === 'generate' && draft.exportPlaintext;
}

/** What a file is checked against when it is picked; undefined while the length has to be chosen first. */
export function materialExpectation(state: MaterialStep): MaterialExpectation | undefined {
  const { lengthBytes } = state.draft;
  if (lengthBytes === undefined) return undefined;
  return { parameters: state.parameters.handle, wrappingAlgorithm: state.wrappingAlgorithm, lengthBytes };
}

/** Why step 2 is not done yet; undefined when it is. */
export function missingMaterial(state: MaterialStep): 'length' | 'file' | undefined {
  if (state.draft.lengthBytes === undefined) return 'length';
  return materialChoice(state) === undefined ? 'file' : undefined;
}

/** Undefined while something is missing. */
export function materialChoice({ draft }: MaterialStep): MaterialChoice | undefined {
  if (draft.lengthBytes === undefined) return undefined;
  if (draft.source === 'generate') return { from: 'generate', lengthBytes: draft.lengthBytes };
  return draft.file.at === 'ready' ? { from: 'file', handle: draft.file.view.handle } : undefined;
}

export interface ChecklistRow {
  readonly stage: WrapStage;
  readonly state: RowState;
}

/** Every stage in its order, with what is known about it; the latest event on a stage counts. */
export function checklist(progress: readonly WrapProgress[]): readonly ChecklistRow[] {
  return wrapStages.map((stage) => ({
    stage,
    state: progress.findLast((event) => event.stage === stage)?.state ?? 'waiting',
  }));
}
