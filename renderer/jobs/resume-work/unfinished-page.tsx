import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { AppError } from '../../../main/shared/errors';
import type { UnfinishedRunView } from '../../../main/shared/views/unfinished';
import { Failure } from '../../base/failure';
import { signedInFor } from '../../sign-in/selectors';
import { SignIn } from '../../sign-in/sign-in';
import type { SignInState } from '../../sign-in/state';
import type { SignInIntents } from '../../sign-in/use-sign-in';
import { Page } from '../../base/page';
import { unfinishedName, unfinishedPage, type Discarded } from '../../words/resume-work/unfinished';
import { ComparedBox } from './compared-box';
import { DiscardedPage } from './discarded-page';
import { hasOwnKey } from './discard';
import { ResumedPolicy } from './resumed-policy';
import { OlderNote, UnconfirmedNote } from './note-alerts';
import { UnfinishedFacts } from './unfinished-facts';
import { WaysOn } from './ways-on';

export interface UnfinishedPageProps {
  readonly work: UnfinishedRunView;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  /** Why going on did not even begin. */
  readonly failure: AppError | undefined;
  readonly onResume: (session: string) => void;
  readonly onLeave: () => void;
}

/** What exists and what is missing; then signing in, and the two ways on. */
export function UnfinishedPage({ work, signIn, signInIntents, failure, ...on }: UnfinishedPageProps) {
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const [discarded, setDiscarded] = useState<Discarded>();
  const signedIn = signedInFor(signIn, work.region);
  const isOwner = signedIn?.accountId === work.accountId;
  const [isCompared, setIsCompared] = useState(false);
  const hasToCompare = work.needsConfirming !== undefined && !work.stopped;
  const resume = (): void => {
    if (signedIn && isOwner && (isCompared || !hasToCompare)) on.onResume(signedIn.session);
    else setAskedTooEarly(askedTooEarly + 1);
  };
  if (discarded) {
    return (
      <DiscardedPage
        name={unfinishedName(work)}
        discarded={discarded}
        keyArn={work.keyArn}
        onLeave={on.onLeave}
      />
    );
  }
  return (
    <Page
      title={unfinishedPage.title}
      description={work.stopped ? unfinishedPage.stoppedText : unfinishedPage.lead}
    >
      {failure && <Failure error={failure} takesFocus />}
      {work.stopped && <Failure error={work.stopped.error} takesFocus={false} />}
      <OlderNote work={work} />
      {!work.stopped && <UnconfirmedNote work={work} />}
      <UnfinishedFacts work={work} />
      {work.planned && !work.stopped && (
        <ResumedPolicy planned={work.planned} callerArn={signedIn?.principalArn ?? ''} />
      )}
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
      {hasToCompare && (
        <ComparedBox
          isCompared={isCompared}
          hasPolicy={work.planned !== undefined}
          askedTooEarly={signedIn ? askedTooEarly : 0}
          onChange={setIsCompared}
        />
      )}
      <WaysOn
        work={work}
        session={isOwner ? signedIn.session : undefined}
        onResume={work.stopped ? undefined : resume}
        onDiscarded={setDiscarded}
        onLeave={on.onLeave}
      />
    </Page>
  );
}
