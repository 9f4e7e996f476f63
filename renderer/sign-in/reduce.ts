import { definedOnly } from '../../main/shared/defined-only';
import { without } from '../../main/shared/without';
import { answeredWithoutDialog, idle, settledOf, startWork } from '../base/work';
import { noAttempt, signedOut, type Attempt, type SignInAction, type SignInState } from './state';

/** The only place where the state of signing in changes. Late answers leave it as it is. */
export function reduce(state: SignInState, action: SignInAction): SignInState {
  const { attempt } = state;
  switch (action.type) {
    case 'modeChosen':
      return action.mode === state.mode ? state : signedOut(action.mode);
    case 'surroundingsAsked':
      return { ...state, surroundings: startWork(state.surroundings, action.requestId) };
    case 'surroundingsAnswered':
      return { ...state, surroundings: answeredWithoutDialog(state.surroundings, action) };
    case 'rehearsalChosen':
      return { ...afresh(state), isRehearsed: action.isRehearsed };
    case 'wayChosen':
      return { ...afresh(state), chosenWay: action.way };
    case 'profileChosen':
      return { ...afresh(state), profile: action.profile };
    case 'accountChosen':
      return attempt.at === 'choose-role'
        ? { ...state, attempt: { ...attempt, accountId: action.accountId } }
        : state;
    case 'signInAsked':
      return { ...state, attempt: { at: 'asking', requestId: action.requestId } };
    case 'signInAnswered':
      return (attempt.at === 'asking' || attempt.at === 'browser') && attempt.requestId === action.requestId
        ? answered(state, action)
        : state;
    case 'accessAsked':
      return attempt.at === 'signed-in'
        ? { ...state, attempt: { ...attempt, access: startWork(attempt.access, action.requestId) } }
        : state;
    case 'accessAnswered':
      return attempt.at === 'signed-in'
        ? { ...state, attempt: { ...attempt, access: answeredWithoutDialog(attempt.access, action) } }
        : state;
    case 'connectionAnswered':
      return connectionChanged(state, action.result);
    case 'authoritiesOffered':
      return offered(state, action.result);
    case 'authoritiesDeclined':
      return without(state, 'offered');
    case 'forgotten':
      return afresh(state);
  }
}

/** Everything that was chosen for one way, or one profile, goes with it. */
function afresh({ mode, surroundings, chosenWay, isRehearsed }: SignInState): SignInState {
  return { mode, surroundings, attempt: noAttempt, ...definedOnly({ chosenWay, isRehearsed }) };
}

type Answered = Extract<SignInAction, { type: 'signInAnswered' }>;

function answered(state: SignInState, { requestId, result }: Answered): SignInState {
  const to = (attempt: Attempt, change: Partial<SignInState> = {}): SignInState => ({
    ...state,
    ...change,
    attempt,
  });
  if (!result.ok) {
    const { error } = result;
    return state.roles && error.code === 'credentials.roleNotAssigned'
      ? to({ at: 'choose-role', ...state.roles, failure: error })
      : to({ at: 'failed', error });
  }
  const answer = result.value;
  switch (answer.state) {
    case 'signed-in':
      return to({ at: 'signed-in', view: answer.signedIn, access: idle });
    case 'mfa':
      return to(noAttempt, { mfaSerial: answer.serial });
    case 'program': {
      const { programs, consent } = answer;
      return to(noAttempt, { program: { programs, consent } });
    }
    case 'browser': {
      const { userCode, verificationUrl, expiresAt } = answer;
      return to({ at: 'browser', requestId, userCode, verificationUrl, expiresAt });
    }
    case 'choose-role': {
      const roles = { attempt: answer.attempt, accounts: answer.accounts };
      const [only, ...others] = answer.accounts;
      const accountId = others.length === 0 && only ? { accountId: only.accountId } : {};
      return to({ at: 'choose-role', ...roles, ...accountId }, { roles });
    }
  }
}

type Offered = Extract<SignInAction, { type: 'authoritiesOffered' }>;

/** A file that was chosen is only looked at; the sign-in stays as it is. */
function offered(state: SignInState, result: Offered['result']): SignInState {
  if (!result.ok) return { ...without(state, 'offered'), connectionFailure: result.error };
  return result.value.picked
    ? { ...without(state, 'connectionFailure'), offered: result.value.value }
    : state;
}

type ConnectionAnswered = Extract<SignInAction, { type: 'connectionAnswered' }>;

/** The sign-in went over the old connection, so it has to be done again. */
function connectionChanged(state: SignInState, result: ConnectionAnswered['result']): SignInState {
  if (!result.ok) return { ...state, connectionFailure: result.error };
  const surroundings = settledOf(state.surroundings);
  return surroundings.at === 'ready'
    ? {
        ...afresh(state),
        surroundings: { at: 'ready', view: { ...surroundings.view, connection: result.value } },
      }
    : afresh(state);
}
