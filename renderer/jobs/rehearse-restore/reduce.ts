import { checkValueOf } from '../../custody/selectors';
import { answered, idle, leftOf, newOf, startWork } from '../../base/work';
import { afterOpening, reduceCopy } from '../../intake/copy-work';
import { missingInRehearsal, recordOf } from './selectors';
import {
  nothingChosen,
  type Comparing,
  type Rehearsed,
  type RehearseAction,
  type RehearseForm,
  type RehearseState,
} from './state';

/** The only place where the job's state changes. An action that does not fit the current step changes nothing. */
export function reduce(state: RehearseState, action: RehearseAction): RehearseState {
  if (action.type === 'startedOver') return nothingChosen;
  switch (state.step) {
    case 'form':
      return reduceForm(state, action);
    case 'comparing':
      return reduceComparing(state, action);
    case 'rehearsed':
      return state;
  }
}

function reduceForm(state: RehearseForm, action: RehearseAction): RehearseForm | Comparing {
  switch (action.type) {
    case 'copyAsked':
      return { ...withoutFailure(state), copy: reduceCopy(state.copy, action) };
    case 'copyAnswered':
    case 'copyLost': {
      const copy = reduceCopy(state.copy, action);
      // What was typed was for the earlier copy.
      return { ...state, copy, passphrase: newOf(copy, state.copy) ? '' : state.passphrase };
    }
    case 'recordAsked':
      return { ...withoutFailure(state), record: startWork(state.record, action.requestId) };
    case 'recordAnswered': {
      const record = answered(state.record, action);
      const checkValue = newOf(record, state.record)?.checkValue ?? state.checkValue;
      return { ...state, record, checkValue };
    }
    case 'passphraseTyped':
      return { ...state, passphrase: action.passphrase };
    case 'checkValueTyped': {
      const { checkValue } = action;
      const record = recordOf(state);
      const isOfRecord = record !== undefined && record.checkValue === checkValueOf(checkValue);
      return { ...state, checkValue, record: isOfRecord ? state.record : idle };
    }
    case 'compareAskedTooEarly':
      return { ...state, askedTooEarly: state.askedTooEarly + 1 };
    case 'compareAsked': {
      if (missingInRehearsal(state) !== undefined) return state;
      // SECURITY: the passphrase leaves the state with the question, whatever the answer will be.
      const from = {
        ...withoutFailure(state),
        passphrase: '',
        copy: leftOf(state.copy),
        record: leftOf(state.record),
      };
      return { step: 'comparing', requestId: action.requestId, from };
    }
    default:
      return state;
  }
}

function reduceComparing(state: Comparing, action: RehearseAction): Comparing | RehearseForm | Rehearsed {
  if (action.type !== 'compareAnswered' || action.requestId !== state.requestId) return state;
  const { from } = state;
  const { result } = action;
  if (result.ok) {
    const record = recordOf(from);
    return { step: 'rehearsed', rehearsal: result.value, ...(record ? { record } : {}) };
  }
  return { ...from, copy: afterOpening(from.copy, result.error), failure: result.error };
}

function withoutFailure({ step, copy, passphrase, record, checkValue }: RehearseForm): RehearseForm {
  return { step, copy, passphrase, record, checkValue, askedTooEarly: 0 };
}
