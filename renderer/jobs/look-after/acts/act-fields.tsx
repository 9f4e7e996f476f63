import type { ReactNode } from 'react';
import type { ActPlanView, KeyAct } from '../../../../main/shared/views/acts';
import type { KeyView } from '../../../../main/shared/views/keys';
import { AliasFields } from './alias-fields';
import { isRelabelComplete } from './label-changes';
import { LabelFields } from './label-fields';
import { ReplicaFields } from './replica-fields';

export interface ActFieldsProps {
  readonly view: KeyView;
  readonly act: KeyAct;
  readonly plan: ActPlanView;
  /** Grows each time a person tries to go on while something is missing. */
  readonly askedTooEarly: number;
  readonly onChange: (act: KeyAct) => void;
}

/** What a person decides about an act, and has to know before; nothing where there is nothing to decide. */
export function ActFields(props: ActFieldsProps): ReactNode {
  const { act } = props;
  switch (act.do) {
    case 'disable-key':
    case 'enable-key':
      return null;
    case 'relabel-key':
      return <LabelFields {...props} act={act} />;
    case 'give-alias':
    case 'move-alias':
    case 'remove-alias':
      return <AliasFields {...props} act={act} />;
    case 'replicate-key':
      return <ReplicaFields {...props} act={act} />;
  }
}

/** Whether nothing is missing that a person has to say. */
export function isComplete(act: KeyAct): boolean {
  switch (act.do) {
    case 'disable-key':
    case 'enable-key':
      return true;
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
