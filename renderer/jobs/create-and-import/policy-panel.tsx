import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { KeyDraft, PlanView } from '../../../main/shared/views/aws';
import { CopyText } from '../../base/copy-text';
import { policySentence, policyWords, principalWords } from '../../words/create-and-import/policy';
import type { Work } from '../../base/work';

export interface PolicyPanelProps {
  readonly plan: Work<PlanView>;
  /** Shown while the plan is being made again. */
  readonly lastPlan: PlanView | undefined;
  readonly callerArn: string;
}

/** Sentences first; the exact JSON that AWS will be sent is one click away. */
export function PolicyPanel({ plan, lastPlan, callerArn }: PolicyPanelProps) {
  const shown = plan.at === 'ready' ? plan.view : lastPlan;
  const isBusy = plan.at === 'working' || plan.at === 'idle';
  return (
    <Container
      header={
        <Header variant="h2" description={policyWords.description}>
          {policyWords.title}
        </Header>
      }
    >
      {plan.at === 'failed' ? (
        <Box color="text-body-secondary">{policyWords.waiting}</Box>
      ) : (
        <SpaceBetween size="m">
          {shown && <Policy plan={shown} callerArn={callerArn} />}
          {isBusy && (
            <StatusIndicator type="loading">
              {shown ? policyWords.updating : policyWords.working}
            </StatusIndicator>
          )}
        </SpaceBetween>
      )}
    </Container>
  );
}

export interface PolicyProps {
  readonly plan: Pick<PlanView, 'statements' | 'policyJson'> & { readonly draft: Pick<KeyDraft, 'receiver'> };
  readonly callerArn: string;
  readonly jsonTitle?: string;
}

export function Policy({ plan, callerArn, jsonTitle = policyWords.json }: PolicyProps) {
  return (
    <SpaceBetween size="m">
      <PolicySentences statements={plan.statements} receiver={plan.draft.receiver} callerArn={callerArn} />
      <ExpandableSection headerText={jsonTitle}>
        <pre className="text-block">{plan.policyJson}</pre>
        <CopyText label={policyWords.copyJson} text={plan.policyJson} variant="inline-link" />
      </ExpandableSection>
    </SpaceBetween>
  );
}

export interface PolicySentencesProps {
  readonly statements: PlanView['statements'];
  readonly receiver: Pick<KeyDraft['receiver'], 'name' | 'accountId'>;
  readonly callerArn: string;
}

/** Statements in plain words. */
export function PolicySentences({ statements, receiver, callerArn }: PolicySentencesProps) {
  return (
    <ul className="policy-sentences">
      {statements.map((statement, at) => {
        const { text, principals, conditions, json } = policySentence(statement);
        const isRefused = statement.effect === 'Deny';
        return (
          // Statements are shown again as a whole, and may have no Sid.
          <li key={at}>
            {text}
            {principals.length > 0 && (
              <ul>
                {principals.map((principal) => (
                  <li key={principal} className="breakable">
                    {principalWords(principal, { receiver, callerArn, isRefused })}
                  </li>
                ))}
              </ul>
            )}
            {conditions.map((condition) => (
              <div key={condition} className="breakable">
                {condition}
              </div>
            ))}
            {json !== undefined && <pre className="text-block">{json}</pre>}
          </li>
        );
      })}
    </ul>
  );
}
