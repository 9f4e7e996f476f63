import type { DescribedKey } from '../../../aws/kms-port';
import type { AwsSession } from '../../../aws/session';
import type { OpenedCopy } from '../../../custody/opened-copies';
import type { OpenKey } from '../../../run/open-key';
import type { ActPlanView } from '../../../shared/views/acts';
import type { OrganisationSettings } from '../../../shared/views/organisation';

/** What planning an act goes by. */
export interface Planning {
  readonly organisation: OrganisationSettings;
  readonly open: OpenKey;
  /** Of the key's own Region. */
  readonly session: AwsSession;
  readonly described: DescribedKey;
  readonly openedCopies: readonly OpenedCopy[];
  /** By AWS's clock. */
  readonly now: Date;
}

/** What a person is shown of one act beyond what is shown of all. */
export type PlanDetails = Omit<ActPlanView, 'plan' | 'act' | 'state' | 'permissions' | 'missingStatement'> &
  /** With what is chosen to begin with, where that depends on what AWS answers. */
  Partial<Pick<ActPlanView, 'act'>>;
