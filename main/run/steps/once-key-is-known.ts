import type { CallOutcome } from '../../aws/kms-port';
import { mayBeTooEarly, patienceMs, repeatWhile } from '../calls';
import type { StepContext } from '../recipe';

/** How long after its creation AWS may still call the key unknown. */
const youngMs = 5 * 60_000;

/**
 * Repeats a call while AWS does not know the key that this run made moments ago (KMS guide, "Eventual consistency").
 */
export async function onceKeyIsKnown<T>(
  { run, ports: { clock } }: StepContext,
  call: () => Promise<CallOutcome<T>>,
): Promise<CallOutcome<T>> {
  const createdAt = run.kind === 'create' ? run.createdAt : undefined;
  return repeatWhile(clock, youngKeyPatienceMs(createdAt, clock.now()), call, mayBeTooEarly);
}

/** For how long AWS may say that it does not know a key. @param createdAt undefined where no run of ours made it. */
export function youngKeyPatienceMs(createdAt: Date | undefined, now: Date): number {
  const age = createdAt === undefined ? Infinity : now.getTime() - createdAt.getTime();
  return age < youngMs ? patienceMs : 0;
}
