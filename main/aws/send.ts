import { setTimeout as wait } from 'node:timers/promises';
import {
  awsError,
  failedChange,
  isTransient,
  unexpectedAnswer,
  unknownChange,
  type FailedCall,
} from './error-code';
import { readThrown, requestIdOf } from './errors/thrown';
import type { CallOutcome } from './kms-port';

/** How to wait between tries, and the chance in it; tests pass their own. */
export interface Patience {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** Five if it is absent. */
  readonly tries?: number;
}

export const patience: Patience = { sleep: (milliseconds) => wait(milliseconds), random: Math.random };

const usualTries = 5;
/** No new try starts later than this after the first, because a person is waiting. */
const maxTryingMs = 20_000;

interface Answer {
  readonly $metadata: { readonly requestId?: string | undefined };
}

/** How a call is sent, and what is kept of its answer. `read` returns undefined for an answer that AWS rules out. */
export interface Call<A extends Answer, T> extends FailedCall {
  readonly send: () => Promise<A>;
  readonly read: (answer: A) => T | undefined;
}

/** Sends a call that changes AWS, once. */
export async function change<A extends Answer, T>(call: Call<A, T>): Promise<CallOutcome<T>> {
  let answer: A;
  try {
    answer = await sendInTime(call);
  } catch (error) {
    return failedChange(error, call);
  }
  const done = readAnswer(call, answer);
  return done.outcome === 'refused' ? unknownChange(done.error) : done;
}

/** Sends a call that only reads, and tries again after failures that look transient. */
export async function look<A extends Answer, T>(
  call: Call<A, T>,
  { sleep, random, tries = usualTries }: Patience,
): Promise<CallOutcome<T>> {
  const started = Date.now();
  for (let attempt = 1; ; attempt++) {
    const outcome = await lookOnce(call);
    const again = outcome.outcome === 'refused' && isTransient(outcome.error);
    if (!again || attempt === tries || Date.now() - started > maxTryingMs) return outcome;
    await sleep(200 * 2 ** (attempt - 1) * (0.5 + random()));
  }
}

/** Sends a call that only reads, once: the caller decides when to try again. */
export async function lookOnce<A extends Answer, T>(call: Call<A, T>): Promise<CallOutcome<T>> {
  try {
    return readAnswer(call, await sendInTime(call));
  } catch (error) {
    return { outcome: 'refused', error: awsError(error, call) };
  }
}

// A request refused because of its time was not carried out. The SDK signs the next one with AWS's time.
async function sendInTime<A extends Answer, T>(call: Call<A, T>): Promise<A> {
  try {
    return await call.send();
  } catch (error) {
    const { code } = awsError(error, call);
    const refusedForTime = code === 'credentials.clockSkew' || code === 'credentials.wrongSecret';
    if (!refusedForTime || !readThrown(error).clockSkewCorrected) throw error;
    return await call.send();
  }
}

function readAnswer<A extends Answer, T>(
  call: Call<A, T>,
  answer: A,
): Exclude<CallOutcome<T>, { outcome: 'unknown' }> {
  const requestId = requestIdOf(answer.$metadata.requestId);
  const value = call.read(answer);
  if (value === undefined) return { outcome: 'refused', error: unexpectedAnswer(call, requestId) };
  return { outcome: 'done', value, ...(requestId === undefined ? {} : { requestId }) };
}
