import type { ReactNode } from 'react';
import { chosenOf } from '../../../../main/shared/acts-typed';
import type { ActPlanView, KeyAct } from '../../../../main/shared/views/acts';
import type { ActFieldsProps } from './act-fields-props';
import { AliasFields } from './alias-fields';
import { DeleteFields } from './delete-fields';
import { DeletionFields } from './deletion-fields';
import { isRelabelComplete } from './label-changes';
import { LabelFields } from './label-fields';
import { ReplicaFields } from './replica-fields';
import { RescueFields } from './rescue-fields';
import { RevokeFields } from './revoke-fields';
import { needsMending } from './revoke-plan';
import { FinalFacts } from '../rotate/final-facts';

/** What a person decides about an act, and has to know before; nothing where there is nothing to decide. */
export function ActFields({ act, ...props }: ActFieldsProps): ReactNode {
  switch (act.do) {
    case 'disable-key':
    case 'enable-key':
      return null;
    case 'schedule-deletion':
      return <DeletionFields {...props} act={act} />;
    case 'cancel-deletion':
      return <RescueFields {...props} act={act} />;
    case 'delete-material':
      return <DeleteFields {...props} act={act} />;
    case 'revoke-receiver': {
      const { plan, askedTooEarly, onChange } = props;
      return (
        plan.revoke && (
          <RevokeFields act={act} plan={plan.revoke} askedTooEarly={askedTooEarly} onChange={onChange} />
        )
      );
    }
    case 'relabel-key':
      return <LabelFields {...props} act={act} />;
    case 'give-alias':
    case 'move-alias':
    case 'remove-alias':
      return <AliasFields {...props} act={act} />;
    case 'replicate-key':
      return <ReplicaFields {...props} act={act} />;
    case 'rotate-now':
      return <FinalFacts rotationsDone={props.plan.rotationsDone ?? 0} replicas={[]} />;
    case 'remove-waiting':
      return null;
  }
}

/** Whether nothing is missing that a person has to say. */
export function isComplete(act: KeyAct, plan: ActPlanView): boolean {
  switch (act.do) {
    case 'disable-key':
    case 'enable-key':
    case 'schedule-deletion':
    case 'cancel-deletion':
    case 'rotate-now':
    case 'remove-waiting':
      return true;
    case 'delete-material':
      return chosenOf(plan.deletable ?? [], act.materials).length > 0;
    case 'revoke-receiver':
      return plan.revoke !== undefined && act.mends === needsMending(plan.revoke);
    case 'relabel-key':
      return isRelabelComplete(act);
    case 'give-alias':
    case 'move-alias':
    case 'remove-alias':
      return act.alias !== '';
    case 'replicate-key':
      return act.to !== '';
  }
}
