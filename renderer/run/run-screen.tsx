import type { ReactNode } from 'react';
import type { RunChanges } from '../../main/shared/contract';
import { signedInFor } from '../sign-in/selectors';
import type { SignInState } from '../sign-in/state';
import type { SignInIntents } from '../sign-in/use-sign-in';
import { Resume } from './resume';
import { RunPage } from './run-page';
import type { RunState } from './state';
import type { RunIntents } from './use-run';

export interface RunScreenProps {
  readonly run: Extract<RunState, { at: 'running' | 'paused' }>;
  readonly intents: RunIntents;
  readonly runningTitle: string;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  /** Of the run. */
  readonly region: string;
  /** The alias of the run; only when the run creates a key. */
  readonly alias?: string | undefined;
  /** Asks for other key material, and hands over what was chosen; only when the run creates a key. */
  readonly newMaterial?: (onChosen: (changes: RunChanges) => void) => ReactNode;
  /** Back to where the run came from, as long as it made no key. */
  readonly onBackToForm: () => void;
  readonly onLeave: () => void;
}

/** A run that goes on, or stands still with the one way on. */
export function RunScreen({ run, intents, runningTitle, onBackToForm, onLeave, ...props }: RunScreenProps) {
  const { signIn, signInIntents, region, alias, newMaterial } = props;
  return (
    <RunPage
      key={run.at}
      state={run}
      runningTitle={runningTitle}
      onStop={intents.stop}
      onLeave={onLeave}
      resume={
        run.at === 'paused' && (
          <Resume
            next={run.next}
            candidates={run.candidates}
            signedIn={signedInFor(signIn, region)}
            signInState={signIn}
            signInIntents={signInIntents}
            region={region}
            {...(alias === undefined ? {} : { alias })}
            {...(newMaterial === undefined ? {} : { newMaterial })}
            onContinue={intents.continueWith}
            onBackToForm={onBackToForm}
            onStop={onLeave}
          />
        )
      }
    />
  );
}
