import { allPages } from '../../../aws/kms-pages';
import { boundStatements, type Binding } from '../../../aws/policy/bound-statements';
import { readPolicyText } from '../../../aws/policy/read-policy';
import type { ActName } from '../../../schemas/act';
import { definedOnly } from '../../../shared/defined-only';
import { err, ok, type Result } from '../../../shared/result';
import type { ActPlanView } from '../../../shared/views/acts';
import type { PlanDetails, Planning } from './planning';

/** Description and tags as they are, and who goes by the tags. Errors: those of ListResourceTags. */
export async function relabelDetails(planning: Planning): Promise<Result<PlanDetails>> {
  const { session, described } = planning;
  const { arn, description } = described.facts;
  const [tags, bound] = await Promise.all([session.kms.listTags(arn), boundBy('tags', planning)]);
  if (tags.outcome !== 'done') return err(tags.error);
  return ok({ labels: { description, tags: tags.value }, ...definedOnly({ bound }) });
}

/** The aliases that the act is about, and who goes by them. Errors: those of ListAliases. */
export async function aliasDetails(
  act: Extract<ActName, 'give-alias' | 'move-alias' | 'remove-alias'>,
  planning: Planning,
): Promise<Result<PlanDetails>> {
  const { session, described } = planning;
  const { keyId, arn } = described.facts;
  const [own, bound] = await Promise.all([session.kms.aliasesOf(arn), boundBy('aliases', planning)]);
  if (own.outcome !== 'done') return err(own.error);
  const details = { ownAliases: own.value, ...definedOnly({ bound }) };
  if (act !== 'move-alias') return ok(details);
  const all = await allPages('ListAliases', (marker) => session.kms.listAliases(marker));
  if (all.outcome !== 'done') return err(all.error);
  const otherAliases = all.value
    .filter(([at]) => at !== keyId)
    .map(([at, alias]) => ({ alias, keyId: at }))
    .sort((one, other) => (one.alias < other.alias ? -1 : 1));
  return ok({ ...details, otherAliases });
}

/** Undefined where the policy may not be read. */
async function boundBy(
  by: Binding,
  { session, described }: Planning,
): Promise<ActPlanView['bound'] | undefined> {
  const policy = await session.kms.getKeyPolicy(described.facts.arn);
  return policy.outcome === 'done' ? boundIn(policy.value, by) : undefined;
}

/** @param policy JSON text */
export function boundIn(policy: string, by: Binding, region?: string): NonNullable<ActPlanView['bound']> {
  const statements = readPolicyText(policy);
  return {
    statements: boundStatements(statements, by, region),
    isSureOfAll: statements.every(({ json }) => json === undefined),
  };
}
