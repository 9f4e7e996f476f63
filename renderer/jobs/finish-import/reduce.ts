import { answered, newOf, startWork } from '../../base/work';
import { nothingReturned, type FinishAction, type FinishState } from './state';

/** The only place where the form of the finish-import job changes. Late answers leave it as it is. */
export function reduce(state: FinishState, action: FinishAction): FinishState {
  switch (action.type) {
    case 'returnedAsked':
      return { ...state, returned: startWork(state.returned, action.requestId), askedTooEarly: 0 };
    case 'returnedAnswered': {
      const returned = answered(state.returned, action);
      // Other files may be for another key: what was said about the earlier ones goes with them.
      return { ...(newOf(returned, state.returned) ? nothingReturned : state), returned };
    }
    case 'transferTyped':
      return { ...state, transfer: action.transfer };
    case 'keyIdTyped':
      return { ...state, keyId: action.keyId };
    case 'regionChosen':
      return { ...state, region: action.region };
    case 'expiryChanged':
      return { ...state, expiry: action.expiry };
    case 'importAskedTooEarly':
      return { ...state, askedTooEarly: state.askedTooEarly + 1 };
  }
}
