import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { Failure } from '../base/failure';
import { profileFacts, profileWords, signInWords } from '../words/sign-in/sign-in';
import { MfaCode } from './mfa-code';
import { RunProgram } from './run-program';
import { surroundingsOf } from './selectors';
import type { SignInState } from './state';
import type { SignInIntents } from './use-sign-in';

export interface SignInWayProps {
  readonly state: SignInState;
  readonly intents: SignInIntents;
  readonly region: string;
}

export function ProfileSignIn({ state, intents, region }: SignInWayProps) {
  const { surroundings, profile, mfaSerial, program, attempt } = state;
  const profiles = surroundingsOf(state)?.profiles;
  if (surroundings.at === 'failed') return <Failure error={surroundings.error} takesFocus={false} />;
  if (profiles === undefined) return <StatusIndicator type="loading">{signInWords.reading}</StatusIndicator>;
  if (profiles.length === 0) return <NoProfiles intents={intents} />;
  const chosen = profiles.find(({ name }) => name === profile);
  return (
    <Container>
      <SpaceBetween size="m">
        <FormField label={profileWords.label} description={profileWords.description}>
          <Select
            placeholder={profileWords.placeholder}
            filteringType={profiles.length > 8 ? 'auto' : 'none'}
            filteringAriaLabel={profileWords.filter}
            filteringPlaceholder={profileWords.filter}
            noMatch={profileWords.noMatch}
            disabled={attempt.at === 'asking'}
            selectedOption={
              chosen ? { value: chosen.name, label: chosen.name, description: profileFacts(chosen) } : null
            }
            options={profiles.map((each) => ({
              value: each.name,
              label: each.name,
              description: profileFacts(each),
            }))}
            onChange={({ detail }) => {
              const name = detail.selectedOption.value;
              if (name !== undefined) intents.signIn({ by: 'profile', profile: name, region });
            }}
          />
        </FormField>
        {profile !== undefined && mfaSerial !== undefined && (
          <MfaCode
            serial={mfaSerial}
            isBusy={attempt.at === 'asking'}
            onSend={(mfaCode) =>
              intents.signIn({
                by: 'profile',
                profile,
                region,
                mfaCode,
                ...(program ? { runs: program.consent } : {}),
              })
            }
          />
        )}
        {profile !== undefined && program && mfaSerial === undefined && attempt.at === 'none' && (
          <RunProgram
            programs={program.programs}
            onRun={() => intents.signIn({ by: 'profile', profile, region, runs: program.consent })}
          />
        )}
        <SpaceBetween direction="horizontal" size="xs">
          {profile !== undefined && attempt.at === 'failed' && mfaSerial === undefined && (
            <Button iconName="refresh" onClick={() => intents.signIn({ by: 'profile', profile, region })}>
              {profileWords.retry}
            </Button>
          )}
          {state.mode === 'aws' && (
            <Button variant="inline-link" onClick={intents.readFilesAgain}>
              {profileWords.readAgain}
            </Button>
          )}
        </SpaceBetween>
      </SpaceBetween>
    </Container>
  );
}

function NoProfiles({ intents }: { readonly intents: SignInIntents }) {
  return (
    <Alert
      type="info"
      header={profileWords.none.title}
      action={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={intents.readFilesAgain}>{profileWords.readAgain}</Button>
          <Button onClick={() => intents.chooseWay('browser')}>{profileWords.none.useBrowser}</Button>
        </SpaceBetween>
      }
    >
      {profileWords.none.text}
    </Alert>
  );
}
