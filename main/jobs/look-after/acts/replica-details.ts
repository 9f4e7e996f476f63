import { admittedAccounts } from '../../../aws/policy/admitted-accounts';
import { readPolicyText } from '../../../aws/policy/read-policy';
import { listRegions, markForbidden } from '../../../aws/regions';
import { err, ok, type Result } from '../../../shared/result';
import { boundIn } from './label-details';
import type { PlanDetails, Planning } from './planning';

/**
 * Where a replica can be made, what it is given, and what of that goes by a Region. Errors: those of GetKeyPolicy and
 * ListResourceTags, without which a replica would be given something else than the primary has.
 */
export async function replicaDetails({
  session,
  described,
  organisation,
}: Planning): Promise<Result<PlanDetails>> {
  const { arn, description } = described.facts;
  const { accountId, mode, partition, region: own } = session.view;
  const [policy, tags] = await Promise.all([session.kms.getKeyPolicy(arn), session.kms.listTags(arn)]);
  if (policy.outcome !== 'done') return err(policy.error);
  if (tags.outcome !== 'done') return err(tags.error);
  const taken = [own, ...(described.multiRegion?.otherRegions ?? [])];
  const free = listRegions().filter(
    (region) => region.partition === partition && !taken.includes(region.code),
  );
  return ok({
    replication: {
      regions: mode === 'aws' ? markForbidden(organisation, free) : free,
      receivers: admittedAccounts(readPolicyText(policy.value), accountId).accounts,
      labels: { description, tags: tags.value },
    },
    bound: boundIn(policy.value, 'regions', own),
  });
}
