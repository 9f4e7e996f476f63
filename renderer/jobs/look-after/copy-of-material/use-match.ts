import { useRef, useState } from 'react';
import type { CopyMatchView } from '../../../../main/shared/views/copy-match';
import { api } from '../../../base/api';
import { answered, idle, startWork, type Brought, type Work } from '../../../base/work';

/** The document that was brought last, and to which material of the key it belongs. */
export function useMatch(key: string): readonly [Work<CopyMatchView>, (files: Brought) => void] {
  const [match, setMatch] = useState<Work<CopyMatchView>>(idle);
  const lastRequest = useRef(0);

  const bring = async (files: Brought): Promise<void> => {
    const requestId = ++lastRequest.current;
    setMatch((before) => startWork(before, requestId));
    const result = await api.matchCopy({ key, files });
    setMatch((current) => answered(current, { requestId, result }));
  };

  return [match, (files) => void bring(files)];
}
