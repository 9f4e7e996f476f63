import type { DescribedKey } from '../../../aws/kms-port';
import type { AwsSession } from '../../../aws/session';
import type { OpenKey } from '../../../run/open-key';
import { ok, type Result } from '../../../shared/result';
import type { ActPlanView, KeyAct } from '../../../shared/views/acts';
import { planWaiting } from './plan-waiting';

export interface Planning {
  readonly open: OpenKey;
  /** Of the key's own Region. */
  readonly session: AwsSession;
  readonly described: DescribedKey;
  /** By AWS's clock. */
  readonly now: Date;
}

/** What a person is shown of one act beyond what is shown of all. */
export type PlanDetails = Omit<ActPlanView, 'plan' | 'act' | 'state' | 'permissions' | 'missingStatement'>;

/** Reads what the act needs to be understood. Changes nothing. */
export function planDetails(act: KeyAct, planning: Planning): Promise<Result<PlanDetails>> {
  switch (act.do) {
    case 'disable-key':
    case 'enable-key':
      return Promise.resolve(ok({}));
    case 'rotate-now':
    case 'remove-waiting':
      return planWaiting(act, planning);
  }
}
