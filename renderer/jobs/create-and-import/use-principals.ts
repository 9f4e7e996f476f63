import { useRef, useState } from 'react';
import type { PrincipalView } from '../../../main/shared/views/aws';
import { api } from '../../base/api';
import { keyWords } from '../../words/create-and-import/key';

export interface FoundPrincipals {
  readonly found: readonly PrincipalView[];
  readonly status: 'pending' | 'loading' | 'finished' | 'error';
  /** What stands under the list; empty when there is nothing to say. */
  readonly statusText: string;
  readonly search: (query: string) => void;
}

const longestQuery = 128;

/** Asks AWS for users and roles while somebody types. A late answer to an earlier text is dropped. */
export function usePrincipals(session: string): FoundPrincipals {
  const [answer, setAnswer] = useState<Omit<FoundPrincipals, 'search'>>({
    found: [],
    status: 'pending',
    statusText: '',
  });
  const lastRequest = useRef(0);
  const search = async (query: string): Promise<void> => {
    const requestId = ++lastRequest.current;
    setAnswer((before) => ({ ...before, status: 'loading' }));
    const result = await api.searchPrincipals({ session, query: query.slice(0, longestQuery) });
    if (lastRequest.current !== requestId) return;
    if (!result.ok) setAnswer({ found: [], status: 'error', statusText: '' });
    else if (result.value.state === 'not-allowed') {
      setAnswer({ found: [], status: 'finished', statusText: keyWords.notAllowed });
    } else {
      const { principals, more } = result.value;
      setAnswer({ found: principals, status: 'finished', statusText: more ? keyWords.moreFound : '' });
    }
  };
  return { ...answer, search: (query) => void search(query) };
}
