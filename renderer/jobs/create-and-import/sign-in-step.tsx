import SpaceBetween from '@cloudscape-design/components/space-between';
import { localError } from '../../../main/shared/errors';
import { Failure } from '../../base/failure';
import { signedInFor } from '../../sign-in/selectors';
import { SignIn } from '../../sign-in/sign-in';
import type { SignInState } from '../../sign-in/state';
import type { SignInIntents } from '../../sign-in/use-sign-in';
import { missingIn } from './selectors';
import { namesOwn } from './statement';
import type { DraftAction, DraftState } from './state';
import { ConfirmUnusual } from './confirm-unusual';

export interface SignInStepProps {
  readonly draft: DraftState;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  readonly dispatch: (action: DraftAction) => void;
}

export function SignInStep({ draft, signIn, signInIntents, dispatch }: SignInStepProps) {
  const { region = '', accountId } = draft.receiver;
  const missing = missingIn(draft, new Date(), signedInFor(signIn, region));
  return (
    <SpaceBetween size="l">
      {missing === 'own-account' && (
        <Failure
          key={draft.askedTooEarly}
          error={localError('receiver', 'receiver.ownAccount', { accountId })}
          takesFocus={draft.askedTooEarly > 0}
        />
      )}
      {missing === 'refused-statement' && draft.statement.at === 'failed' && (
        <Failure
          key={draft.askedTooEarly}
          error={draft.statement.error}
          takesFocus={draft.askedTooEarly > 0}
        />
      )}
      {namesOwn(draft) && <ConfirmUnusual state={draft} dispatch={dispatch} />}
      <SignIn state={signIn} intents={signInIntents} region={region} askedTooEarly={draft.askedTooEarly} />
    </SpaceBetween>
  );
}
