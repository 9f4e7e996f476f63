import { definedOnly } from '../../shared/defined-only';
import { failed, type StepContext, type StepEnd } from '../recipe';
import type { ActRun } from '../run';

/**
 * A rule of the organization that forbids it may count the days without use (condition key
 * kms:TrailingDaysWithoutKeyUsage of DisableKey and ScheduleKeyDeletion), and AWS does not say how many: since the last
 * use, or since the key was made, or since AWS tracks its use.
 *
 * @returns the same end, or act.organizationRule {countedFrom: ISO 8601}.
 */
export async function namingTheRule({ run, kms, call }: StepContext<ActRun>, end: StepEnd): Promise<StepEnd> {
  if (end.end !== 'failed' || end.error.facts?.['because'] !== 'service-control-policy') return end;
  const used = await call('GetKeyLastUsage', () => kms.lastUse(run.key.keyId));
  const { last, trackedSince } = used.outcome === 'done' ? used.value : {};
  const countedFrom = last?.at ?? trackedSince ?? run.key.createdAt;
  const facts = { ...end.error.facts, ...definedOnly({ countedFrom: countedFrom?.toISOString() }) };
  return failed({ ...end.error, code: 'act.organizationRule', facts });
}
