import type { ActPlanView, KeyAct } from '../../../../main/shared/views/acts';
import type { KeyView } from '../../../../main/shared/views/keys';

export interface ActFieldsProps {
  readonly view: KeyView;
  readonly act: KeyAct;
  readonly plan: ActPlanView;
  /** Grows each time a person tries to go on while something is missing. */
  readonly askedTooEarly: number;
  readonly onChange: (act: KeyAct) => void;
  /** Asks for the plan anew, as something has changed on this computer. */
  readonly onPlanAgain: () => Promise<void>;
}
