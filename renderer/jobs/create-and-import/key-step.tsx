import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { keyWords } from '../../words/create-and-import/key';
import { AliasField } from './alias-field';
import { PlanFailure } from './plan-failure';
import { PolicyPanel } from './policy-panel';
import { Principals } from './principals';
import { callerOf, descriptionOf, leavesOutCaller } from './selectors';
import type { DraftAction, DraftState, KeyFields, PrincipalList } from './state';
import { Tags } from './tags';

export interface KeyStepProps {
  readonly state: DraftState;
  readonly dispatch: (action: DraftAction) => void;
}

export function KeyStep({ state, dispatch }: KeyStepProps) {
  const { key, plan, owner, askedTooEarly } = state;
  const change = (fields: Partial<KeyFields>): void => dispatch({ type: 'keyChanged', change: fields });
  const type = (list: PrincipalList) => (text: string) => dispatch({ type: 'principalTyped', list, text });
  if (!owner) return null;
  const caller = callerOf(state);
  return (
    <SpaceBetween size="l">
      {plan.at === 'failed' && plan.error.code !== 'key.alias' && (
        <PlanFailure
          key={askedTooEarly}
          error={plan.error}
          takesFocus={askedTooEarly > 0}
          onRetry={() => dispatch({ type: 'planDropped' })}
        />
      )}
      <Container header={<Header variant="h2">{keyWords.names}</Header>}>
        <SpaceBetween size="m">
          <AliasField state={state} onChange={(alias) => change({ alias })} />
          <FormField label={keyWords.keyDescription}>
            <Input
              value={descriptionOf(state)}
              onChange={({ detail }) => change({ description: detail.value })}
            />
          </FormField>
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{keyWords.people}</Header>}>
        <SpaceBetween size="l">
          <Principals
            label={keyWords.administrators}
            description={keyWords.administratorsText}
            session={owner.session}
            callerArn={owner.principalArn}
            chosen={key.administrators}
            onChange={(administrators) => change({ administrators })}
            typed={key.typed.administrators}
            onType={type('administrators')}
            onEntered={() => dispatch({ type: 'principalEntered', list: 'administrators' })}
            askedTooEarly={askedTooEarly}
            warning={leavesOutCaller(state) ? keyWords.notAdministrator : ''}
          />
          <Principals
            label={keyWords.users}
            description={keyWords.usersText}
            session={owner.session}
            callerArn={owner.principalArn}
            chosen={key.users}
            onChange={(users) => change({ users })}
            typed={key.typed.users}
            onType={type('users')}
            onEntered={() => dispatch({ type: 'principalEntered', list: 'users' })}
            askedTooEarly={key.typed.administrators.trim() === '' ? askedTooEarly : 0}
            warning=""
          />
          {caller !== undefined && (
            <Checkbox
              checked={key.users.includes(caller)}
              description={keyWords.useItYourselfText}
              onChange={({ detail }) => {
                const others = key.users.filter((arn) => arn !== caller);
                change({ users: detail.checked ? [...others, caller] : others });
              }}
            >
              {keyWords.useItYourself}
            </Checkbox>
          )}
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{keyWords.more}</Header>}>
        <SpaceBetween size="l">
          <Tags tags={key.tags} onChange={(tags) => change({ tags })} />
          <Checkbox
            checked={key.multiRegion}
            description={keyWords.multiRegionText}
            onChange={({ detail }) => change({ multiRegion: detail.checked })}
          >
            {keyWords.multiRegion}
          </Checkbox>
        </SpaceBetween>
      </Container>
      <PolicyPanel plan={plan} lastPlan={state.lastPlan} callerArn={owner.principalArn} />
    </SpaceBetween>
  );
}
