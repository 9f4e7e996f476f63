import type { ActRun } from '../../../run/run';
import { ok, type Result } from '../../../shared/result';
import type { ActPlanView, KeyAct } from '../../../shared/views/acts';
import { aliasDetails, relabelDetails } from './label-details';
import { planDeletion, planMaterialDeletion, planRescue } from './plan-deletion';
import { begunRevoke, planRevoke } from './plan-revoke';
import { planWaiting } from './plan-waiting';
import type { PlanDetails, Planning } from './planning';
import { replicaDetails } from './replica-details';

/** Reads what the act needs to be understood. Changes nothing. Errors: those of the calls that it cannot do without. */
export async function planDetails(act: KeyAct, planning: Planning): Promise<Result<PlanDetails>> {
  switch (act.do) {
    case 'disable-key':
    case 'enable-key':
      return ok({});
    case 'schedule-deletion':
      return ok(await planDeletion(planning));
    case 'cancel-deletion':
      return ok(await planRescue(planning));
    case 'delete-material':
      return await planMaterialDeletion(planning);
    case 'revoke-receiver':
      return await planRevoke(act, planning);
    case 'relabel-key':
      return await relabelDetails(planning);
    case 'give-alias':
    case 'move-alias':
    case 'remove-alias':
      return await aliasDetails(act.do, planning);
    case 'replicate-key':
      return await replicaDetails(planning);
    case 'rotate-now':
    case 'remove-waiting':
      return await planWaiting(act, planning);
  }
}

/** What a run remembers of what the person was shown, and has decided about it. Error: plan.gone. */
export function begunWith(act: KeyAct, shown: ActPlanView): Result<Partial<ActRun>> {
  return act.do === 'revoke-receiver' ? begunRevoke(act, shown) : ok({});
}
