import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import type { RequestOf, ResultOf } from '../../../main/shared/contract';
import { localError } from '../../../main/shared/errors';
import { limits } from '../../../main/shared/limits';
import { err } from '../../../main/shared/result';
import { api } from '../../base/api';
import { useVaultAhead } from '../../base/use-vault-ahead';
import type { Brought } from '../../base/work';
import { useCustody, type CustodyIntents } from '../../custody/use-custody';
import { regionOfProfiles, signedInFor } from '../../sign-in/selectors';
import type { SignInState } from '../../sign-in/state';
import { reduce } from './reduce';
import { copyPurpose, keyDraft } from './selectors';
import { statementQuestion } from './statement';
import { newDraft, type DraftAction, type DraftState } from './state';

export interface DraftIntents {
  readonly dispatch: (action: DraftAction) => void;
  readonly custody: CustodyIntents;
  readonly chooseCard: () => void;
  readonly dropCard: (files: readonly File[]) => void;
}

/** While somebody types, AWS is not asked at every letter. */
const settleMs = 500;

/** Longer than any policy is refused here: no message to main is as long as a text can be. */
function readStatement(question: RequestOf<'readStatement'>): Promise<ResultOf<'readStatement'>> {
  const { asks } = question;
  return asks.from === 'statement' && asks.text.length > limits.maxStatementChars
    ? Promise.resolve(err(localError('receiver', 'receiver.statement', { reason: 'tooLong' })))
    : api.readStatement(question);
}

/**
 * What the create-and-import job has been told; main plans it whenever it has come to rest.
 *
 * @param run that stands still, once there is one
 */
export function useDraft(signIn: SignInState, run: string | undefined): readonly [DraftState, DraftIntents] {
  const [state, dispatch] = useReducer(reduce, undefined, () => newDraft(new Date()));
  const lastRequest = useRef(0);
  const lastCard = useRef(0);

  const signedIn = signedInFor(signIn, state.receiver.region);
  useEffect(() => {
    if (signedIn) dispatch({ type: 'signedIn', view: signedIn });
  }, [signedIn]);
  const region = regionOfProfiles(signIn);
  useEffect(() => {
    if (region !== undefined) dispatch({ type: 'regionSuggested', region });
  }, [region]);
  useEffect(() => () => void api.leaveJob({}), []);
  useVaultAhead();

  const draft = state.plan.at === 'idle' ? keyDraft(state, new Date()) : undefined;
  const plan = useEffectEvent(async () => {
    if (!draft) return;
    const requestId = ++lastRequest.current;
    dispatch({ type: 'planAsked', requestId });
    dispatch({ type: 'planAnswered', requestId, result: await api.planKey({ draft }) });
  });
  const draftText = draft && JSON.stringify(draft);
  const delayMs = state.step === 'review' || state.isGoingOn ? 0 : settleMs;
  useEffect(() => {
    if (draftText === undefined) return;
    const timer = setTimeout(() => void plan(), delayMs);
    return () => clearTimeout(timer);
  }, [draftText, delayMs]);

  const question = statementQuestion(state);
  const ask = useEffectEvent(async () => {
    if (!question) return;
    const requestId = ++lastRequest.current;
    dispatch({ type: 'statementAsked', requestId });
    dispatch({ type: 'statementAnswered', requestId, result: await readStatement(question) });
  });
  const questionText = question && JSON.stringify(question);
  useEffect(() => {
    if (questionText !== undefined) void ask();
  }, [questionText]);

  const custody = useCustody(state.material.custody, copyPurpose(state, run), (action) =>
    dispatch({ type: 'custody', action }),
  );
  const takeCard = async (files: Brought): Promise<void> => {
    const requestId = ++lastCard.current;
    dispatch({ type: 'cardAsked', requestId });
    dispatch({ type: 'cardAnswered', requestId, result: await api.readReceiverCard({ files }) });
  };
  const cardIntents = {
    chooseCard: () => void takeCard('ask'),
    dropCard: (files: readonly File[]) => void takeCard(files),
  };
  return [state, { dispatch, custody, ...cardIntents }];
}
