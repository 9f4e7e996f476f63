import type { CallOutcome } from '../../aws/kms-port';
import type { CandidateKey } from '../../shared/views/aws';
import { definedOnly } from '../../shared/defined-only';
import { localError } from '../../shared/errors';
import { isDisturbed, mayBeTooEarly, patienceMs, repeatWhile } from '../calls';
import { done, failed, type KeyPlan, type Run, type Step, type StepContext, type StepEnd } from '../run';

/** How long after its creation AWS may still call the key unknown. */
const youngMs = 5 * 60_000;
const aliasPatienceMs = 15_000;

/** Repeats a call while AWS does not know the key that this run made moments ago (KMS guide, "Eventual consistency"). */
export async function onceKeyIsKnown<T>(
  { run, ports: { clock } }: StepContext,
  call: () => Promise<CallOutcome<T>>,
): Promise<CallOutcome<T>> {
  return repeatWhile(clock, youngKeyPatienceMs(run.createdAt, clock.now()), call, mayBeTooEarly);
}

/** For how long AWS may say that it does not know a key. @param createdAt undefined where no run of ours made it. */
export function youngKeyPatienceMs(createdAt: Date | undefined, now: Date): number {
  const age = createdAt === undefined ? Infinity : now.getTime() - createdAt.getTime();
  return age < youngMs ? patienceMs : 0;
}

/**
 * CreateKey, once. It has no token that would make a repetition safe: when its answer is lost, the key is looked for by
 * the ceremony's tag, and only when there is none the person may let it be created again.
 */
export const createKey: Step = async (context) => {
  const { run, kms, call, ports } = context;
  const { draft, policyJson, ceremonyTag } = planOf(run);
  if (context.wasUnknown) {
    const found = await findCreated(context);
    if (found !== 'none') return found;
  }
  const created = await call('CreateKey', () =>
    kms.createKey({
      policy: policyJson,
      description: draft.description,
      tags: [...draft.tags, ceremonyTag],
      multiRegion: draft.multiRegion,
    }),
  );
  if (created.outcome === 'refused') return failed(created.error);
  if (created.outcome === 'unknown') {
    const found = await findCreated(context);
    return found === 'none' ? createUnknown() : found;
  }
  run.key = created.value;
  run.createdAt = ports.clock.now();
  return done(created.requestId);
};

/** Looks for the key of this ceremony. `none`: AWS answered, to the end, that there is no such key. */
async function findCreated(context: StepContext): Promise<StepEnd | 'none'> {
  const { run, kms, ports, call } = context;
  const { ceremonyTag } = planOf(run);
  const listed = await repeatWhile(
    ports.clock,
    patienceMs,
    () => kms.findKeysByTag(ceremonyTag),
    (outcome) => (outcome.outcome === 'done' ? outcome.value.length === 0 : isDisturbed(outcome)),
  );
  if (listed.outcome !== 'done') {
    const { error } = listed;
    return isDisturbed(listed) || error.code === 'aws.accessDenied'
      ? createUnknown()
      : { end: 'unknown', error };
  }
  const [first, ...others] = listed.value;
  if (first === undefined) return 'none';
  const chosen = listed.value.find((each) => each === run.chosenKeyId);
  if (others.length > 0 && chosen === undefined) return await severalKeys(context, listed.value);
  const keyId = chosen ?? first;
  const described = await repeatWhile(
    ports.clock,
    patienceMs,
    () => call('DescribeKey', () => kms.describeKey(keyId)),
    (outcome) => mayBeTooEarly(outcome) || isDisturbed(outcome),
  );
  if (described.outcome !== 'done') return { end: 'unknown', error: described.error };
  run.key = described.value;
  run.createdAt = ports.clock.now();
  return { end: 'done' };
}

/** Unknown, and not failed: whoever goes on looks again, and never creates another one. */
async function severalKeys({ run, kms, call }: StepContext, keyIds: readonly string[]): Promise<StepEnd> {
  const candidates: CandidateKey[] = [];
  for (const keyId of keyIds) {
    const seen = await call('DescribeKey', () => kms.describeKey(keyId));
    if (seen.outcome !== 'done') return { end: 'unknown', error: seen.error };
    const { state, createdAt } = seen.value;
    candidates.push({ keyId, state, ...definedOnly({ createdAt: createdAt?.toISOString() }) });
  }
  run.candidates = candidates;
  const facts = { keys: keyIds.join(', ') };
  const error = localError('run', 'run.severalKeys', facts, 'check-first');
  return { end: 'unknown', error: { ...error, changedInAws: true } };
}

const createUnknown = (): StepEnd => ({
  end: 'unknown',
  error: { ...localError('run', 'run.createUnknown', undefined, 'check-first'), changedInAws: true },
});

/** CreateAlias. Whether an alias that is taken, or an answer that was lost, means our key is looked up. */
export const createAlias: Step = async (context) => {
  const { run, kms, call, ports } = context;
  const { keyId } = keyOf(run);
  const aliasName = `alias/${run.alias ?? ''}`;
  const isOurs = async (): Promise<boolean> => (await targetOf(context, aliasName)) === keyId;

  if (context.wasUnknown && (await isOurs())) return { end: 'done' };
  const created = await onceKeyIsKnown(context, () =>
    call('CreateAlias', () => kms.createAlias(aliasName, keyId)),
  );
  if (created.outcome === 'done') return done(created.requestId);
  if (created.outcome === 'refused') {
    const taken = created.error.code === 'kms.aliasTaken';
    return taken && (await isOurs()) ? { end: 'done' } : failed(created.error);
  }
  const found = await repeatWhile(ports.clock, aliasPatienceMs, isOurs, (ours) => !ours);
  return found ? { end: 'done' } : { end: 'unknown', error: created.error };
};

/** ListAliases may be forbidden; DescribeKey takes an alias as well. */
async function targetOf({ kms }: StepContext, aliasName: string) {
  const found = await kms.findAlias(aliasName);
  if (found.outcome === 'done') return found.value;
  const described = await kms.describeKey(aliasName);
  return described.outcome === 'done' ? described.value.keyId : undefined;
}

/** Thrown at by a bug alone: the engine runs these steps for the create-and-import job, in their order. */
export function planOf({ plan }: Run): KeyPlan {
  if (plan === undefined) throw new Error('This run creates no key.');
  return plan;
}

export function keyOf({ key }: Run) {
  if (key === undefined) throw new Error('The key comes first.');
  return key;
}
