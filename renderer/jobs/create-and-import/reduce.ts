import type { PlanView } from '../../../main/shared/aws-views';
import { isPrincipalArn } from '../../words/key';
import { idle, settledOf, startWork } from '../../work';
import { materialLength, missingIn } from './selectors';
import {
  stepNames,
  type DraftAction,
  type DraftState,
  type MaterialFields,
  type ReceiverFields,
} from './state';

/** The only place where the draft of job 1 changes. Late answers leave it as it is. */
export function reduce(state: DraftState, action: DraftAction): DraftState {
  switch (action.type) {
    case 'receiverChanged':
      return withReceiver(state, action.change);
    case 'regionSuggested':
      return state.receiver.region === undefined ? withReceiver(state, { region: action.region }) : state;
    case 'signedIn':
      return signedIn(state, action.view);
    case 'keyChanged':
      return changed(state, { key: { ...state.key, ...action.change } });
    case 'materialChanged':
      return changed(state, { material: { ...state.material, ...action.change } });
    case 'fileAsked':
      return withFile(state, startWork(state.material.file, action.requestId));
    case 'fileAnswered': {
      const { file } = state.material;
      if (file.at !== 'working' || file.requestId !== action.requestId) return state;
      const { result } = action;
      if (!result.ok) return withFile(state, { at: 'failed', error: result.error });
      return withFile(state, result.value.picked ? { at: 'ready', view: result.value.value } : file.before);
    }
    case 'planAsked':
      return { ...state, plan: startWork(state.plan, action.requestId) };
    case 'planAnswered': {
      if (state.plan.at !== 'working' || state.plan.requestId !== action.requestId) return state;
      const { result } = action;
      return result.ok
        ? planned(state, result.value)
        : { ...state, plan: { at: 'failed', error: result.error } };
    }
    case 'planDropped':
      return { ...state, plan: idle };
    case 'understoodChosen':
      return { ...state, isUnderstood: action.isUnderstood };
    case 'nextChosen':
      return next(state, action);
    case 'stepChosen':
      return stepNames.indexOf(action.step) < stepNames.indexOf(state.step)
        ? { ...left(state), step: action.step }
        : state;
  }
}

/** A plan holds for the draft it was made from, and so does the tick under it. */
function changed(state: DraftState, change: Partial<DraftState>): DraftState {
  return { ...state, ...change, plan: idle, isUnderstood: false };
}

function withReceiver(state: DraftState, change: Partial<ReceiverFields>): DraftState {
  const receiver = { ...state.receiver, ...change };
  // A picked file was checked against the length that the other Region takes.
  const isSameLength = materialLength(receiver.region) === materialLength(state.receiver.region);
  const material = isSameLength ? state.material : { ...state.material, file: idle };
  return changed(state, { receiver, material });
}

function withFile(state: DraftState, file: MaterialFields['file']): DraftState {
  return changed(state, { material: { ...state.material, file } });
}

type SignedIn = Extract<DraftAction, { type: 'signedIn' }>;

/** Users and roles belong to one account; in another one they are chosen anew. */
function signedIn(state: DraftState, view: SignedIn['view']): DraftState {
  if (state.owner?.accountId === view.accountId) return changed(state, { owner: view });
  // The root of an account is no administrator: every key policy names the account anyway.
  const caller = isPrincipalArn(view.principalArn) ? [view.principalArn] : [];
  return changed(state, { owner: view, key: { ...state.key, administrators: caller, users: caller } });
}

/** A suggested alias that somebody else has is replaced by the next suggestion; a typed one is for the person. */
function planned(state: DraftState, view: PlanView): DraftState {
  const { key } = state;
  return view.alias === 'taken' && key.alias === undefined
    ? changed(state, { key: { ...key, aliasSuggestion: key.aliasSuggestion + 1 } })
    : { ...state, plan: { at: 'ready', view }, lastPlan: view };
}

type Next = Extract<DraftAction, { type: 'nextChosen' }>;

function next(state: DraftState, { now, signedIn }: Next): DraftState {
  const following = stepNames[stepNames.indexOf(state.step) + 1];
  if (missingIn(state, now, signedIn) !== undefined || following === undefined) {
    return { ...state, askedTooEarly: state.askedTooEarly + 1 };
  }
  return { ...left(state), step: following };
}

/** An answer about a file that arrives after the step was left is dropped, so nothing may go on waiting for it. */
function left(state: DraftState): DraftState {
  const { material } = state;
  const file = settledOf(material.file);
  return {
    ...state,
    material: { ...material, file },
    askedTooEarly: 0,
    isUnderstood: false,
    plan: state.plan.at === 'failed' ? idle : state.plan,
  };
}
