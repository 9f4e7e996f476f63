import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { bothInstants } from '../words/shell/instants';
import { practiceSignInWords } from '../words/sign-in/practice-sign-in';
import { clockTitle, signedInWords } from '../words/sign-in/sign-in';
import { Access } from './access';
import type { SignInState } from './state';
import type { SignInIntents } from './use-sign-in';
import { FactValue } from '../base/fact-value';

export interface SignedInProps {
  readonly state: SignInState;
  readonly intents: SignInIntents;
  /** The permissions that the job needs; undefined for all that are checked, none where nothing is said of them. */
  readonly actions: readonly string[] | undefined;
}

export function SignedIn({ state, intents, actions }: SignedInProps) {
  const { attempt, mode } = state;
  if (attempt.at !== 'signed-in') return null;
  const { view, access } = attempt;
  const title = mode === 'practice' ? signedInWords.practiceTitle : signedInWords.title;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              mode === 'practice' ? (
                <Button onClick={intents.rehearse}>{practiceSignInWords.practise}</Button>
              ) : (
                <Button onClick={intents.forget}>{signedInWords.other}</Button>
              )
            }
            description={
              mode === 'practice' && state.isRehearsed !== true ? practiceSignInWords.invitation : undefined
            }
          >
            {title}
          </Header>
        }
      >
        <KeyValuePairs
          columns={2}
          items={[
            { label: signedInWords.account, value: view.accountId },
            { label: signedInWords.region, value: view.region },
            {
              label: signedInWords.caller,
              value: <FactValue label={signedInWords.caller} value={view.callerArn} />,
            },
            {
              label: signedInWords.until,
              value:
                view.expiresAt === undefined ? signedInWords.never : bothInstants(new Date(view.expiresAt)),
            },
          ]}
        />
      </Container>
      {view.clockOffsetMs !== undefined && (
        <Alert type="warning" header={clockTitle(view.clockOffsetMs)}>
          {signedInWords.clockText}
        </Alert>
      )}
      {actions?.length !== 0 && <Access access={access} actions={actions} onCheck={intents.checkAccess} />}
    </SpaceBetween>
  );
}
