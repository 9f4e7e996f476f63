import { startTransition, useEffect, useReducer, useRef } from 'react';
import type { RequestOf } from '../../../main/shared/contract';
import type { KeyRow } from '../../../main/shared/views/keys';
import { api } from '../../base/api';
import { noList, reduce, type KeyList } from './key-list';

export interface KeyListIntents {
  /** With `goesOn` what was read stays, as after another sign-in; else reading begins afresh. */
  readonly read: (request: RequestOf<'listKeys'>) => void;
  readonly stop: () => void;
  /** After a job that may have changed the key. */
  readonly replace: (row: KeyRow) => void;
  /** Reads keys of the list anew, one after the other; one that cannot be read stays as it was. */
  readonly readKeys: (session: string, arns: readonly string[]) => void;
}

/** The list, as it grows: main sends what it read a few times a second. */
export function useKeyList(): readonly [KeyList, KeyListIntents] {
  const [list, dispatch] = useReducer(reduce, noList);
  const lastRequest = useRef(0);
  // What the person types or clicks goes first. The end takes the same way, so that it overtakes no row.
  useEffect(
    () => api.onKeyList((update) => startTransition(() => dispatch({ type: 'updated', update }))),
    [],
  );

  const read = async (request: RequestOf<'listKeys'>): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'asked', requestId, keeps: request.goesOn !== undefined });
    const result = await api.listKeys(request);
    startTransition(() => dispatch({ type: 'ended', requestId, result }));
  };
  const readKeys = async (session: string, arns: readonly string[]): Promise<void> => {
    for (const arn of arns) {
      const read = await api.openKey({ session, arn });
      if (read.ok) dispatch({ type: 'rowRead', row: read.value.row });
    }
  };
  return [
    list,
    {
      read: (request) => void read(request),
      stop: () => void api.stopKeyList({}),
      replace: (row) => dispatch({ type: 'rowRead', row }),
      readKeys: (...what) => void readKeys(...what),
    },
  ];
}
