import type { RunView } from '../../main/shared/contract';
import { localError, type AppError } from '../../main/shared/errors';
import { noRun, type PausedRun, type RunAction, type RunState } from './state';

/** The only place where the state of a run changes. Late and repeated news leave it as it is. */
export function reduce(state: RunState, action: RunAction): RunState {
  switch (action.type) {
    case 'runAsked': {
      if (state.at === 'running' || state.at === 'done') return state;
      const paused = state.at === 'paused' ? { paused: state } : {};
      const rows = state.at === 'paused' ? state.rows : [];
      return { at: 'running', requestId: action.requestId, seq: -1, rows, isStopping: false, ...paused };
    }
    case 'runProgressed':
      return state.at === 'running' && action.progress.seq > state.seq
        ? { ...state, seq: action.progress.seq, rows: action.progress.rows }
        : state;
    case 'runAnswered': {
      if (state.at !== 'running' || state.requestId !== action.requestId) return state;
      const { result } = action;
      const { paused } = state;
      if (result.ok) return answered(result.value, paused?.failures ?? 0);
      return paused ? refused(paused, result.error) : { at: 'none', failure: result.error };
    }
    case 'stopAsked':
      return state.at === 'running' ? { ...state, isStopping: true } : state;
    case 'runLeft':
      return state.at === 'running' ? state : noRun;
  }
}

function answered(view: RunView, failures: number): RunState {
  const { run, rows, keyArn, failure, handOver, added, acted, candidates = [] } = view;
  if (handOver) return { at: 'done', run, handOver };
  if (added) return { at: 'done', run, added };
  if (acted) return { at: 'done', run, acted };
  return {
    at: 'paused',
    run,
    rows,
    ...(keyArn ? { keyArn } : {}),
    // Only a bug leaves a run that neither failed nor has anything to hand over.
    error: failure?.error ?? localError('run', 'internal.unexpected', undefined, 'check-first'),
    next: failure?.next ?? 'continue',
    candidates,
    failures: failures + 1,
  };
}

function refused(paused: PausedRun, error: AppError): PausedRun {
  return {
    ...paused,
    error,
    next: error.code === 'session.gone' ? 'sign-in' : paused.next,
    failures: paused.failures + 1,
  };
}
