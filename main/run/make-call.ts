import { definedOnly } from '../shared/defined-only';
import { whileThrottled, type Clock } from './calls';
import type { Stage, StepContext } from './recipe';
import type { Run } from './run';
import { noteCall, noteException } from './run-notes';

/** Calls of one stage of a run, each noted for the record. */
export function makeCall<R extends Run>(run: R, stage: Stage<R>, clock: Clock): StepContext['call'] {
  return async (operation, call) => {
    const isChange = operation === stage.changes;
    // The port repeats a call that only reads by itself, except for the one that is allowed once a second.
    const isPaced = isChange || operation === 'GetParametersForImport';
    const outcome = await (isPaced ? whileThrottled(clock, call) : call());
    if (outcome.outcome === 'done' && outcome.requestId !== undefined) {
      run.requestIds.set(operation, outcome.requestId);
    }
    const requestId = outcome.outcome === 'done' ? outcome.requestId : outcome.error.requestId;
    noteCall(run.notes, {
      operation,
      outcome: outcome.outcome,
      endedAt: clock.now(),
      ...definedOnly({ requestId }),
    });
    if (isChange && outcome.outcome === 'unknown') {
      noteException(run.notes, { kind: 'looked-up', step: stage.rows[0] }, clock.now());
    }
    return outcome;
  };
}
