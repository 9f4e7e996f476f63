import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox, { type CheckboxProps } from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef } from 'react';
import type { PlanView, RegionView } from '../../../main/shared/views/aws';
import type { HeldView } from '../../../main/shared/views/custody';
import type { AppError } from '../../../main/shared/errors';
import { HeldFacts } from '../../custody/held-facts';
import { heldOf } from '../../custody/selectors';
import { Failure } from '../../base/failure';
import { useFocusOnAsking } from '../../base/use-screen';
import { outcomeSentence, reviewWords } from '../../words/create-and-import/review';
import { PlanFailure } from './plan-failure';
import { PolicyPanel } from './policy-panel';
import type { DraftAction, DraftState } from './state';

export interface ReviewStepProps {
  readonly state: DraftState;
  readonly dispatch: (action: DraftAction) => void;
  readonly regions: readonly RegionView[];
  /** Why the last run did not even begin. */
  readonly failure: AppError | undefined;
}

export function ReviewStep({ state, dispatch, regions, failure }: ReviewStepProps) {
  const { plan, owner, askedTooEarly, isUnderstood } = state;
  const checkbox = useRef<CheckboxProps.Ref>(null);
  useFocusOnAsking(plan.at === 'ready' && !isUnderstood ? askedTooEarly : 0, checkbox);
  return (
    <SpaceBetween size="l">
      {failure && <Failure error={failure} takesFocus />}
      {plan.at === 'failed' && (
        <PlanFailure
          key={askedTooEarly}
          error={plan.error}
          takesFocus
          onRetry={() => dispatch({ type: 'planDropped' })}
        />
      )}
      {(plan.at === 'working' || plan.at === 'idle') && (
        <StatusIndicator type="loading">{reviewWords.working}</StatusIndicator>
      )}
      {plan.at === 'ready' && (
        <SpaceBetween size="l">
          <Plan
            plan={plan.view}
            regions={regions}
            held={heldOf(state.material.custody)}
            dispatch={dispatch}
          />
          <PolicyPanel plan={plan} lastPlan={undefined} callerArn={owner?.principalArn ?? ''} />
          <Container>
            <FormField
              stretch
              errorText={askedTooEarly > 0 && !isUnderstood ? reviewWords.understandMissing : ''}
            >
              <Checkbox
                ref={checkbox}
                checked={isUnderstood}
                description={reviewWords.understandText}
                onChange={({ detail }) =>
                  dispatch({ type: 'understoodChosen', isUnderstood: detail.checked })
                }
              >
                {reviewWords.understand}
              </Checkbox>
            </FormField>
          </Container>
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}

interface PlanProps {
  readonly plan: PlanView;
  readonly regions: readonly RegionView[];
  readonly held: HeldView | undefined;
  readonly dispatch: (action: DraftAction) => void;
}

function Plan({ plan, regions, held, dispatch }: PlanProps) {
  const { aliasTaken, noCopy } = reviewWords;
  return (
    <SpaceBetween size="l">
      {plan.alias === 'taken' && (
        <Alert
          type="error"
          header={aliasTaken.title}
          action={
            <Button onClick={() => dispatch({ type: 'stepChosen', step: 'key' })}>{aliasTaken.back}</Button>
          }
        >
          {aliasTaken.text(plan.draft.alias)}
        </Alert>
      )}
      {plan.alias === 'unknown' && <Alert type="info">{reviewWords.aliasUnknown}</Alert>}
      <Container header={<Header variant="h2">{reviewWords.outcome}</Header>}>
        <Box variant="p" fontSize="heading-s">
          {outcomeSentence(plan, regions, held)}
        </Box>
      </Container>
      {plan.draft.receiver.asks?.from === 'later' && (
        <Alert type="info" header={reviewWords.later.title(plan.draft.receiver.name)}>
          {reviewWords.later.text}
        </Alert>
      )}
      {held ? (
        <Container header={<Header variant="h2">{reviewWords.copyTitle}</Header>}>
          <HeldFacts held={held} />
        </Container>
      ) : (
        <Alert type="warning" header={noCopy.title}>
          {noCopy.text}
        </Alert>
      )}
      <Alert type="warning" header={reviewWords.undo}>
        {reviewWords.undoText}
      </Alert>
      <Container header={<Header variant="h2">{reviewWords.calls}</Header>}>
        <ol className="aws-calls">
          {plan.calls.map((call) => (
            <li key={call}>
              <code>{call}</code>
            </li>
          ))}
        </ol>
      </Container>
    </SpaceBetween>
  );
}
