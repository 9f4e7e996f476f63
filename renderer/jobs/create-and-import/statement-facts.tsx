import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { StatementView } from '../../../main/shared/views/statement';
import { leftOutText, statementWords } from '../../words/create-and-import/statement';
import { Policy } from './policy-panel';
import { callerOf, receiverChoice } from './selectors';
import type { DraftState } from './state';

export interface StatementFactsProps {
  readonly state: DraftState;
  readonly view: StatementView;
}

/** What a pasted statement allows, in sentences, and what of it was not taken over. */
export function StatementFacts({ state, view }: StatementFactsProps) {
  const { statements, json, skipped } = view;
  return (
    <SpaceBetween size="m">
      <div>
        <Box variant="h3" tagOverride="h2">
          {statementWords.title}
        </Box>
        <Box color="text-body-secondary">{statementWords.description}</Box>
      </div>
      <Policy
        plan={{ statements, policyJson: json, draft: { receiver: receiverChoice(state) } }}
        callerArn={callerOf(state) ?? ''}
        jsonTitle={statementWords.json}
      />
      {skipped.length > 0 && (
        <div>
          <Box variant="awsui-key-label">{statementWords.leftOut}</Box>
          <ul className="plain-list">
            {skipped.map((one) => (
              <li key={JSON.stringify(one)} className="breakable">
                {leftOutText(one)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </SpaceBetween>
  );
}
