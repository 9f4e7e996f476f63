import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import type { CandidateKey, NextAction, SignedInView } from '../../main/shared/views/aws';
import type { RunChanges } from '../../main/shared/contract';
import { SignIn } from '../sign-in/sign-in';
import type { SignInState } from '../sign-in/state';
import type { SignInIntents } from '../sign-in/use-sign-in';
import { ceremonyRunPage, nextLabel } from '../words/run/run';
import { ChooseKey } from './choose-key';
import { NewAlias } from './new-alias';

export interface ResumeProps {
  /** Whether the run stopped because the person asked for it. */
  readonly isStopped: boolean;
  readonly next: NextAction;
  /** Keys to choose from, when several carry the tag of the run. */
  readonly candidates: readonly CandidateKey[];
  /** Who is signed in for the Region of the run. */
  readonly signedIn: SignedInView | undefined;
  readonly signInState: SignInState;
  readonly signInIntents: SignInIntents;
  readonly region: string;
  readonly onContinue: (session: string, changes?: RunChanges) => void;
  /** Back to the form that the run came from. */
  readonly onBackToForm: () => void;
  readonly onStop: () => void;
  /** The alias that was taken; only when the run creates a key. */
  readonly alias: string | undefined;
  /** Asks for other key material and hands over the session and what was chosen; only when the run creates a key. */
  readonly newMaterial: ((onChosen: (changes: RunChanges) => void) => ReactNode) | undefined;
}

/** The one next action after a failure, with whatever it needs to be told. */
export function Resume(props: ResumeProps) {
  const { next, candidates, signedIn, alias, newMaterial } = props;
  const [isSigningIn, setIsSigningIn] = useState(false);
  const { forget } = props.signInIntents;
  const signInFirst = (): void => {
    forget();
    setIsSigningIn(true);
  };
  const goOn = (changes?: RunChanges): void => {
    if (signedIn) props.onContinue(signedIn.session, changes);
    else signInFirst();
  };
  if (isSigningIn) return <SignInAgain {...props} />;
  if (next === 'choose-key') {
    return <ChooseKey candidates={candidates} onChosen={(keyId) => goOn({ keyId })} />;
  }
  if (next === 'change-alias' && alias !== undefined) {
    return <NewAlias taken={alias} onChosen={(chosen) => goOn({ alias: chosen })} />;
  }
  if (next === 'change-material' && newMaterial) return newMaterial(goOn);
  const actions: Record<NextAction, () => void> = {
    continue: () => goOn(),
    'sign-in': signInFirst,
    'change-key': props.onBackToForm,
    'choose-key': props.onStop,
    'change-alias': props.onBackToForm,
    'change-material': props.onBackToForm,
    'change-receiver': props.onBackToForm,
    stop: props.onStop,
  };
  return (
    <Button variant="primary" onClick={actions[next]}>
      {props.isStopped && next === 'continue' ? ceremonyRunPage.goOn : nextLabel(next)}
    </Button>
  );
}

function SignInAgain({ signedIn, signInState, signInIntents, region, onContinue }: ResumeProps) {
  return (
    <SpaceBetween size="m">
      <Header variant="h2">{ceremonyRunPage.signInAgain}</Header>
      <SignIn state={signInState} intents={signInIntents} region={region} askedTooEarly={0} />
      {signedIn && (
        <Box>
          <Button variant="primary" onClick={() => onContinue(signedIn.session)}>
            {nextLabel('continue')}
          </Button>
        </Box>
      )}
    </SpaceBetween>
  );
}
