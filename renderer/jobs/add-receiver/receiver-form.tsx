import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { presetById } from '../../../main/receivers/presets';
import type { AdditionPlanView, OpenAdditionView } from '../../../main/shared/views/addition';
import { Failure } from '../../base/failure';
import { Page } from '../../base/page';
import type { Work } from '../../base/work';
import { SignIn } from '../../sign-in/sign-in';
import type { SignInState } from '../../sign-in/state';
import type { SignInIntents } from '../../sign-in/use-sign-in';
import { addReceiverPage, formLead, formTitle } from '../../words/add-receiver/add-receiver';
import { actPage } from '../../words/look-after/acts';
import { chrome } from '../../words/shell/app';
import { ReceiverBlanks } from '../create-and-import/receiver-blanks';
import { asksForAccount, receiverName } from '../create-and-import/selectors';
import type { ReceiverFields } from '../create-and-import/state';
import { takesStatement } from '../create-and-import/statement';
import { AccountFields } from './account-fields';
import { AnyReceiver } from './any-receiver';
import { missingIn, signedInTo } from './fields';
import { KeyBox } from './key-box';
import { PastedField } from './pasted-field';

export interface ReceiverFormProps {
  readonly addition: OpenAdditionView;
  readonly fields: ReceiverFields;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  readonly plan: Work<AdditionPlanView>;
  readonly notices: ReactNode;
  readonly otherWay: ReactNode;
  readonly onChange: (change: Partial<ReceiverFields>) => void;
  readonly onShow: (session: string) => void;
  /** To the key that a person has opened; absent where it was not opened from a list. */
  readonly onBack: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** What the receiver said, and who signs in; then the change is shown. */
export function ReceiverForm(props: ReceiverFormProps) {
  const { addition, fields, signIn, signInIntents, plan, onChange } = props;
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const signedIn = signedInTo(addition, signIn);
  // A person who comes from the job that made the key is signed in already.
  const [wasSignedIn] = useState(signedIn !== undefined);
  const missing = missingIn(fields, signedIn, addition);
  const show = (): void => {
    if (signedIn && missing === undefined) props.onShow(signedIn.session);
    else setAskedTooEarly(askedTooEarly + 1);
  };
  const name = addition.isOpened ? receiverName(fields) : addition.receiver.name;
  const isByGrant =
    presetById(fields.preset)?.terms.access.by === 'grant' || fields.terms?.grant !== undefined;
  return (
    <Page title={formTitle(addition)} description={formLead(addition)}>
      {plan.at === 'failed' && <Failure error={plan.error} takesFocus />}
      {props.notices}
      <KeyBox addition={addition} />
      <Container
        header={
          <Header variant="h2">
            {addition.isOpened ? addReceiverPage.receiver : addReceiverPage.answer(name)}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {addition.isOpened && (
            <AnyReceiver fields={fields} askedTooEarly={askedTooEarly} onChange={onChange} />
          )}
          {asksForAccount(fields) && (
            <AccountFields fields={fields} askedTooEarly={askedTooEarly} onChange={onChange} />
          )}
          {takesStatement(fields) && (
            <PastedField
              fields={fields}
              isMissing={missing === 'statement'}
              askedTooEarly={askedTooEarly}
              onChange={onChange}
            />
          )}
          <ReceiverBlanks
            receiver={fields}
            askedTooEarly={askedTooEarly}
            isPractice={signIn.mode === 'practice'}
            isNext={missing === 'blank'}
            onChange={(answers) => onChange({ answers })}
          />
        </SpaceBetween>
      </Container>
      <SpaceBetween size="s">
        <Box variant="h2">{addReceiverPage.signIn}</Box>
        {wasSignedIn && signedIn && plan.at !== 'failed' ? (
          <div className="breakable">{addReceiverPage.signedIn(signedIn.callerArn, signedIn.accountId)}</div>
        ) : (
          <SignIn
            state={signIn}
            intents={signInIntents}
            region={addition.region}
            actions={neededActions[isByGrant ? 'grant' : 'policy']}
            askedTooEarly={missing === 'sign-in' ? askedTooEarly : 0}
          />
        )}
      </SpaceBetween>
      {missing === 'other-account' && signedIn && (
        <div role="alert">
          <Alert type="error" header={addReceiverPage.otherAccount(signedIn.accountId, addition.accountId)}>
            {addReceiverPage.signInToAccount}
          </Alert>
        </div>
      )}
      <SpaceBetween direction="horizontal" size="xs">
        <Button
          variant="primary"
          loading={plan.at === 'working'}
          loadingText={addReceiverPage.reading}
          onClick={show}
        >
          {addReceiverPage.show}
        </Button>
        <Button variant="link" onClick={props.onBack ?? props.onLeave}>
          {props.onBack ? actPage.back : chrome.backToHome}
        </Button>
      </SpaceBetween>
      {props.otherWay}
    </Page>
  );
}

const neededActions = {
  policy: ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:PutKeyPolicy'],
  grant: ['kms:DescribeKey', 'kms:ListGrants', 'kms:CreateGrant'],
} as const;
