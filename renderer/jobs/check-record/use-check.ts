import { useRef, useState } from 'react';
import type { RecordFileView } from '../../../main/shared/views/record';
import { api } from '../../base/api';
import { answered, idle, startWork, type Brought, type Work } from '../../base/work';

export interface CheckIntents {
  readonly choose: () => void;
  readonly drop: (files: readonly File[]) => void;
}

/** The record that was brought last, and what the check said of it. */
export function useCheck(): readonly [Work<RecordFileView>, CheckIntents] {
  const [record, setRecord] = useState<Work<RecordFileView>>(idle);
  const lastRequest = useRef(0);

  const take = async (files: Brought): Promise<void> => {
    const requestId = ++lastRequest.current;
    setRecord((before) => startWork(before, requestId));
    const result = await api.checkRecord({ files });
    setRecord((current) => answered(current, { requestId, result }));
  };

  return [record, { choose: () => void take('ask'), drop: (files) => void take(files) }];
}
