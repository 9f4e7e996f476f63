import type { CandidateKey } from '../../shared/views/aws';
import { definedOnly } from '../../shared/defined-only';
import type { KeyPlan } from '../../schemas/key';
import { localError, type AppError } from '../../shared/errors';
import { isDisturbed, mayBeTooEarly, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext, type StepEnd } from '../recipe';
import type { CreateRun } from '../run';

/**
 * CreateKey, once. It has no token that would make a repetition safe: when its answer is lost, the key is looked for by
 * the ceremony's tag. Only when there is none may the person create it again.
 */
export const createKey: Step<CreateRun> = async (context) => {
  const { run, kms, call, ports } = context;
  const { draft, policyJson, ceremonyTag } = run.plan;
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
  if (created.outcome === 'refused') return failed(withPrincipals(created.error, run.plan));
  if (created.outcome === 'unknown') {
    const found = await findCreated(context);
    return found === 'none' ? createUnknown() : found;
  }
  run.key = created.value;
  run.createdAt = ports.clock.now();
  return done(created.requestId);
};

/** AWS does not say whom it does not know, so those who can be meant are named. */
function withPrincipals(error: AppError, { statements }: KeyPlan): AppError {
  if (error.code !== 'kms.policyPrincipals') return error;
  const named = new Set(statements.flatMap(({ principals }) => principals));
  return { ...error, facts: { ...error.facts, principals: [...named].join(', ') } };
}

/** Looks for the key of this ceremony. `none`: AWS answered, to the end, that there is no such key. */
async function findCreated(context: StepContext<CreateRun>): Promise<StepEnd | 'none'> {
  const { run, kms, ports, call } = context;
  const { ceremonyTag } = run.plan;
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

/** Unknown, and not failed: to go on is to look again, and never to create another key. */
async function severalKeys(
  { run, kms, call }: StepContext<CreateRun>,
  keyIds: readonly string[],
): Promise<StepEnd> {
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
