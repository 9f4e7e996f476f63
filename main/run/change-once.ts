import type { CallOutcome, ChangingOperation } from '../aws/kms-port';
import { patienceMs, repeatWhile } from './calls';
import { done, failed, type StepContext, type StepEnd } from './recipe';
import type { Run } from './run';

/** How long something that was sent, perhaps, is looked for before it is sent again. */
const lookMs = 15_000;

export interface OneChange {
  readonly operation: ChangingOperation;
  /** Whether AWS has it as it is wanted. */
  readonly isThere: () => Promise<CallOutcome<boolean>>;
  readonly send: () => Promise<CallOutcome<unknown>>;
}

/**
 * A change that AWS is asked for once: it is looked for first, sent if it is missing, and looked up where no answer
 * came. `skipped`: AWS had it so before. Errors: those of the two calls.
 */
export async function changeOnce<R extends Run>(
  { ports: { clock }, call, wasUnknown }: StepContext<R>,
  { operation, isThere, send }: OneChange,
): Promise<StepEnd> {
  const isMissing = (seen: CallOutcome<boolean>): boolean => seen.outcome === 'done' && !seen.value;
  const now = await repeatWhile(clock, wasUnknown ? lookMs : 0, isThere, isMissing);
  if (now.outcome !== 'done') return wasUnknown ? { end: 'unknown', error: now.error } : failed(now.error);
  if (now.value) return wasUnknown ? { end: 'done' } : { end: 'skipped' };
  const sent = await call(operation, send);
  if (sent.outcome === 'done') return done(sent.requestId);
  if (sent.outcome === 'refused') return failed(sent.error);
  const found = await repeatWhile(
    clock,
    patienceMs,
    isThere,
    (seen) => seen.outcome !== 'done' || !seen.value,
  );
  return found.outcome === 'done' && found.value
    ? { end: 'done' }
    : { end: 'unknown', error: { ...sent.error, changedInAws: true } };
}
