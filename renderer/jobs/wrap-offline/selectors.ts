import type { CopyPurpose } from '../../../main/shared/views/custody';
import type { MaterialChoice } from '../../../main/shared/views/app';
import { materialLengthIn, usesAesKeyWrap, type WrappingAlgorithm } from '../../../main/shared/kms-words';
import { wrapStages, type WrapProgress, type WrapStage } from '../../../main/shared/progress';
import { atHand, shownOf } from '../../base/work';
import { materialOf, missingIn } from '../../custody/selectors';
import type { CustodyState, MaterialSource } from '../../custody/state';
import type { RowState } from '../../words/wrap-offline/run';
import type { MaterialDraft, MaterialStep, ParametersStep, WrapOfflineState } from './state';

/** Whether the import parameters are those of the practice AWS. */
export function isForPractice(state: WrapOfflineState): boolean {
  switch (state.step) {
    case 'parameters':
      return shownOf(state.intake)?.practice === true;
    case 'material':
      return state.parameters.practice === true;
    case 'running':
      return state.from.parameters.practice === true;
    case 'saved':
      return state.saved.parameters.practice === true;
  }
}

/** The algorithm in the files, else the one that the person chose. */
export function wrappingAlgorithmOf(state: ParametersStep): WrappingAlgorithm | undefined {
  const parameters = atHand(state.intake);
  return parameters && (parameters.wrappingAlgorithm ?? state.chosenAlgorithm);
}

/** Why step 1 is not done yet; undefined when it is. */
export function missingParameters(
  state: ParametersStep,
  now: Date,
): 'set' | 'algorithm' | 'time' | undefined {
  const parameters = atHand(state.intake);
  if (parameters === undefined) return 'set';
  const { validTo } = parameters;
  if (validTo !== undefined && new Date(validTo) <= now) return 'time';
  return wrappingAlgorithmOf(state) === undefined ? 'algorithm' : undefined;
}

/** Only private keys are wrapped with RSA_AES_KEY_WRAP_*; they are never generated here and have their own length. */
export function canGenerate(state: MaterialStep): boolean {
  return !usesAesKeyWrap(state.wrappingAlgorithm);
}

/** Where the material can come from. */
export function materialSources(state: MaterialStep): readonly MaterialSource[] {
  return canGenerate(state) ? ['generate', 'file', 'restore'] : ['file', 'restore'];
}

/** The custody of whichever step is showing. While the job runs, what is held is still needed. */
export function custodyOf(state: WrapOfflineState): CustodyState | undefined {
  switch (state.step) {
    case 'parameters':
      return state.draft?.custody;
    case 'material':
      return state.draft.custody;
    case 'running':
      return state.from.draft.custody;
    case 'saved':
      return undefined;
  }
}

/** The Region that forbids 16 bytes, when the files name one. */
export function regionRefusing16Bytes(state: MaterialStep): string | undefined {
  const { region } = state.parameters;
  return materialLengthIn(region) === 16 ? undefined : region;
}

/** Only generated material: a file or a copy that exists already needs no second, plain copy. */
export function willExportPlaintext({ custody, exportPlaintext }: MaterialDraft): boolean {
  return custody.source === 'generate' && exportPlaintext;
}

/** What the material and its copy are for; undefined while the length has to be chosen first. */
export function copyPurpose(state: MaterialStep): CopyPurpose | undefined {
  const { lengthBytes } = state.draft;
  if (lengthBytes === undefined) return undefined;
  return { parameters: state.parameters.handle, wrappingAlgorithm: state.wrappingAlgorithm, lengthBytes };
}

/** Why step 2 is not done yet; undefined when it is. */
export function missingMaterial({ draft }: MaterialStep): 'length' | ReturnType<typeof missingIn> {
  return draft.lengthBytes === undefined ? 'length' : missingIn(draft.custody);
}

/** Undefined while something is missing. */
export function materialChoice({ draft }: MaterialStep): MaterialChoice | undefined {
  const { lengthBytes, custody } = draft;
  return lengthBytes === undefined ? undefined : materialOf(custody, lengthBytes);
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
