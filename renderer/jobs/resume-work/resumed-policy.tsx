import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { PlannedKeyView } from '../../../main/shared/views/unfinished';
import { Failure } from '../../base/failure';
import { policyWords } from '../../words/create-and-import/policy';
import { unfinishedPage } from '../../words/resume-work/unfinished';
import { Policy } from '../create-and-import/policy-panel';

export interface ResumedPolicyProps {
  readonly planned: PlannedKeyView;
  readonly callerArn: string;
}

/** The key policy as it is composed now, whatever the note says about it. */
export function ResumedPolicy({ planned, callerArn }: ResumedPolicyProps) {
  const { receiver, statements, policyJson, refused } = planned;
  return (
    <Container
      header={
        <Header variant="h2" description={unfinishedPage.policyText}>
          {policyWords.title}
        </Header>
      }
    >
      {refused ? (
        <Failure error={refused} takesFocus={false} />
      ) : (
        <Policy plan={{ draft: { receiver }, statements, policyJson }} callerArn={callerArn} />
      )}
    </Container>
  );
}
