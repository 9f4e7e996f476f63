import { materialLengthIn } from '../../../main/shared/kms-words';
import type { PlanView } from '../../../main/shared/views/aws';
import type { AppError } from '../../../main/shared/errors';
import { atRest, reduce as reduceCustody, withoutHeld } from '../../custody/reduce';
import { isBusy, isHeldGone } from '../../custody/selectors';
import type { CustodyAction } from '../../custody/state';
import { isPrincipalArn } from './principal-arn';
import { answered, answeredWithoutDialog, idle, leftOf, newOf, startWork } from '../../base/work';
import { filledIn } from './blanks';
import { owed } from './statement';
import { cardOf, materialChoice, maySkipKey, missingIn, missingInKey, missingInReceiver } from './selectors';
import {
  stepNames,
  type DraftAction,
  type DraftState,
  type MaterialFields,
  type PrincipalList,
  type ReceiverFields,
  type StepName,
} from './state';

/** The only place where the draft of the create-and-import job changes. Late answers leave it as it is. */
export function reduce(state: DraftState, action: DraftAction): DraftState {
  switch (action.type) {
    case 'receiverChanged':
      return withReceiver(state, action.change);
    case 'statementAsked':
      return { ...state, statement: startWork(state.statement, action.requestId) };
    case 'statementAnswered':
      return statementAnswered(state, action);
    case 'unusualConfirmed': {
      const others = state.confirmed.filter((each) => each !== action.unusual);
      return { ...state, confirmed: action.isConfirmed ? [...others, action.unusual] : others };
    }
    case 'cardAsked':
      return { ...state, card: startWork(state.card, action.requestId) };
    case 'cardAnswered':
      return withCard(state, action);
    case 'cardRemoved':
      return withoutCard(state);
    case 'regionSuggested':
      return state.receiver.region === undefined && cardOf(state) === undefined
        ? withReceiver(state, { region: action.region })
        : state;
    case 'signedIn':
      return signedIn(state, action.view);
    case 'keyChanged':
      return changed(state, { key: { ...state.key, ...action.change } });
    case 'principalTyped': {
      const typed = { ...state.key.typed, [action.list]: action.text };
      return { ...state, key: { ...state.key, typed }, isGoingOn: false };
    }
    case 'principalEntered':
      return entered(state, action.list);
    case 'materialChanged':
      return withMaterial(state, action.change);
    case 'custody':
      return withCustody(state, action.action);
    case 'planAsked':
      return { ...state, plan: startWork(state.plan, action.requestId) };
    case 'planAnswered': {
      const plan = answeredWithoutDialog(state.plan, action);
      if (plan === state.plan) return state;
      if (plan.at === 'ready') return goneOn(planned(state, plan.view));
      return plan.at === 'failed' ? goneOn(ifHeldGone({ ...state, plan }, plan.error)) : state;
    }
    case 'planDropped':
      return { ...state, plan: idle };
    case 'planRefused':
      return ifHeldGone({ ...state, plan: idle }, action.error);
    case 'understoodChosen':
      return { ...state, isUnderstood: action.isUnderstood };
    case 'nextChosen':
      return next(state.step === 'key' ? entered(entered(state, 'administrators'), 'users') : state, action);
    case 'keySkipped': {
      if (state.step !== 'sign-in') return state;
      const atKey = next(state, { ...action, type: 'nextChosen' });
      return atKey.step === 'key' && maySkipKey(atKey) && missingInKey(atKey) === undefined
        ? { ...atKey, step: 'material', isKeySkipped: true }
        : atKey;
    }
    case 'stepChosen':
      return stepNames.indexOf(action.step) < stepNames.indexOf(state.step)
        ? at(left(state), action.step)
        : state;
  }
}

/** A plan holds for the draft it was made from, and so does the tick under it. */
function changed(state: DraftState, change: Partial<DraftState>): DraftState {
  return { ...state, ...change, plan: idle, isUnderstood: false, isGoingOn: false };
}

/** Adds what was typed, if it is a whole ARN: there is nothing to choose any more. */
function entered(state: DraftState, list: PrincipalList): DraftState {
  const { key } = state;
  const arn = key.typed[list].trim();
  if (!isPrincipalArn(arn)) return state;
  const arns = key[list].includes(arn) ? key[list] : [...key[list], arn];
  return changed(state, { key: { ...key, [list]: arns, typed: { ...key.typed, [list]: '' } } });
}

function withReceiver(state: DraftState, change: Partial<ReceiverFields>): DraftState {
  const receiver = { ...state.receiver, ...change };
  const isSameReceiver = receiver.preset === state.receiver.preset && receiver.terms === state.receiver.terms;
  const isSameRegion = receiver.region === state.receiver.region;
  const isSameLength = materialLengthIn(receiver.region) === materialLengthIn(state.receiver.region);
  const isSameText = (['preset', 'pasted', 'terms', 'answers', 'isLater'] as const).every(
    (field) => receiver[field] === state.receiver[field],
  );
  const { custody } = state.material;
  // A copy says which Region it is for, and a picked file was checked against the length that its Region takes.
  const kept = isSameRegion ? custody : withoutHeld(custody);
  const material = { ...state.material, custody: isSameLength ? kept : { ...kept, file: idle } };
  return changed(state, {
    receiver,
    material,
    statement: isSameText && isSameRegion ? state.statement : owed({ receiver, statement: state.statement }),
    confirmed: isSameText ? state.confirmed : [],
    // What another receiver asks for was not missed yet.
    askedTooEarly: isSameReceiver ? state.askedTooEarly : 0,
  });
}

type StatementAnswered = Extract<DraftAction, { type: 'statementAnswered' }>;

/** Goes on where that was waited for. */
function statementAnswered(state: DraftState, action: StatementAnswered): DraftState {
  const statement = answeredWithoutDialog(state.statement, action);
  if (statement === state.statement) return state;
  const read = { ...state, statement };
  if (!state.isGoingOn || state.step !== 'receiver') return read;
  return missingInReceiver(read) === undefined
    ? at(left(read), 'sign-in')
    : { ...read, isGoingOn: false, askedTooEarly: state.askedTooEarly + 1 };
}

type CardAnswered = Extract<DraftAction, { type: 'cardAnswered' }>;

/** Fills in only what a person would have typed. They choose among several Regions. */
function withCard(state: DraftState, action: CardAnswered): DraftState {
  const card = answered(state.card, action);
  const next = { ...state, card };
  const view = newOf(card, state.card);
  if (view === undefined) return next;
  const { name, accountId = '', statement = '', isLater = false, needsGrants } = view;
  const { terms, regions, multiRegion } = view;
  const answers = filledIn(terms);
  const key = { ...next.key, multiRegion: multiRegion === 'required' || next.key.multiRegion };
  const filled = withReceiver(
    { ...next, key },
    { preset: 'other', name, accountId, needsGrants, answers, pasted: statement, terms, isLater },
  );
  const { region } = filled.receiver;
  if (region !== undefined && regions.includes(region)) return filled;
  const [only, ...others] = regions;
  return withReceiver(filled, { region: others.length === 0 ? only : undefined });
}

/** What it filled in stays, and is the person's to change; what only its blanks can say goes with it. */
function withoutCard(state: DraftState): DraftState {
  const without = changed(state, { card: idle });
  if (state.receiver.terms === undefined) return without;
  return withReceiver(without, { terms: undefined, answers: {}, isLater: false });
}

function withMaterial(state: DraftState, change: Partial<MaterialFields>): DraftState {
  const { custody, wrappingKeySpec, wrappingAlgorithm } = state.material;
  const material = { ...state.material, ...change };
  const isSameWrapping =
    material.wrappingKeySpec === wrappingKeySpec && material.wrappingAlgorithm === wrappingAlgorithm;
  if (isSameWrapping) return changed(state, { material });
  if (isBusy(custody)) return state;
  // What is held was checked against the wrapping that it was to have.
  return changed(state, { material: { ...material, custody: withoutHeld(custody) } });
}

function ifHeldGone(state: DraftState, error: AppError): DraftState {
  return isHeldGone(error) ? withCustody(state, { type: 'heldLost', error }) : state;
}

/** Material that is lost on the last step leads back to the step where it can be restored. */
function withCustody(state: DraftState, action: CustodyAction): DraftState {
  const custody = reduceCustody(state.material.custody, action);
  if (custody === state.material.custody) return state;
  const next = changed(state, { material: { ...state.material, custody } });
  return next.step === 'review' && materialChoice(next) === undefined ? { ...next, step: 'material' } : next;
}

type SignedIn = Extract<DraftAction, { type: 'signedIn' }>;

/** Users and roles belong to one account; in another one they are chosen again. */
function signedIn(state: DraftState, view: SignedIn['view']): DraftState {
  if (state.owner?.accountId === view.accountId) return changed(state, { owner: view });
  const { material } = state;
  // The root of an account is not an administrator: every key policy names the account anyway.
  const caller = isPrincipalArn(view.principalArn) ? [view.principalArn] : [];
  return changed(state, {
    owner: view,
    // Which identities in it are of the own account is known now.
    statement: owed(state),
    // SECURITY: managing a key does not require decrypting with it, so there are no users until a person adds some.
    key: { ...state.key, administrators: caller, users: [] },
    // A copy says whose account it is for.
    material: { ...material, custody: withoutHeld(material.custody) },
  });
}

/** A suggested alias that somebody else has is replaced by the next suggestion; a typed one is left to the person. */
function planned(state: DraftState, view: PlanView): DraftState {
  const { key, isGoingOn } = state;
  return view.alias === 'taken' && key.alias === undefined
    ? { ...changed(state, { key: { ...key, aliasSuggestion: key.aliasSuggestion + 1 } }), isGoingOn }
    : { ...state, plan: { at: 'ready', view }, lastPlan: view };
}

/** Leaves the key step once the alias is known to be good; stays there, and says why, once it is known not to be. */
function goneOn(state: DraftState): DraftState {
  if (!state.isGoingOn || state.plan.at === 'working' || state.plan.at === 'idle') return state;
  return missingInKey(state) === undefined
    ? { ...left(state), step: 'material' }
    : { ...state, isGoingOn: false, askedTooEarly: state.askedTooEarly + 1 };
}

type Next = Extract<DraftAction, { type: 'nextChosen' }>;

function next(state: DraftState, { now, signedIn }: Next): DraftState {
  const following = stepNames[stepNames.indexOf(state.step) + 1];
  const missing = missingIn(state, now, signedIn);
  // An alias that was changed a moment ago is checked before anything is made for it.
  const isUnchecked = state.step === 'key' && state.plan.at !== 'ready';
  if (missing === 'reading' && state.step === 'receiver') return { ...state, isGoingOn: true };
  if (missing === undefined && isUnchecked) return { ...state, isGoingOn: true };
  if (missing === undefined && following !== undefined) return at(left(state), following);
  const asked = { ...state, askedTooEarly: state.askedTooEarly + 1 };
  const isOfCustody = missing === 'file' || missing === 'copy' || missing === 'new-key';
  return isOfCustody ? withCustody(asked, { type: 'triedTooEarly' }) : asked;
}

/** The key step is no longer skipped once it is shown. */
function at(state: DraftState, step: StepName): DraftState {
  return { ...state, step, isKeySkipped: state.isKeySkipped && step !== 'key' };
}

function left(state: DraftState): DraftState {
  const { material } = state;
  return {
    ...state,
    material: { ...material, custody: atRest(material.custody) },
    card: leftOf(state.card),
    askedTooEarly: 0,
    isUnderstood: false,
    isGoingOn: false,
    plan: state.plan.at === 'failed' ? idle : state.plan,
  };
}
