import type { CallNote, ExceptionNote, Observed } from '../schemas/run';
import { without } from '../shared/without';

type Uncounted<N> = N extends ExceptionNote ? Omit<N, 'at' | 'times'> : never;

/** What was out of the ordinary and is not said by the rest of the run. */
export type Happened = Uncounted<ExceptionNote>;

export const noNotes = (): Observed => ({ calls: [], exceptions: [] });

export function noteCall(notes: Observed, call: Omit<CallNote, 'times'>): void {
  const last = notes.calls.at(-1);
  const isSame = last?.operation === call.operation && last.outcome === call.outcome;
  notes.calls = isSame
    ? [...notes.calls.slice(0, -1), { ...call, times: last.times + 1 }]
    : [...notes.calls, { ...call, times: 1 }];
}

export function noteException(notes: Observed, happened: Happened, at: Date): void {
  const before = noteOf(notes, happened);
  const others = notes.exceptions.filter((note) => note !== before);
  notes.exceptions = [...others, { ...happened, at, times: (before?.times ?? 0) + 1 }];
}

export function noteOf({ exceptions }: Observed, happened: Happened): ExceptionNote | undefined {
  const name = JSON.stringify(happened);
  return exceptions.find((note) => JSON.stringify(without(note, 'at', 'times')) === name);
}
