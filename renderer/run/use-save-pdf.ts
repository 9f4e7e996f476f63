import { useState } from 'react';
import type { RequestOf, ResultOf } from '../../main/shared/contract';
import { api } from '../base/api';

/** Saves one PDF at a time, and keeps the last answer. */
export function useSavePdf(onSaved: () => void) {
  const [isPreparing, setPreparing] = useState(false);
  const [answer, setAnswer] = useState<ResultOf<'savePdf'>>();
  const save = async (request: RequestOf<'savePdf'>): Promise<void> => {
    setPreparing(true);
    const saved = await api.savePdf(request);
    setAnswer(saved);
    setPreparing(false);
    if (saved.ok && saved.value.picked) onSaved();
  };
  return { isPreparing, answer, save };
}
