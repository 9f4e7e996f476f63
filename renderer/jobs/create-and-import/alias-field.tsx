import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef } from 'react';
import type { PlanView } from '../../../main/shared/views/aws';
import { useFocusOnAsking } from '../../base/use-screen';
import { errorWords } from '../../words/errors';
import { keyWords } from '../../words/create-and-import/key';
import type { Work } from '../../base/work';
import { aliasOf } from './selectors';
import type { DraftState } from './state';

export interface AliasFieldProps {
  readonly state: DraftState;
  readonly onChange: (alias: string) => void;
}

export function AliasField({ state, onChange }: AliasFieldProps) {
  const { plan, askedTooEarly } = state;
  const alias = aliasOf(state);
  const fault = aliasFault(plan, alias);
  const input = useRef<InputProps.Ref>(null);
  useFocusOnAsking(fault === '' ? 0 : askedTooEarly, input);
  return (
    <FormField
      label={keyWords.alias}
      description={keyWords.aliasText}
      constraintText={<AliasState plan={plan} />}
      errorText={fault}
    >
      <Input
        ref={input}
        value={alias}
        spellcheck={false}
        autoComplete={false}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  );
}

/** Empty when nothing is wrong with the alias, as far as is known. */
function aliasFault(plan: Work<PlanView>, alias: string): string {
  if (alias.trim() === '') return keyWords.aliasMissing;
  if (plan.at === 'ready' && plan.view.alias === 'taken') return keyWords.aliasTaken(alias);
  return plan.at === 'failed' && plan.error.code === 'key.alias'
    ? errorWords(plan.error, new Date()).meaning
    : '';
}

function AliasState({ plan }: { readonly plan: Work<PlanView> }) {
  if (plan.at === 'working') {
    return <StatusIndicator type="loading">{keyWords.aliasChecking}</StatusIndicator>;
  }
  return plan.at === 'ready' && plan.view.alias === 'free' ? (
    <StatusIndicator type="success">{keyWords.aliasFree}</StatusIndicator>
  ) : null;
}
