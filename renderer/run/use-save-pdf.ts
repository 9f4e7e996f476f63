import { useState } from 'react';
import type { RequestOf, ResultOf } from '../../main/shared/contract';
import { api } from '../base/api';

/** Saves one PDF at a time, and keeps the last answer. */
export function useSavePdf() {
  const [isPreparing, setPreparing] = useState(false);
  const [answer, setAnswer] = useState<ResultOf<'savePdf'>>();
  const save = async (request: RequestOf<'savePdf'>): Promise<void> => {
    setPreparing(true);
    setAnswer(await api.savePdf(request));
    setPreparing(false);
  };
  return { isPreparing, answer, save };
}
