import type { ReactNode } from 'react';
import type { ActPlanView, KeyAct } from '../../../../main/shared/views/acts';
import type { KeyView } from '../../../../main/shared/views/keys';
import { FinalFacts } from '../rotate/final-facts';

export interface ActFieldsProps {
  readonly view: KeyView;
  readonly act: KeyAct;
  readonly plan: ActPlanView;
  /** Grows each time a person tries to go on while something is missing. */
  readonly askedTooEarly: number;
  readonly onChange: (act: KeyAct) => void;
}

/** What a person decides about an act, and has to know before; nothing where there is nothing to decide. */
export function ActFields({ act, plan }: ActFieldsProps): ReactNode {
  switch (act.do) {
    case 'disable-key':
    case 'enable-key':
      return null;
    case 'rotate-now':
      return <FinalFacts rotationsDone={plan.rotationsDone ?? 0} replicas={[]} />;
    case 'remove-waiting':
      return null;
  }
}

/** Whether nothing is missing that a person has to say. */
export function isComplete(act: KeyAct): boolean {
  switch (act.do) {
    case 'disable-key':
    case 'enable-key':
    case 'rotate-now':
    case 'remove-waiting':
      return true;
  }
}
