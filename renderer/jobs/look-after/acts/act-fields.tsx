import type { ReactNode } from 'react';
import type { ActPlanView, KeyAct } from '../../../../main/shared/views/acts';
import type { KeyView } from '../../../../main/shared/views/keys';
import { RevokeFields } from './revoke-fields';
import { needsMending } from './revoke-plan';

export interface ActFieldsProps {
  readonly view: KeyView;
  readonly act: KeyAct;
  readonly plan: ActPlanView;
  /** Grows each time a person tries to go on while something is missing. */
  readonly askedTooEarly: number;
  readonly onChange: (act: KeyAct) => void;
}

/** What a person decides about an act, and has to know before; nothing where there is nothing to decide. */
export function ActFields({ act, plan, askedTooEarly, onChange }: ActFieldsProps): ReactNode {
  switch (act.do) {
    case 'disable-key':
    case 'enable-key':
      return null;
    case 'revoke-receiver':
      return (
        plan.revoke && (
          <RevokeFields act={act} plan={plan.revoke} askedTooEarly={askedTooEarly} onChange={onChange} />
        )
      );
  }
}

/** Whether nothing is missing that a person has to say. */
export function isComplete(act: KeyAct, { revoke }: ActPlanView): boolean {
  switch (act.do) {
    case 'disable-key':
    case 'enable-key':
      return true;
    case 'revoke-receiver':
      return revoke !== undefined && act.mends === needsMending(revoke);
  }
}
