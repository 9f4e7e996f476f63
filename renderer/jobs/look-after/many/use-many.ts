import { useRef, useState } from 'react';
import { isAboutAll, type Outcome } from './one-after-another';

export interface Many {
  readonly at: 'review' | 'running' | 'ended';
  readonly isStopping: boolean;
  /** By `id`. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** `id`: an ARN, with the material where a key may have several. */
export interface OneOfMany {
  readonly id: string;
  readonly work: () => Promise<Outcome>;
}

/** The same work with several keys, one after another. A failure of one leaves the others. */
export function useMany() {
  const [many, setMany] = useState<Many>({ at: 'review', isStopping: false, outcomes: new Map() });
  const stops = useRef(false);

  const start = async (all: readonly OneOfMany[]): Promise<void> => {
    const outcomes = new Map<string, Outcome>(all.map(({ id }) => [id, { at: 'queued' }]));
    const show = (at: Many['at']): void =>
      setMany(({ isStopping }) => ({ at, isStopping, outcomes: new Map(outcomes) }));
    for (const { id, work } of all) {
      if (stops.current) {
        outcomes.set(id, { at: 'not-begun' });
        continue;
      }
      outcomes.set(id, { at: 'working' });
      show('running');
      const outcome = await work();
      outcomes.set(id, outcome);
      if (isAboutAll(outcome)) stops.current = true;
    }
    show('ended');
  };
  return {
    many,
    start: (all: readonly OneOfMany[]) => void start(all),
    /** After the key that it is at: a call that was sent is never cut off. */
    stop: () => {
      stops.current = true;
      setMany((before) => ({ ...before, isStopping: true }));
    },
  };
}
