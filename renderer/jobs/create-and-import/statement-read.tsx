import SpaceBetween from '@cloudscape-design/components/space-between';
import { Failure } from '../../base/failure';
import { settledOf } from '../../base/work';
import { Announcement } from '../../components/announcement';
import { readText } from '../../words/create-and-import/statement';
import { ConfirmUnusual } from './confirm-unusual';
import { statementOf } from './statement';
import { StatementFacts } from './statement-facts';
import type { DraftAction, DraftState } from './state';

export interface StatementReadProps {
  readonly state: DraftState;
  readonly dispatch: (action: DraftAction) => void;
}

/** What main made of a statement: what it allows and what is unusual about it, or why it is refused. */
export function StatementRead({ state, dispatch }: StatementReadProps) {
  // While somebody types, the last answer stays until the next one.
  const read = settledOf(state.statement);
  const view = statementOf(state);
  return (
    <div>
      <Announcement text={view ? readText(view) : ''} />
      <SpaceBetween size="l">
        {read.at === 'failed' && (
          <Failure key={JSON.stringify(read.error.facts)} error={read.error} takesFocus={false} />
        )}
        {view && <StatementFacts state={state} view={view} />}
        {view && view.unusual.length > 0 && <ConfirmUnusual state={state} dispatch={dispatch} />}
      </SpaceBetween>
    </div>
  );
}
