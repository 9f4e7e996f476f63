import { useEffect, useReducer, useRef } from 'react';
import type { Mode } from '../../main/shared/views/aws';
import type { RequestOf } from '../../main/shared/contract';
import { api } from '../base/api';
import { reduce } from './reduce';
import { signedOut, type SignInState, type SignInWay } from './state';

/** What a person can ask for while signing in, one function an intent. */
export interface SignInIntents {
  readonly readFilesAgain: () => void;
  readonly chooseWay: (way: SignInWay) => void;
  readonly chooseAccount: (accountId: string) => void;
  readonly signIn: (request: RequestOf<'signIn'>) => void;
  readonly checkAccess: () => void;
  readonly changeConnection: (request: RequestOf<'changeConnection'>) => void;
  readonly chooseAuthorities: () => void;
  readonly declineAuthorities: () => void;
  /** Practice: goes through a sign-in step by step. */
  readonly rehearse: () => void;
  /** Practice: signs in to the practice account at once. */
  readonly skipRehearsal: (region: string) => void;
  /** Also ends the wait for the browser: its answer is then ignored. */
  readonly forget: () => void;
}

export function useSignIn(mode: Mode): readonly [SignInState, SignInIntents] {
  const [state, dispatch] = useReducer(reduce, mode, signedOut);
  const lastRequest = useRef(0);
  // The two ways to a sign-in share no verb, so that nothing of practice reaches AWS, and nothing real reaches practice.
  const [describeAll, signInWith] =
    mode === 'practice' ? [api.describePracticeSignIn, api.practiseSignIn] : [api.describeSignIn, api.signIn];

  const describe = async (): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'surroundingsAsked', requestId });
    dispatch({ type: 'surroundingsAnswered', requestId, result: await describeAll({}) });
  };
  useEffect(() => dispatch({ type: 'modeChosen', mode }), [mode]);
  useEffect(() => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'surroundingsAsked', requestId });
    void describeAll({}).then((result) => dispatch({ type: 'surroundingsAnswered', requestId, result }));
  }, [describeAll]);

  const checkAccess = async (session: string): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'accessAsked', requestId });
    dispatch({ type: 'accessAnswered', requestId, result: await api.checkAccess({ session }) });
  };
  const signInRequest = useRef(0);
  const signIn = async (request: RequestOf<'signIn'>): Promise<void> => {
    const requestId = ++lastRequest.current;
    signInRequest.current = requestId;
    // What was agreed to, and a code, belong to the sign-in that is under way; all else begins one.
    if (request.by === 'profile' && request.mfaCode === undefined && request.runs === undefined) {
      dispatch({ type: 'profileChosen', profile: request.profile });
    }
    dispatch({ type: 'signInAsked', requestId });
    let result = await signInWith(request);
    dispatch({ type: 'signInAnswered', requestId, result });
    if (result.ok && result.value.state === 'browser' && signInRequest.current === requestId) {
      result = await signInWith({ by: 'browser-wait', attempt: result.value.attempt });
      dispatch({ type: 'signInAnswered', requestId, result });
    }
    if (result.ok && result.value.state === 'signed-in' && signInRequest.current === requestId) {
      await checkAccess(result.value.signedIn.session);
    }
  };
  const abandon = (): void => {
    signInRequest.current = 0;
  };

  return [
    state,
    {
      readFilesAgain: () => void describe(),
      chooseWay: (way) => {
        abandon();
        dispatch({ type: 'wayChosen', way });
      },
      chooseAccount: (accountId) => dispatch({ type: 'accountChosen', accountId }),
      signIn: (request) => void signIn(request),
      checkAccess: () => {
        if (state.attempt.at === 'signed-in') void checkAccess(state.attempt.view.session);
      },
      changeConnection: (request) => {
        abandon();
        void api.changeConnection(request).then((result) => dispatch({ type: 'connectionAnswered', result }));
      },
      chooseAuthorities: () => {
        void api.chooseAuthorities({}).then((result) => dispatch({ type: 'authoritiesOffered', result }));
      },
      declineAuthorities: () => dispatch({ type: 'authoritiesDeclined' }),
      rehearse: () => {
        abandon();
        dispatch({ type: 'rehearsalChosen', isRehearsed: true });
      },
      skipRehearsal: (region) => {
        dispatch({ type: 'rehearsalChosen', isRehearsed: false });
        void signIn({ by: 'practice', region });
      },
      forget: () => {
        abandon();
        dispatch({ type: 'forgotten' });
      },
    },
  ];
}
