import type { AppError } from '../../../main/shared/errors';
import { atRest, reduce as reduceCustody, withoutHeld } from '../../custody/reduce';
import { heldOf, isBusy, isHeldGone } from '../../custody/selectors';
import type { CustodyAction, CustodyState } from '../../custody/state';
import { answered, atHand, idle, newOf, shownOf, startWork } from '../../base/work';
import {
  materialChoice,
  materialSources,
  missingParameters,
  regionRefusing16Bytes,
  wrappingAlgorithmOf,
} from './selectors';
import {
  initialState,
  newDraft,
  type MaterialDraft,
  type MaterialStep,
  type ParametersStep,
  type RunningStep,
  type WrapOfflineAction,
  type WrapOfflineState,
} from './state';

/**
 * The only place where the job's state changes. What does not fit the step that is showing (a late answer, a click
 * on something that has just gone) leaves the state as it is.
 */
export function reduce(state: WrapOfflineState, action: WrapOfflineAction): WrapOfflineState {
  if (action.type === 'startedOver') return initialState;
  switch (state.step) {
    case 'parameters':
      return reduceParameters(state, action);
    case 'material':
      return reduceMaterial(state, action);
    case 'running':
      return reduceRunning(state, action);
    case 'saved':
      return state;
  }
}

function reduceParameters(state: ParametersStep, action: WrapOfflineAction): WrapOfflineState {
  switch (action.type) {
    case 'parametersAsked':
      return { ...state, intake: startWork(state.intake, action.requestId), askedTooEarly: 0 };
    case 'parametersAnswered': {
      const intake = answered(state.intake, action);
      if (newOf(intake, state.intake) === undefined) return { ...state, intake };
      const replaced = shownOf(state.intake) !== undefined;
      // A new set drops everything that was said about another one.
      return { ...initialState, intake, replaced };
    }
    case 'algorithmChosen': {
      if (action.algorithm === state.chosenAlgorithm) return state;
      const { step, intake, replaced, askedTooEarly } = state;
      return { step, intake, replaced, askedTooEarly, chosenAlgorithm: action.algorithm };
    }
    case 'nextChosen': {
      if (state.intake.at === 'working') return state;
      const parameters = atHand(state.intake);
      const wrappingAlgorithm = wrappingAlgorithmOf(state);
      const isComplete = missingParameters(state, action.now) === undefined;
      if (!isComplete || parameters === undefined || wrappingAlgorithm === undefined) {
        return { ...state, askedTooEarly: state.askedTooEarly + 1 };
      }
      const draft = state.draft ?? newDraft(parameters, wrappingAlgorithm);
      return { step: 'material', parameters, wrappingAlgorithm, draft, askedTooEarly: 0 };
    }
    case 'custody':
      return state.draft
        ? { ...state, draft: { ...state.draft, custody: custodyAfter(state.draft, action) } }
        : state;
    default:
      return state;
  }
}

function reduceMaterial(state: MaterialStep, action: WrapOfflineAction): WrapOfflineState {
  const withDraft = (change: Partial<MaterialDraft>): MaterialStep => ({
    ...state,
    draft: { ...state.draft, ...change },
  });
  switch (action.type) {
    case 'previousChosen':
      return lookBack(state);
    case 'custody': {
      const isOffered =
        action.action.type !== 'sourceChosen' || materialSources(state).includes(action.action.source);
      return isOffered ? withDraft({ custody: custodyAfter(state.draft, action) }) : state;
    }
    case 'lengthChosen': {
      const { custody } = state.draft;
      if (action.lengthBytes === state.draft.lengthBytes || isBusy(custody)) return state;
      if (action.lengthBytes === 16 && regionRefusing16Bytes(state) !== undefined) return state;
      // A picked file was checked against the other length, and what is held was made for it.
      return withDraft({ lengthBytes: action.lengthBytes, custody: { ...withoutHeld(custody), file: idle } });
    }
    case 'exportChosen':
      return withDraft({ exportPlaintext: action.exportPlaintext });
    case 'wrapAsked': {
      if (materialChoice(state) === undefined) {
        const custody = reduceCustody(state.draft.custody, { type: 'triedTooEarly' });
        return { ...withDraft({ custody }), askedTooEarly: state.askedTooEarly + 1 };
      }
      const { step, parameters, wrappingAlgorithm, draft } = state;
      const from = { step, parameters, wrappingAlgorithm, draft: restingDraft(draft), askedTooEarly: 0 };
      return { step: 'running', requestId: action.requestId, from, progress: [] };
    }
    default:
      return state;
  }
}

function lookBack(state: MaterialStep): ParametersStep {
  const { parameters, wrappingAlgorithm, draft } = state;
  return {
    ...initialState,
    intake: { at: 'ready', view: parameters },
    ...(parameters.wrappingAlgorithm === undefined ? { chosenAlgorithm: wrappingAlgorithm } : {}),
    draft: restingDraft(draft),
  };
}

function restingDraft(draft: MaterialDraft): MaterialDraft {
  return { ...draft, custody: atRest(draft.custody) };
}

function custodyAfter(
  { custody }: MaterialDraft,
  { action }: { readonly action: CustodyAction },
): CustodyState {
  return reduceCustody(custody, action);
}

function reduceRunning(state: RunningStep, action: WrapOfflineAction): WrapOfflineState {
  switch (action.type) {
    case 'progressed': {
      const last = state.progress.at(-1);
      if (last !== undefined && action.progress.seq <= last.seq) return state;
      return { ...state, progress: [...state.progress, action.progress] };
    }
    case 'wrapAnswered': {
      if (state.requestId !== action.requestId) return state;
      const { result } = action;
      if (!result.ok) return backFrom(state.from, result.error);
      return result.value.picked ? { step: 'saved', saved: result.value.value } : state.from;
    }
    default:
      return state;
  }
}

/** Back to where the cause can be put right: the set, the file of key material, its copy, or the step as a whole. */
function backFrom(from: MaterialStep, error: AppError): WrapOfflineState {
  const { custody } = from.draft;
  const withCustody = (changed: CustodyState): MaterialStep => ({
    ...from,
    draft: { ...from.draft, custody: changed },
  });
  if (error.stage === 'parameters') return { ...initialState, intake: { at: 'failed', error } };
  if (heldOf(custody)) {
    return isHeldGone(error)
      ? withCustody(reduceCustody(custody, { type: 'heldLost', error }))
      : { ...from, failure: error };
  }
  return error.stage === 'material' && custody.source === 'file'
    ? withCustody({ ...custody, file: { at: 'failed', error } })
    : { ...from, failure: error };
}
