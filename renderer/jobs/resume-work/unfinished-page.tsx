import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { AppError } from '../../../main/shared/errors';
import type { UnfinishedView } from '../../../main/shared/unfinished-views';
import { Failure } from '../../failure';
import { signedInFor } from '../../sign-in/selectors';
import { SignIn } from '../../sign-in/sign-in';
import type { SignInState } from '../../sign-in/state';
import type { SignInIntents } from '../../sign-in/use-sign-in';
import { useFocusOnAsking, useHeadingFocus } from '../../use-screen';
import { chrome } from '../../words/app';
import { unfinishedName, unfinishedPage } from '../../words/unfinished';
import { Discard } from './discard';
import { DiscardedPage } from './discarded-page';
import { hasOwnKey } from './selectors';
import { UnfinishedFacts } from './unfinished-facts';

export interface UnfinishedPageProps {
  readonly work: UnfinishedView;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  /** Why going on did not even begin. */
  readonly failure: AppError | undefined;
  readonly onResume: (session: string) => void;
  readonly onLeave: () => void;
}

/** What exists and what is missing; then signing in, and the two ways on. */
export function UnfinishedPage({ work, signIn, signInIntents, failure, ...on }: UnfinishedPageProps) {
  const screen = useHeadingFocus<HTMLDivElement>();
  const discardButton = useRef<ButtonProps.Ref>(null);
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const [isDiscarding, setIsDiscarding] = useState(false);
  const [timesKept, setTimesKept] = useState(0);
  const [discarded, setDiscarded] = useState<{ readonly deletionAt: string | undefined }>();
  useFocusOnAsking(timesKept, discardButton);
  const signedIn = signedInFor(signIn, work.region);
  const isOwner = signedIn?.accountId === work.accountId;
  const resume = (): void => {
    if (signedIn && isOwner) on.onResume(signedIn.session);
    else setAskedTooEarly(askedTooEarly + 1);
  };
  const keep = (): void => {
    setIsDiscarding(false);
    setTimesKept(timesKept + 1);
  };
  if (discarded) return <DiscardedPage name={unfinishedName(work)} {...discarded} onLeave={on.onLeave} />;
  return (
    <div ref={screen} className="page">
      <SpaceBetween size="l">
        <Header variant="h1" description={work.stopped ? unfinishedPage.stoppedText : unfinishedPage.lead}>
          {unfinishedPage.title}
        </Header>
        {failure && <Failure error={failure} takesFocus />}
        {work.stopped && <Failure error={work.stopped.error} takesFocus={false} />}
        <UnfinishedFacts work={work} />
        {(!work.stopped || hasOwnKey(work)) && (
          <SpaceBetween size="s">
            <Box variant="h2">{work.stopped ? unfinishedPage.signInToDelete : unfinishedPage.signIn}</Box>
            <SignIn
              state={signIn}
              intents={signInIntents}
              region={work.region}
              askedTooEarly={signedIn ? 0 : askedTooEarly}
            />
          </SpaceBetween>
        )}
        {signedIn && !isOwner && (
          <div role="alert">
            <Alert type="error" header={unfinishedPage.otherAccount(signedIn.accountId, work.accountId)}>
              {unfinishedPage.signInToAccount}
            </Alert>
          </div>
        )}
        <SpaceBetween direction="horizontal" size="xs">
          {!work.stopped && (
            <Button variant="primary" onClick={resume}>
              {unfinishedPage.resume}
            </Button>
          )}
          {!isDiscarding && (
            <Button ref={discardButton} onClick={() => setIsDiscarding(true)}>
              {unfinishedPage.discard}
            </Button>
          )}
          <Button variant="link" onClick={on.onLeave}>
            {chrome.backToHome}
          </Button>
        </SpaceBetween>
        {isDiscarding && (
          <Discard
            work={work}
            session={isOwner ? signedIn.session : undefined}
            onKeep={keep}
            onDiscarded={(deletionAt) => setDiscarded({ deletionAt })}
          />
        )}
      </SpaceBetween>
    </div>
  );
}
