import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AppError } from '../../../main/shared/errors';
import { expiryOf } from '../../intake/expiry';
import { ExpiryFields } from '../../intake/expiry-fields';
import { Failure } from '../../base/failure';
import { signedInFor, surroundingsOf } from '../../sign-in/selectors';
import { SignIn } from '../../sign-in/sign-in';
import type { SignInState } from '../../sign-in/state';
import type { SignInIntents } from '../../sign-in/use-sign-in';
import { useHeadingFocus } from '../../base/use-screen';
import { chrome } from '../../words/shell/app';
import { rotateWords } from '../../words/look-after/acts-rotate';
import { finishImportPage } from '../../words/finish-import/finish-import';
import { KeyQuestion } from './key-question';
import { Rotation } from './rotation';
import type { ReturnedPlan } from './use-returned-plan';
import { ReturnedFiles } from './returned-files';
import { missingInForm, returnedOf, whereabouts } from './selectors';
import type { FinishState } from './state';
import { TransferQuestion } from './transfer-question';
import type { FinishIntents } from './use-finish';

export interface FinishFormProps {
  readonly state: FinishState;
  readonly intents: FinishIntents;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  /** Why the last import did not even begin. */
  readonly failure: AppError | undefined;
  /** Where the key is rotated to what came back. */
  readonly plan: ReturnedPlan;
  readonly onImport: () => void;
  readonly onLeave: () => void;
}

/** The finish-import job on one page: files, sign-in, expiry, and the button. */
export function FinishForm(props: FinishFormProps) {
  const { state, intents, failure } = props;
  const screen = useHeadingFocus<HTMLDivElement>();
  const returned = returnedOf(state);
  return (
    <div ref={screen} className="page">
      <Form
        header={
          <Header variant="h1" description={finishImportPage.lead}>
            {finishImportPage.title}
          </Header>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={props.onLeave}>
              {chrome.backToHome}
            </Button>
            <Button variant="primary" onClick={props.onImport}>
              {returned?.isNew ? rotateWords.title : finishImportPage.submit}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          {failure && <Failure error={failure} takesFocus />}
          <ReturnedFiles state={state} intents={intents} />
          {returned && <Rest {...props} />}
        </SpaceBetween>
      </Form>
    </div>
  );
}

/** Creating is not among them: the key exists, with its alias and its policy. */
const neededActions = [
  'kms:ImportKeyMaterial',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:GetKeyPolicy',
];

/** What is asked for once the files are there. */
function Rest({ state, intents, signIn, signInIntents, plan }: FinishFormProps) {
  const returned = returnedOf(state);
  const { region, accountId } = whereabouts(state);
  const signedIn = signedInFor(signIn, region);
  const missing = missingInForm(state, new Date(), signedIn);
  return (
    <SpaceBetween size="l">
      <TransferQuestion state={state} dispatch={intents.dispatch} />
      <KeyQuestion
        state={state}
        dispatch={intents.dispatch}
        regions={surroundingsOf(signIn)?.regions ?? []}
      />
      <Box variant="h2">{finishImportPage.signIn}</Box>
      {region === undefined ? (
        <Box color="text-body-secondary">{finishImportPage.signInWaits}</Box>
      ) : (
        <SignIn
          state={signIn}
          intents={signInIntents}
          region={region}
          actions={neededActions}
          askedTooEarly={missing === 'sign-in' ? state.askedTooEarly : 0}
        />
      )}
      {missing === 'account' && signedIn && accountId !== undefined && (
        <div role="alert">
          <Alert type="error" header={finishImportPage.otherAccount(signedIn.accountId, accountId)}>
            {finishImportPage.signInToAccount}
          </Alert>
        </div>
      )}
      <Container>
        <ExpiryFields
          expiry={state.expiry}
          isMissing={missing === 'expiry'}
          askedTooEarly={state.askedTooEarly}
          onChange={(expiry) => intents.dispatch({ type: 'expiryChanged', expiry })}
        />
      </Container>
      {returned?.isNew && (
        <Rotation
          returned={returned}
          plan={plan}
          signedIn={missing === 'account' ? undefined : signedIn}
          expiry={expiryOf(state.expiry, new Date())}
        />
      )}
    </SpaceBetween>
  );
}
