import { useRef, useState } from 'react';
import type { RequestOf } from '../../../main/shared/contract';
import type { AdditionPlanView } from '../../../main/shared/views/addition';
import { api } from '../../base/api';
import { answeredWithoutDialog, idle, startWork, type Work } from '../../base/work';

export interface PlanIntents {
  readonly ask: (request: RequestOf<'planReceiver'>) => void;
  /** Back to the form: what was shown is old. */
  readonly drop: () => void;
}

/** What adding the receiver would change, as AWS has it now. */
export function usePlan(): readonly [Work<AdditionPlanView>, PlanIntents] {
  const [plan, setPlan] = useState<Work<AdditionPlanView>>(idle);
  const lastRequest = useRef(0);
  const ask = async (request: RequestOf<'planReceiver'>): Promise<void> => {
    const requestId = ++lastRequest.current;
    setPlan(startWork(idle, requestId));
    const result = await api.planReceiver(request);
    setPlan((before) => answeredWithoutDialog(before, { requestId, result }));
  };
  return [
    plan,
    {
      ask: (request) => void ask(request),
      drop: () => {
        lastRequest.current += 1;
        setPlan(idle);
      },
    },
  ];
}
