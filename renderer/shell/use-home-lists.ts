import { useEffect, useState } from 'react';
import type { FinishedView } from '../../main/shared/views/finished';
import type { UnfinishedWorkView } from '../../main/shared/views/unfinished';
import { api } from '../base/api';

/** What stopped on the way, what is done, and when both were looked up. */
export interface HomeLists extends UnfinishedWorkView {
  readonly finished: readonly FinishedView[];
  readonly at: Date;
}

/** @returns the lists, once they are there, and what looks them up again. */
export function useHomeLists(): readonly [HomeLists | undefined, () => void] {
  const [lists, setLists] = useState<HomeLists>();
  const [times, setTimes] = useState(0);
  useEffect(() => {
    void look().then((found) => found && setLists(found));
  }, [times]);
  return [lists, () => setTimes((before) => before + 1)];
}

async function look(): Promise<HomeLists | undefined> {
  const [unfinished, finished] = await Promise.all([api.listUnfinished({}), api.listFinished({})]);
  if (!unfinished.ok) return undefined;
  const done = finished.ok ? finished.value : { works: [], unusable: [] };
  return {
    ...unfinished.value,
    unusable: [...unfinished.value.unusable, ...done.unusable],
    finished: done.works,
    at: new Date(),
  };
}
