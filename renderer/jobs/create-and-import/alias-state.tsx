import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { PlanView } from '../../../main/shared/aws-views';
import { keyWords } from '../../words/key';
import type { Work } from '../../work';

/** Whether the alias is free, as far as is known. That it is taken is an error of its field. */
export function AliasState({ plan }: { readonly plan: Work<PlanView> }) {
  if (plan.at === 'working') {
    return <StatusIndicator type="loading">{keyWords.aliasChecking}</StatusIndicator>;
  }
  return plan.at === 'ready' && plan.view.alias === 'free' ? (
    <StatusIndicator type="success">{keyWords.aliasFree}</StatusIndicator>
  ) : null;
}
