import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { AppError } from '../../../main/shared/errors';
import type { AdditionPlanView, GrantView } from '../../../main/shared/views/addition';
import { FactValue } from '../../base/fact-value';
import { Failure } from '../../base/failure';
import { Page } from '../../base/page';
import { changePage, grantRows, grantSentence } from '../../words/add-receiver/add-receiver';
import { PolicySentences } from '../create-and-import/policy-panel';
import { unusualId } from '../create-and-import/statement';
import { UnusualThings } from '../create-and-import/unusual-things';
import { addedPart } from './added-part';

export interface ChangePageProps {
  readonly plan: AdditionPlanView;
  readonly callerArn: string;
  /** Why it did not even begin. */
  readonly failure: AppError | undefined;
  readonly onSubmit: () => void;
  readonly onBack: () => void;
}

/** The one thing to confirm: what is added, in sentences and as JSON. */
export function ChangePage({ plan, callerArn, failure, onSubmit, onBack }: ChangePageProps) {
  const { change, isThere, receiver, unusual } = plan;
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const isConfirmed = unusual.every((one) => confirmed.includes(unusualId(one)));
  const confirm = (one: string, isTicked: boolean): void =>
    setConfirmed((before) => [...before.filter((other) => other !== one), ...(isTicked ? [one] : [])]);
  return (
    <Page title={changePage.title} description={changePage.lead}>
      {failure && <Failure error={failure} takesFocus />}
      {isThere && (
        <Alert type="info" header={changePage.isThere.title}>
          {changePage.isThere.text}
        </Alert>
      )}
      {change.by === 'grant' ? (
        <Grant grant={change.grant} receiver={receiver.name} />
      ) : (
        <PolicyChange change={change} receiver={receiver} callerArn={callerArn} />
      )}
      {unusual.length > 0 && (
        <UnusualThings
          unusual={unusual}
          confirmed={confirmed}
          askedTooEarly={askedTooEarly}
          onChange={confirm}
        />
      )}
      <SpaceBetween direction="horizontal" size="xs">
        <Button
          variant="primary"
          onClick={isConfirmed ? onSubmit : () => setAskedTooEarly(askedTooEarly + 1)}
        >
          {changePage.submit(plan)}
        </Button>
        <Button variant="link" onClick={onBack}>
          {changePage.back}
        </Button>
      </SpaceBetween>
    </Page>
  );
}

interface PolicyChangeProps extends Pick<ChangePageProps, 'callerArn'>, Pick<AdditionPlanView, 'receiver'> {
  readonly change: Extract<AdditionPlanView['change'], { readonly by: 'policy' }>;
}

function PolicyChange({ change, receiver, callerArn }: PolicyChangeProps) {
  const { before, after, added } = change;
  const { start, piece, end } = addedPart(before, after);
  return (
    <SpaceBetween size="l">
      {added.length > 0 && (
        <Container
          header={
            <Header variant="h2" description={changePage.stays}>
              {changePage.what}
            </Header>
          }
        >
          <PolicySentences statements={added} receiver={receiver} callerArn={callerArn} />
        </Container>
      )}
      <ExpandableSection variant="container" headerText={changePage.before}>
        <pre className="text-block">{before}</pre>
      </ExpandableSection>
      {added.length > 0 && (
        <ExpandableSection variant="container" headerText={changePage.after}>
          <pre className="text-block">
            {start}
            <ins className="added-text">{piece}</ins>
            {end}
          </pre>
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}

function Grant({ grant, receiver }: { readonly grant: GrantView; readonly receiver: string }) {
  return (
    <Container
      header={
        <Header variant="h2" description={changePage.grantStays}>
          {changePage.what}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Box variant="p">{grantSentence(grant, receiver)}</Box>
        <KeyValuePairs
          columns={1}
          items={grantRows(grant).map(([label, value]) => ({
            label,
            value: <FactValue label={label} value={value} />,
          }))}
        />
      </SpaceBetween>
    </Container>
  );
}
