import Wizard from '@cloudscape-design/components/wizard';
import type { ReactNode } from 'react';
import type { AppError } from '../../../main/shared/errors';
import { isBusy as isCustodyBusy, isHeldGone } from '../../custody/selectors';
import { regionOfProfiles, signedInFor, surroundingsOf } from '../../sign-in/selectors';
import type { SignInState } from '../../sign-in/state';
import type { SignInIntents } from '../../sign-in/use-sign-in';
import { useFocusWhenLost, useHeadingFocus, useTopOfScreen } from '../../base/use-screen';
import { chrome } from '../../words/shell/app';
import { custodyWords } from '../../words/custody/custody';
import { reviewWords } from '../../words/create-and-import/review';
import { keyWords } from '../../words/create-and-import/key';
import { statementWords } from '../../words/create-and-import/statement';
import { skipWords, stepDescriptions, stepTitles } from '../../words/create-and-import/steps';
import { KeyStep } from './key-step';
import { MaterialStep } from './material-step';
import { ReceiverStep } from './receiver-step';
import { ReviewStep } from './review-step';
import { maySkipKey, missingIn, takenFromCard } from './selectors';
import { SignInStep } from './sign-in-step';
import { stepNames, type DraftState } from './state';
import type { DraftIntents } from './use-draft';

export interface StepsProps {
  readonly draft: DraftState;
  readonly draftIntents: DraftIntents;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  /** Why the last run did not even begin. */
  readonly failure: AppError | undefined;
  readonly onSubmit: (plan: string) => void;
  readonly onLeave: () => void;
  readonly onLookAfter: () => void;
}

export function Steps(props: StepsProps) {
  const { draft, signIn } = props;
  const { dispatch } = props.draftIntents;
  const screen = useHeadingFocus<HTMLDivElement>();
  useTopOfScreen(draft.step);
  useFocusWhenLost(draft.plan.at, screen);
  const signedIn = signedInFor(signIn, draft.receiver.region);
  // While a copy is being made or opened nothing else can be done.
  const isBusy = isCustodyBusy(draft.material.custody) || draft.isGoingOn;
  // Only where it leads there: before the sign-in it would lead to an error.
  const isSkippable =
    draft.step === 'sign-in' && maySkipKey(draft) && missingIn(draft, new Date(), signedIn) === undefined;
  const next = (): void => dispatch({ type: 'nextChosen', now: new Date(), signedIn });
  const submit = (): void => {
    const { plan } = draft;
    if (missingIn(draft, new Date(), signedIn) === undefined && plan.at === 'ready') {
      props.onSubmit(plan.view.plan);
    } else next();
  };
  return (
    <div ref={screen} tabIndex={-1} className="page wizard quiet-focus">
      <Wizard
        activeStepIndex={stepNames.indexOf(draft.step)}
        isLoadingNextStep={isBusy || (draft.step === 'sign-in' && signIn.attempt.at === 'asking')}
        submitButtonText={reviewWords.submit}
        allowSkipTo
        i18nStrings={{
          cancelButton: chrome.backToHome,
          optional: draft.isKeySkipped ? skipWords.fromCard : skipWords.optional,
          skipToButtonLabel: ({ title }) => skipWords.skipTo(title),
          ...(isBusy
            ? {
                nextButtonLoadingAnnouncement: busyText(draft),
              }
            : {}),
        }}
        onCancel={() => {
          if (!isBusy) props.onLeave();
        }}
        onNavigate={({ detail }) => {
          if (isBusy) return;
          const step = stepNames[detail.requestedStepIndex];
          if (detail.reason === 'skip' && step === 'material') {
            dispatch({ type: 'keySkipped', now: new Date(), signedIn });
          } else if (detail.reason === 'next' || detail.reason === 'skip') next();
          else if (step !== undefined) dispatch({ type: 'stepChosen', step });
        }}
        onSubmit={submit}
        steps={stepNames.map((step) => ({
          title: stepTitles[step],
          description: stepDescriptions[step],
          isOptional: step === 'key' && (isSkippable || takenFromCard(draft) !== undefined),
          content: step === draft.step ? content(props) : null,
        }))}
      />
    </div>
  );
}

function busyText({ isGoingOn, step }: DraftState): string {
  if (!isGoingOn) return custodyWords.saving;
  return step === 'receiver' ? statementWords.reading : keyWords.aliasChecking;
}

function content(props: StepsProps): ReactNode {
  const { draft, draftIntents, signIn, signInIntents } = props;
  const { dispatch } = draftIntents;
  const regions = surroundingsOf(signIn)?.regions ?? [];
  switch (draft.step) {
    case 'receiver':
      return (
        <ReceiverStep
          state={draft}
          intents={draftIntents}
          regions={regions}
          regionOfProfiles={regionOfProfiles(signIn)}
          isPractice={signIn.mode === 'practice'}
        />
      );
    case 'sign-in':
      return <SignInStep draft={draft} signIn={signIn} signInIntents={signInIntents} dispatch={dispatch} />;
    case 'key':
      return <KeyStep state={draft} dispatch={dispatch} />;
    case 'material':
      return <MaterialStep state={draft} intents={draftIntents} onLookAfter={props.onLookAfter} />;
    case 'review': {
      // That failure is shown on the step where the material can be restored.
      const failure = props.failure && isHeldGone(props.failure) ? undefined : props.failure;
      return <ReviewStep state={draft} dispatch={dispatch} regions={regions} failure={failure} />;
    }
  }
}
