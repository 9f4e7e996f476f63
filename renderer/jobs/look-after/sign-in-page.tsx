import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { SignedInView } from '../../../main/shared/views/aws';
import { Page } from '../../base/page';
import { surroundingsOf } from '../../sign-in/selectors';
import { SignIn } from '../../sign-in/sign-in';
import type { SignInState } from '../../sign-in/state';
import type { SignInIntents } from '../../sign-in/use-sign-in';
import { signInPage } from '../../words/look-after/sign-in';
import { chrome } from '../../words/shell/app';
import { RegionChoice } from './region-choice';
import { doorOf, throughOwnRegion, type RegionChoice as Choice } from './regions';

export interface SignInPageProps {
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  readonly regions: Choice;
  readonly onRegions: (regions: Choice) => void;
  /** Absent where it is practice already. */
  readonly onPractise?: () => void;
  readonly onForReal?: () => void;
  /** To a list that is there, and stays. */
  readonly onBack?: () => void;
  readonly onRead: () => void;
  readonly onLeave: () => void;
}

/** Which Regions, and as whom; reading begins by itself once somebody is signed in. */
export function SignInPage(props: SignInPageProps) {
  const { signIn, signInIntents, regions, onRegions } = props;
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const surroundings = surroundingsOf(signIn);
  const { attempt } = signIn;
  // Whoever is signed in stays so: the list opens the other Regions with the same credentials.
  const door = attempt.at === 'signed-in' ? attempt.view.region : doorOf(regions, surroundings?.regions);
  const isReady = attempt.at === 'signed-in' && regions.length > 0;
  return (
    <Page title={signInPage.title} description={signInPage.lead}>
      {props.onPractise && <PractiseLine onPractise={props.onPractise} />}
      <Container>
        <RegionChoice
          choice={regions}
          regions={surroundings?.regions ?? []}
          isMissing={askedTooEarly > 0 && regions.length === 0}
          onChange={onRegions}
        />
      </Container>
      <Box variant="h2">{signInPage.signIn}</Box>
      {door === undefined ? (
        <Box color="text-body-secondary">{signInPage.waits}</Box>
      ) : (
        <SignIn
          state={signIn}
          intents={{
            ...signInIntents,
            signIn: (request) => signInIntents.signIn(throughOwnRegion(request, regions, surroundings)),
          }}
          region={door}
          actions={noActions}
          askedTooEarly={askedTooEarly}
        />
      )}
      <SpaceBetween direction="horizontal" size="xs">
        <Button
          variant="primary"
          onClick={isReady ? props.onRead : () => setAskedTooEarly(askedTooEarly + 1)}
        >
          {signInPage.read}
        </Button>
        {props.onBack && <Button onClick={props.onBack}>{signInPage.back}</Button>}
        {props.onForReal && <Button onClick={props.onForReal}>{signInPage.leavePractice}</Button>}
        <Button variant="link" onClick={props.onLeave}>
          {chrome.backToHome}
        </Button>
      </SpaceBetween>
    </Page>
  );
}

/** What may not be read, the list says by itself. */
const noActions: readonly string[] = [];

export interface SignInAgainPageProps {
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  /** Who read the list so far. */
  readonly reader: SignedInView;
  readonly onBack: () => void;
}

/** The sign-in ended while the list was read. */
export function SignInAgainPage({ signIn, signInIntents, reader, onBack }: SignInAgainPageProps) {
  const { attempt } = signIn;
  const isOther = attempt.at === 'signed-in' && attempt.view.accountId !== reader.accountId;
  return (
    <Page title={signInPage.again} description={signInPage.againText}>
      {isOther && (
        <div role="alert">
          <Alert type="error" header={signInPage.otherAccount(attempt.view.accountId, reader.accountId)} />
        </div>
      )}
      <SignIn
        state={signIn}
        intents={signInIntents}
        region={reader.region}
        actions={noActions}
        askedTooEarly={0}
      />
      <Button onClick={onBack}>{signInPage.back}</Button>
    </Page>
  );
}

function PractiseLine({ onPractise }: { readonly onPractise: () => void }) {
  return (
    <div className="practise-line">
      <Button onClick={onPractise}>{signInPage.practise}</Button>
      <span>{signInPage.practiseText}</span>
    </div>
  );
}
