import { limits } from '../../main/shared/limits';
import { answered, atHand, idle, leftOf, newOf, startWork } from '../base/work';
import { afterOpening, reduceCopy, withoutShares, type CopyAction } from '../intake/copy-work';
import { heldOf, isBusy } from './selectors';
import type { CopyFields, CustodyAction, CustodyState, RestoreFields } from './state';

/** The only place where custody changes. While a copy is being made or opened, only its answer counts. */
export function reduce(state: CustodyState, action: CustodyAction): CustodyState {
  if (isBusy(state) && action.type !== 'holdAnswered') return state;
  switch (action.type) {
    case 'sourceChosen':
      return action.source === state.source
        ? { ...state, askedTooEarly: 0 }
        : { ...atRest(withoutHeld(state)), source: action.source };
    case 'fileAsked':
      return { ...withoutHeld(state), file: startWork(state.file, action.requestId), askedTooEarly: 0 };
    case 'fileAnswered':
      return { ...state, file: answered(state.file, action) };
    case 'fieldsChanged': {
      const fields = changed(state.fields, action.change);
      if (fields.form === state.fields.form) return { ...state, fields };
      return { ...withoutHeld(state), fields, mustTypeAgain: false, askedTooEarly: 0 };
    }
    case 'passphraseSuggested': {
      const { result } = action;
      if (!result.ok) return { ...state, held: { at: 'failed', error: result.error } };
      const { passphrase, asked } = result.value;
      return {
        ...state,
        fields: { ...state.fields, passphrase, repeated: passphrase, suggested: asked },
        mustTypeAgain: false,
      };
    }
    case 'wordsTyped': {
      const { fields } = state;
      const suggested = fields.suggested && { ...fields.suggested, typed: action.text };
      return { ...state, fields: { ...fields, suggested } };
    }
    case 'confirmationTyped':
      return { ...state, confirmation: action.text };
    case 'copyAsked':
    case 'copyAnswered':
    case 'copyLost':
      return withCopy(state, action);
    case 'restoreChanged':
      return { ...state, restore: { ...state.restore, ...action.change } };
    case 'recordAsked': {
      const record = startWork(state.restore.record, action.requestId);
      return { ...state, restore: { ...state.restore, record } };
    }
    case 'recordAnswered': {
      const { restore } = state;
      const record = answered(restore.record, action);
      const read = newOf(record, restore.record);
      const filled = read ? { checkValue: read.checkValue, isUnknown: false } : {};
      return { ...state, restore: { ...restore, record, ...filled } };
    }
    case 'holdAsked':
      return {
        ...withoutTyped(state),
        confirmation: '',
        held: startWork(idle, action.requestId),
        mustTypeAgain: false,
        askedTooEarly: 0,
      };
    case 'holdAnswered':
      return holdAnswered(state, action);
    case 'heldShown':
      // SECURITY: React keeps the state before the last one, and with it a suggested passphrase.
      return withoutPassphrases(state);
    case 'heldLost':
      return heldOf(state)
        ? { ...atRest(state), source: 'restore', held: { at: 'failed', error: action.error } }
        : state;
    case 'startedAgain':
      return { ...atRest(withoutHeld(state)), confirmation: '' };
    case 'triedTooEarly':
      return { ...state, askedTooEarly: state.askedTooEarly + 1 };
    case 'neededAgain':
      return heldOf(state)
        ? { ...atRest(withoutHeld(state)), source: 'restore', mayBeKnown: true, makesKey: false }
        : { ...atRest(withoutPassphrases(state)), confirmation: '', mayBeKnown: true, makesKey: false };
  }
}

function withCopy(state: CustodyState, action: CopyAction): CustodyState {
  const { restore } = state;
  const copy = reduceCopy(restore.copy, action);
  if (action.type === 'copyAsked') {
    return { ...withoutHeld(state), restore: { ...restore, copy }, askedTooEarly: 0 };
  }
  // What was said about an earlier copy does not hold for this one.
  const isOther = newOf(copy, restore.copy) !== undefined;
  return { ...state, restore: { ...restore, copy, isUnknown: restore.isUnknown && !isOther } };
}

type HoldAnswered = Extract<CustodyAction, { type: 'holdAnswered' }>;

function holdAnswered(state: CustodyState, action: HoldAnswered): CustodyState {
  const held = answered(state.held, action);
  if (held === state.held) return state;
  const error = held.at === 'failed' ? held.error : undefined;
  const restore =
    state.source === 'restore'
      ? { ...state.restore, copy: afterOpening(state.restore.copy, error) }
      : state.restore;
  if (held.at === 'ready')
    return { ...withoutPassphrases({ ...state, restore }), held, mustTypeAgain: false };
  const mustTypeAgain = asksPassphrase(state);
  const isAsked = error?.code === 'copy.needsCheckValue';
  return { ...state, restore, held, mustTypeAgain, mayBeKnown: state.mayBeKnown && !isAsked };
}

function asksPassphrase({ source, fields, restore: { copy } }: CustodyState): boolean {
  if (source !== 'restore') return fields.form === 'passphrase' && fields.suggested === undefined;
  return atHand(copy)?.form === 'passphrase';
}

/** A changed passphrase is no longer the suggested one, and never are more shares needed than there are custodians. */
function changed(fields: CopyFields, change: Partial<CopyFields>): CopyFields {
  const next = { ...fields, ...change };
  const most = Math.max(next.custodians.length, limits.minCustodians);
  return {
    ...next,
    suggested: next.passphrase === fields.passphrase ? fields.suggested : undefined,
    threshold: Math.min(next.threshold, most),
  };
}

/** What was held belonged to a choice that is being changed. The hook that sees it go ends its vault. */
export function withoutHeld(state: CustodyState): CustodyState {
  return isBusy(state) || state.held.at === 'idle' ? state : { ...state, held: idle };
}

/** SECURITY: a typed passphrase stays only as long as the question that needs it; a suggested one until it is used. */
function withoutTyped(state: CustodyState): CustodyState {
  const forgotten = withoutPassphrases(state);
  return state.fields.suggested === undefined ? forgotten : { ...forgotten, fields: state.fields };
}

/** Once a copy is held, or none is to be made, nothing needs one. */
function withoutPassphrases(state: CustodyState): CustodyState {
  const fields: CopyFields = { ...state.fields, passphrase: '', repeated: '', suggested: undefined };
  const restore: RestoreFields = { ...state.restore, passphrase: '' };
  return { ...state, fields, restore };
}

/**
 * When the step is left: answers that arrive later are dropped, so nothing may go on waiting for them, and no
 * passphrase stays behind but a suggested one, which somebody may have printed. Neither do shares.
 */
export function atRest(state: CustodyState): CustodyState {
  if (isBusy(state)) return state;
  const { restore, fields } = withoutTyped(state);
  return {
    ...state,
    fields,
    file: leftOf(state.file),
    restore: { ...restore, copy: withoutShares(leftOf(restore.copy)), record: leftOf(restore.record) },
    mustTypeAgain: false,
    askedTooEarly: 0,
  };
}
