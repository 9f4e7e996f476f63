import { useEffect, useReducer, useRef } from 'react';
import type { RunChanges, RunView } from '../../main/shared/contract';
import type { Result } from '../../main/shared/result';
import { api } from '../base/api';
import { reduce } from './reduce';
import { noRun, type RunState } from './state';

export interface RunIntents {
  readonly start: (ask: () => Promise<Result<RunView>>) => void;
  /** Goes on where the run stopped, with this session. */
  readonly continueWith: (session: string, changes?: RunChanges) => void;
  /** Pauses the run after the step that it is at. */
  readonly stop: () => void;
  /** Back to the form that the run came from. */
  readonly leave: () => void;
}

export function useRun(): readonly [RunState, RunIntents] {
  const [state, dispatch] = useReducer(reduce, noRun);
  const lastRequest = useRef(0);
  useEffect(() => api.onRunProgress((progress) => dispatch({ type: 'runProgressed', progress })), []);

  const start = async (ask: () => Promise<Result<RunView>>): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'runAsked', requestId });
    dispatch({ type: 'runAnswered', requestId, result: await ask() });
  };
  return [
    state,
    {
      start: (ask) => {
        if (state.at !== 'running') void start(ask);
      },
      continueWith: (session, changes) => {
        if (state.at !== 'paused') return;
        const { run } = state;
        void start(() => api.continueRun({ run, session, ...(changes ? { changes } : {}) }));
      },
      stop: () => {
        dispatch({ type: 'stopAsked' });
        void api.cancelRun({});
      },
      leave: () => dispatch({ type: 'runLeft' }),
    },
  ];
}
