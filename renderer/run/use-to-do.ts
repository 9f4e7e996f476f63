import { useState } from 'react';
import type { EarlierWork } from './finished-before';
import type { ToDoState } from './to-do';

export interface ToDoList<Item> {
  readonly stateOf: (item: Item) => ToDoState;
  /** The first that is still open: the one button that stands out is its. */
  readonly next: Item | undefined;
  readonly finish: (item: Item) => void;
}

/**
 * How a list of what is left to do stands.
 *
 * @param earlier set where the work was finished before: of it, only the record is noted.
 */
export function useToDo<Item extends string>(
  items: readonly Item[],
  earlier: EarlierWork | undefined,
): ToDoList<Item> {
  const [done, setDone] = useState<ReadonlySet<Item>>(new Set());
  const stateOf = (item: Item): ToDoState => {
    if (done.has(item)) return 'done';
    if (earlier === undefined) return 'open';
    if (item !== 'record') return 'unknown';
    return earlier.isRecordSaved ? 'done' : 'open';
  };
  return {
    stateOf,
    next: items.find((item) => stateOf(item) === 'open'),
    finish: (item) => setDone((before) => new Set([...before, item])),
  };
}
