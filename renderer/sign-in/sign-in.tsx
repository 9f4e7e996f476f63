import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Tiles, { type TilesProps } from '@cloudscape-design/components/tiles';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Announcement } from '../components/announcement';
import { Failure } from '../base/failure';
import { SetByOrganisation, useOrganisation } from '../base/set-by-organisation';
import { useFocusOnAsking, useFocusWhenLost } from '../base/use-screen';
import { organisation } from '../words/shell/organisation';
import { browserWords, programWords, signedInWords, signInWords } from '../words/sign-in/sign-in';
import { BrowserSignIn } from './browser-sign-in';
import { ConsoleOnly } from './console-only';
import { ConnectionSettings } from './connection-settings';
import { Endpoints } from './endpoints';
import { PastedSignIn } from './pasted-sign-in';
import { PracticePanel } from './practice-panel';
import { ProfileSignIn } from './profile-sign-in';
import { surroundingsOf, wayOf } from './selectors';
import { SignedIn } from './signed-in';
import type { SignInState, SignInWay } from './state';
import type { SignInIntents } from './use-sign-in';

export interface SignInProps {
  readonly state: SignInState;
  readonly intents: SignInIntents;
  /** The Region of the key: a session holds for one Region. */
  readonly region: string;
  /** The permissions that the job needs; undefined for all that are checked. */
  readonly actions?: readonly string[];
  /** How often the person tried to go on without having signed in. */
  readonly askedTooEarly: number;
}

const ways: readonly SignInWay[] = ['profile', 'browser', 'pasted'];

/** Signs in with a profile, the browser or pasted credentials, and shows what the identity may do. */
export function SignIn(props: SignInProps) {
  const { attempt, chosenWay = '' } = props.state;
  const whole = useRef<HTMLDivElement>(null);
  useFocusWhenLost(`${attempt.at} ${chosenWay}`, whole);
  return (
    <div ref={whole} tabIndex={-1} className="quiet-focus">
      <Announcement text={signInAnnouncement(props.state)} />
      <SignInContent {...props} />
    </div>
  );
}

function SignInContent(props: SignInProps) {
  const { state, intents, region, askedTooEarly } = props;
  const { attempt, mode } = state;
  const settings = useOrganisation();
  useRegion(props);
  const tiles = useRef<TilesProps.Ref>(null);
  useFocusOnAsking(attempt.at === 'signed-in' ? 0 : askedTooEarly, tiles);
  if (attempt.at === 'signed-in') return <SignedIn state={state} intents={intents} actions={props.actions} />;
  if (mode === 'practice' && state.isRehearsed !== true) {
    return attempt.at === 'failed' ? (
      <Failure error={attempt.error} takesFocus />
    ) : (
      <StatusIndicator type="loading">{signInWords.signingIn}</StatusIndicator>
    );
  }
  const { practiceOnly, allowedAccounts, allowedRegions } = settings;
  if (mode === 'aws' && practiceOnly) return <SetByOrganisation text={organisation.practiceOnly} />;
  const way = wayOf(state);
  const practice = surroundingsOf(state)?.practice;
  return (
    <SpaceBetween size="l">
      {practice && (
        <PracticePanel practice={practice} way={way} onSkip={() => intents.skipRehearsal(region)} />
      )}
      {mode === 'aws' && allowedAccounts && (
        <SetByOrganisation text={organisation.accounts(allowedAccounts)} />
      )}
      {mode === 'aws' && allowedRegions && <SetByOrganisation text={organisation.regions(allowedRegions)} />}
      <Endpoints state={state} intents={intents} />
      <FormField
        stretch
        label={signInWords.wayLabel}
        errorText={askedTooEarly > 0 && attempt.at === 'none' ? signInWords.missing : ''}
      >
        <Tiles
          ref={tiles}
          columns={3}
          value={way}
          items={ways.map((value) => ({
            value,
            label: signInWords.ways[value].label,
            description: signInWords.ways[value].text,
          }))}
          onChange={({ detail }) => {
            const chosen = ways.find((value) => value === detail.value);
            if (chosen) intents.chooseWay(chosen);
          }}
        />
      </FormField>
      {attempt.at === 'failed' && <Failure key={attempt.error.code} error={attempt.error} takesFocus />}
      {way === 'profile' && <ProfileSignIn state={state} intents={intents} region={region} />}
      {way === 'browser' && <BrowserSignIn state={state} intents={intents} region={region} />}
      {way === 'pasted' && <PastedSignIn state={state} intents={intents} region={region} />}
      {attempt.at === 'asking' && <StatusIndicator type="loading">{signInWords.signingIn}</StatusIndicator>}
      {mode === 'aws' && <ConsoleOnly onPaste={() => intents.chooseWay('pasted')} />}
      {mode === 'aws' && <ConnectionSettings state={state} intents={intents} />}
    </SpaceBetween>
  );
}

/** What a screen reader hears as signing in goes on. */
function signInAnnouncement({ attempt, mode, program, mfaSerial }: SignInState): string {
  if (attempt.at === 'asking') return signInWords.signingIn;
  if (attempt.at === 'browser') return `${browserWords.waiting}. ${browserWords.code}: ${attempt.userCode}.`;
  if (attempt.at === 'none' && program && mfaSerial === undefined) {
    return `${programWords.title}. ${programWords.named(program.programs)}`;
  }
  if (attempt.at !== 'signed-in') return '';
  const title = mode === 'practice' ? signedInWords.practiceTitle : signedInWords.title;
  return `${title}. ${signedInWords.account} ${attempt.view.accountId}.`;
}

/** Practice needs no answers, and a profile that was chosen for another Region is used again for this one. */
function useRegion({ state, intents, region }: SignInProps): void {
  const settle = useEffectEvent(() => {
    const { attempt, mode, profile, isRehearsed } = state;
    const isElsewhere = attempt.at === 'signed-in' && attempt.view.region !== region;
    if (mode === 'practice' && isRehearsed !== true) {
      if (attempt.at === 'none' || isElsewhere) intents.signIn({ by: 'practice', region });
    } else if (isElsewhere) {
      if (profile === undefined) intents.forget();
      else intents.signIn({ by: 'profile', profile, region });
    }
  });
  // What is dropped may say both at once: that it is practice, and the Region.
  useEffect(() => settle(), [region, state.mode]);
}
