import { useRef, useState } from 'react';
import type { KeyAct } from '../../../../main/shared/views/acts';
import type { KeyRow } from '../../../../main/shared/views/keys';
import { actOnOne, isAboutAll, type Outcome } from './one-after-another';

export interface Many {
  readonly at: 'review' | 'running' | 'ended';
  readonly isStopping: boolean;
  /** By ARN. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** The same act on several keys, one after another. A failure of one leaves the others. */
export function useMany(session: string, onDone: (row: KeyRow) => void) {
  const [many, setMany] = useState<Many>({ at: 'review', isStopping: false, outcomes: new Map() });
  const stops = useRef(false);

  const start = async (rows: readonly KeyRow[], act: KeyAct): Promise<void> => {
    const outcomes = new Map<string, Outcome>(rows.map(({ arn }) => [arn, { at: 'queued' }]));
    const show = (at: Many['at']): void =>
      setMany(({ isStopping }) => ({ at, isStopping, outcomes: new Map(outcomes) }));
    for (const row of rows) {
      if (stops.current) {
        outcomes.set(row.arn, { at: 'not-begun' });
        continue;
      }
      outcomes.set(row.arn, { at: 'working' });
      show('running');
      const outcome = await actOnOne(session, row, act);
      outcomes.set(row.arn, outcome);
      if (outcome.at === 'done') onDone({ ...row, state: outcome.state });
      if (isAboutAll(outcome)) stops.current = true;
    }
    show('ended');
  };
  return {
    many,
    start: (rows: readonly KeyRow[], act: KeyAct) => void start(rows, act),
    /** After the key that it is at: a call that was sent is never cut off. */
    stop: () => {
      stops.current = true;
      setMany((before) => ({ ...before, isStopping: true }));
    },
  };
}
