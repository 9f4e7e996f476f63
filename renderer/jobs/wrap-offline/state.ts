import type { Picked } from '../../../main/shared/contract';
import type { AppError } from '../../../main/shared/errors';
import { materialLengthIn, usesAesKeyWrap, type WrappingAlgorithm } from '../../../main/shared/kms-words';
import type { WrapProgress } from '../../../main/shared/progress';
import type { Result } from '../../../main/shared/result';
import type { SavedView } from '../../../main/shared/views/saved';
import type { ResumedOfflineView } from '../../../main/shared/views/unfinished';
import type { ParametersView } from '../../../main/shared/views/app';
import { newCustody, type CustodyAction, type CustodyState } from '../../custody/state';
import { idle, type Work } from '../../base/work';

export type LengthBytes = 32 | 16;

/** What step 2 asks for. */
export interface MaterialDraft {
  /** Undefined while the person still has to choose it. */
  readonly lengthBytes: LengthBytes | undefined;
  /** Where the material comes from, and its copy. */
  readonly custody: CustodyState;
  readonly exportPlaintext: boolean;
}

export interface ParametersStep {
  readonly step: 'parameters';
  readonly intake: Work<ParametersView>;
  /** Chosen by the person, because the files do not say it. */
  readonly chosenAlgorithm?: WrappingAlgorithm;
  /** Whether the set shown took the place of another one. */
  readonly replaced: boolean;
  /** How often Next was chosen too early. From the first time on, what is missing is shown. */
  readonly askedTooEarly: number;
  /** Kept while the person looks back, dropped with the set or the algorithm it was made for. */
  readonly draft?: MaterialDraft;
}

export interface MaterialStep {
  readonly step: 'material';
  readonly parameters: ParametersView;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly draft: MaterialDraft;
  /** How often Wrap and save was chosen too early. */
  readonly askedTooEarly: number;
  /** Why the last attempt to wrap and save did not succeed. */
  readonly failure?: AppError;
}

export interface RunningStep {
  readonly step: 'running';
  readonly requestId: number;
  /** Where a dismissed dialog or a failure leads back to. */
  readonly from: MaterialStep;
  /** Empty while the folder is being chosen. */
  readonly progress: readonly WrapProgress[];
}

export interface SavedStep {
  readonly step: 'saved';
  readonly saved: SavedView;
}

export type WrapOfflineState = ParametersStep | MaterialStep | RunningStep | SavedStep;

export type WrapOfflineAction =
  | { readonly type: 'parametersAsked'; readonly requestId: number }
  | {
      readonly type: 'parametersAnswered';
      readonly requestId: number;
      readonly result: Result<Picked<ParametersView>>;
    }
  | { readonly type: 'algorithmChosen'; readonly algorithm: WrappingAlgorithm }
  | { readonly type: 'nextChosen'; readonly now: Date }
  | { readonly type: 'previousChosen' }
  | { readonly type: 'lengthChosen'; readonly lengthBytes: LengthBytes }
  | { readonly type: 'exportChosen'; readonly exportPlaintext: boolean }
  | { readonly type: 'custody'; readonly action: CustodyAction }
  | { readonly type: 'wrapAsked'; readonly requestId: number }
  | { readonly type: 'progressed'; readonly progress: WrapProgress }
  | { readonly type: 'wrapAnswered'; readonly requestId: number; readonly result: Result<Picked<SavedView>> }
  | { readonly type: 'startedOver' };

export const initialState: ParametersStep = {
  step: 'parameters',
  intake: idle,
  replaced: false,
  askedTooEarly: 0,
};

/** Resumed work shows the parameters again, so that their fingerprint is compared once more. */
export function firstState(resumed: ResumedOfflineView | undefined): ParametersStep {
  if (resumed === undefined) return initialState;
  const { parameters, wrappingAlgorithm, lengthBytes, hasCopy } = resumed;
  const draft = newDraft(parameters, wrappingAlgorithm);
  return {
    ...initialState,
    intake: { at: 'ready', view: parameters },
    ...(parameters.wrappingAlgorithm === undefined ? { chosenAlgorithm: wrappingAlgorithm } : {}),
    draft: {
      ...draft,
      lengthBytes,
      ...(hasCopy ? { custody: newCustody('restore', { mayBeKnown: true }) } : {}),
    },
  };
}

/** Import parameters of a China Region leave the length open: symmetric keys take 16 bytes there, HMAC keys 32. */
export function newDraft(parameters: ParametersView, algorithm: WrappingAlgorithm): MaterialDraft {
  const onlyPrivateKeys = usesAesKeyWrap(algorithm);
  return {
    lengthBytes: isInChina(parameters) && !onlyPrivateKeys ? undefined : 32,
    custody: newCustody(onlyPrivateKeys ? 'file' : 'generate'),
    exportPlaintext: false,
  };
}

export function isInChina(parameters: ParametersView): boolean {
  return materialLengthIn(parameters.region) === 16;
}
