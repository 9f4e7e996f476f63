import type { RunView } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import type { HandOverView } from '../shared/views/aws';
import { actedView } from './acts/acted-view';
import { additionAfter } from './addition';
import { addedView, openAdditionView } from './addition-view';
import { handOverOf } from './hand-over-view';
import { isAddition, type Failure, type ImportRun, type Run } from './run';

/** How a run stands when it pauses, or has ended. */
export function runView(run: Run, failure: Failure | undefined): RunView {
  const base = { run: run.id, rows: [...run.rows.values()] };
  if (run.kind === 'act') {
    return { ...base, ...definedOnly({ failure, acted: failure ? undefined : actedView(run) }) };
  }
  if (isAddition(run))
    return { ...base, ...definedOnly({ failure, added: failure ? undefined : addedView(run) }) };
  return {
    ...base,
    ...definedOnly({
      keyArn: run.key?.arn,
      failure,
      candidates: run.kind === 'create' && failure?.next === 'choose-key' ? run.candidates : undefined,
      handOver: failure === undefined ? withAddition(run) : undefined,
    }),
  };
}

/** The hand-over as the run ends, with what is left to be done. */
function withAddition(run: ImportRun): HandOverView | undefined {
  const handOver = handOverOf(run);
  const addition = run.kind === 'create' ? additionAfter(run, run.startedAt) : undefined;
  return (
    handOver && { ...handOver, ...definedOnly({ toBeAdded: addition && openAdditionView(addition, true) }) }
  );
}
