import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import { useFocusOnAsking } from '../../use-screen';
import { keyWords } from '../../words/key';
import { AliasState } from './alias-state';
import { PlanFailure } from './plan-failure';
import { PolicyPanel } from './policy-panel';
import { Principals } from './principals';
import { aliasOf, descriptionOf, leavesOutCaller } from './selectors';
import type { DraftAction, DraftState, KeyFields } from './state';
import { Tags } from './tags';

export interface KeyStepProps {
  readonly state: DraftState;
  readonly dispatch: (action: DraftAction) => void;
}

export function KeyStep({ state, dispatch }: KeyStepProps) {
  const { key, plan, owner, askedTooEarly } = state;
  const change = (fields: Partial<KeyFields>): void => dispatch({ type: 'keyChanged', change: fields });
  const alias = aliasOf(state);
  const isTaken = plan.at === 'ready' && plan.view.alias === 'taken';
  const isAliasWrong = alias.trim() === '' || isTaken;
  const aliasInput = useRef<InputProps.Ref>(null);
  useFocusOnAsking(isAliasWrong ? askedTooEarly : 0, aliasInput);
  if (!owner) return null;
  return (
    <SpaceBetween size="l">
      {plan.at === 'failed' && (
        <PlanFailure
          error={plan.error}
          takesFocus={false}
          onRetry={() => dispatch({ type: 'planDropped' })}
        />
      )}
      <Container header={<Header variant="h2">{keyWords.names}</Header>}>
        <SpaceBetween size="m">
          <FormField
            label={keyWords.alias}
            description={keyWords.aliasText}
            constraintText={<AliasState plan={plan} />}
            errorText={
              isTaken
                ? keyWords.aliasTaken(alias)
                : askedTooEarly > 0 && alias.trim() === ''
                  ? keyWords.aliasMissing
                  : ''
            }
          >
            <Input
              ref={aliasInput}
              value={alias}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => change({ alias: detail.value })}
            />
          </FormField>
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
            warning={leavesOutCaller(state) ? keyWords.notAdministrator : ''}
          />
          <Principals
            label={keyWords.users}
            description={keyWords.usersText}
            session={owner.session}
            callerArn={owner.principalArn}
            chosen={key.users}
            onChange={(users) => change({ users })}
            warning=""
          />
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
      <PolicyPanel plan={plan} callerArn={owner.principalArn} />
    </SpaceBetween>
  );
}
