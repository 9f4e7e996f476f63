import { useRef, useState } from 'react';
import type { Picked } from '../../../main/shared/contract';
import type { RecordFileView } from '../../../main/shared/views/record';
import { ok, type Result } from '../../../main/shared/result';
import { api } from '../../base/api';
import { answered, idle, startWork, type Work } from '../../base/work';

export interface CheckIntents {
  readonly choose: () => void;
  readonly drop: (files: readonly File[]) => void;
}

/** The record that was brought last, and what the check said of it. */
export function useCheck(): readonly [Work<RecordFileView>, CheckIntents] {
  const [record, setRecord] = useState<Work<RecordFileView>>(idle);
  const lastRequest = useRef(0);

  const take = async (ask: () => Promise<Result<Picked<RecordFileView>>>): Promise<void> => {
    const requestId = ++lastRequest.current;
    setRecord((before) => startWork(before, requestId));
    const result = await ask();
    setRecord((current) => answered(current, { requestId, result }));
  };
  const drop = async (files: readonly File[]): Promise<Result<Picked<RecordFileView>>> => {
    const dropped = await api.dropCeremonyRecord(files);
    return dropped.ok ? ok({ picked: true, value: dropped.value }) : dropped;
  };

  return [
    record,
    {
      choose: () => void take(() => api.chooseCeremonyRecord({})),
      drop: (files) => void take(() => drop(files)),
    },
  ];
}
