import type { ReactNode } from 'react';
import type { RunChanges } from '../../main/shared/contract';
import { signedInFor } from '../sign-in/selectors';
import type { SignInState } from '../sign-in/state';
import type { SignInIntents } from '../sign-in/use-sign-in';
import type { HelpScreen } from '../words/guide/help-pages';
import { handOverPage } from '../words/run/hand-over';
import { ceremonyRunPage } from '../words/run/run';
import { ActedPage, type AfterAct } from './acted-page';
import { HandOverPage, type HandOverPageProps } from './hand-over-page';
import { Resume } from './resume';
import { RunPage } from './run-page';
import type { RunState } from './state';
import type { RunIntents } from './use-run';

export interface RunScreenProps {
  readonly run: Exclude<RunState, { at: 'none' }>;
  readonly intents: RunIntents;
  readonly runningTitle: string;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  /** The Region of the run. */
  readonly region: string;
  /** The alias of the run; only when the run creates a key. */
  readonly alias?: string | undefined;
  /** Asks for other key material, and hands over what was chosen; only when the run creates a key. */
  readonly newMaterial?: (onChosen: (changes: RunChanges) => void) => ReactNode;
  /** Back to where the run came from, as long as it made no key. */
  readonly onBackToForm: () => void;
  /** What stands on the last page for a receiver that is still to be added; only when the run creates a key. */
  readonly toBeAdded?: HandOverPageProps['toBeAdded'];
  /** From practice to the real job. */
  readonly onForReal?: (() => void) | undefined;
  /** To the next material of the key that is missing; only where some is imported once more. */
  readonly onNextMaterial?: HandOverPageProps['onNextMaterial'];
  /** What a person may do instead of going on, while the run is paused. */
  readonly instead?: ReactNode;
  /** To the key that was opened from a list, read anew; only for an act on it. */
  readonly onToKey?: (() => void) | undefined;
  readonly onKeys?: HandOverPageProps['onKeys'];
  /** To what comes after an act on that key. */
  readonly onAfterAct?: ((next: AfterAct) => void) | undefined;
  /** To the replica that an act made. */
  readonly onToReplica?: ((arn: string) => void) | undefined;
  readonly onLeave: () => void;
}

/** A run under way; a run that has stopped, with its next action; or the hand-over. */
export function RunScreen({ run, intents, runningTitle, onBackToForm, onLeave, ...props }: RunScreenProps) {
  const { signIn, signInIntents, region, alias, newMaterial, toBeAdded, onForReal, onNextMaterial, onKeys } =
    props;
  if (run.at === 'done') {
    if (run.acted) {
      return (
        <ActedPage
          run={run.run}
          acted={run.acted}
          onToKey={props.onToKey}
          onNext={props.onAfterAct}
          onToReplica={props.onToReplica}
          onLeave={onLeave}
        />
      );
    }
    return (
      run.handOver && (
        <HandOverPage
          run={run.run}
          handOver={run.handOver}
          toBeAdded={toBeAdded}
          onForReal={onForReal}
          onNextMaterial={onNextMaterial}
          onKeys={onKeys}
          onLeave={onLeave}
        />
      )
    );
  }
  return (
    <RunPage
      key={run.at}
      state={run}
      runningTitle={runningTitle}
      onStop={intents.stop}
      onLeave={onLeave}
      instead={run.at === 'paused' && props.instead}
      resume={
        run.at === 'paused' && (
          <Resume
            next={run.next}
            isStopped={run.error.code === 'run.cancelled'}
            candidates={run.candidates}
            signedIn={signedInFor(signIn, region)}
            signInState={signIn}
            signInIntents={signInIntents}
            region={region}
            alias={alias}
            newMaterial={newMaterial}
            onContinue={intents.continueWith}
            onBackToForm={onBackToForm}
            onStop={onLeave}
          />
        )
      }
    />
  );
}

/** The name of the screen that shows a run, or the form it comes from. */
export function runTitle({ at }: RunState, form: string, running: string): string {
  return { none: form, running, paused: ceremonyRunPage.paused, done: handOverPage.title }[at];
}

/** What F1 opens there. */
export function runHelp({ at }: RunState, form: HelpScreen): HelpScreen {
  return ({ none: form, running: 'running', paused: 'stopped', done: 'hand-over' } as const)[at];
}
