import { useReducer, useRef } from 'react';
import type { Result } from '../../../main/shared/result';
import type { KeyRow, KeyView } from '../../../main/shared/views/keys';
import { api } from '../../base/api';
import { answeredWithoutDialog, idle, startWork, type Work } from '../../base/work';

export interface KeyIntents {
  /** Reads the key, anew where it is open already. */
  readonly open: (session: string, arn: string, onRow: (row: KeyRow) => void) => void;
}

type Action =
  | { readonly type: 'asked'; readonly requestId: number; readonly isSame: boolean }
  | { readonly type: 'answered'; readonly requestId: number; readonly result: Result<KeyView> };

function reduce(state: Work<KeyView>, action: Action): Work<KeyView> {
  return action.type === 'asked'
    ? startWork(action.isSame ? state : idle, action.requestId)
    : answeredWithoutDialog(state, action);
}

/** The key that is looked at. */
export function useKey(): readonly [Work<KeyView>, KeyIntents] {
  const [opened, dispatch] = useReducer(reduce, idle);
  const last = useRef({ requestId: 0, arn: '' });
  const open = async (session: string, arn: string, onRow: (row: KeyRow) => void): Promise<void> => {
    const requestId = last.current.requestId + 1;
    dispatch({ type: 'asked', requestId, isSame: last.current.arn === arn });
    last.current = { requestId, arn };
    const result = await api.openKey({ session, arn });
    dispatch({ type: 'answered', requestId, result });
    if (result.ok) onRow(result.value.row);
  };
  return [opened, { open: (...what) => void open(...what) }];
}
