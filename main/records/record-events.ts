import type { CeremonyRecordView, CeremonySection } from '../shared/views/record';
import type { OpenEvent } from './record-chain';
import { recordFormat, recordVersion } from './record-shape';

/** Everything that a record says, before it is chained. */
export type RecordFacts = Omit<CeremonyRecordView, 'head' | 'eventCount'>;

/** What a finished job gives its record: everything but who took part, when the record was made, and by which build. */
export type JobFacts = Omit<RecordFacts, 'ceremony' | 'closedAt' | 'people' | 'organisation'> &
  Pick<CeremonySection, 'id' | 'job' | 'mode' | 'begunAt'>;

const practice = 'PRACTICE: this ceremony took place in the practice KMS alone';

/**
 * The events of a record in their order: what was decided, what was done, the result, and who took part. An empty list
 * becomes one event that says so.
 */
export function eventsOf(facts: RecordFacts): readonly OpenEvent[] {
  const { ceremony, closedAt, key } = facts;
  const { begunAt } = ceremony;
  const events: readonly OpenEvent[] = [
    {
      at: begunAt,
      type: 'begun',
      facts: {
        format: recordFormat,
        version: recordVersion,
        ...(ceremony.mode === 'practice' ? { practice } : {}),
        ceremony,
      },
    },
    { at: begunAt, type: 'receiver', facts: facts.receiver },
    { at: begunAt, type: 'policy', facts: facts.policy },
    ...(facts.grant ? [{ at: begunAt, type: 'grant', facts: facts.grant } satisfies OpenEvent] : []),
    { at: begunAt, type: 'material', facts: facts.material },
    { at: begunAt, type: 'custody', facts: facts.custody },
    ...inTime([...stepsOf(facts), ...callsOf(facts)]),
    { at: closedAt, type: 'wrapping', facts: facts.wrapping },
    ...each(facts.changes ?? []).map((change): OpenEvent => ({
      at: closedAt,
      type: 'change',
      facts: change,
    })),
    { at: key.checkedAt ?? closedAt, type: 'key', facts: key },
    ...each(facts.files).map((file): OpenEvent => ({ at: closedAt, type: 'file', facts: file })),
    { at: closedAt, type: 'erasure', facts: facts.erasure },
    ...each(facts.exceptions).map((exception): OpenEvent => ({
      at: closedAt,
      type: 'exception',
      facts: exception,
    })),
    ...(facts.organisation
      ? [{ at: closedAt, type: 'organisation', facts: facts.organisation } satisfies OpenEvent]
      : []),
    { at: closedAt, type: 'people', facts: facts.people },
  ];
  return [...events, { at: closedAt, type: 'closed', facts: { events: events.length + 1 } }];
}

const each = <T>(list: readonly T[] | 'none'): readonly (T | 'none')[] => (list === 'none' ? [list] : list);

/** A step without its own instant takes that of the step before it, and so keeps its place. */
function stepsOf({ steps, ceremony }: RecordFacts): readonly OpenEvent[] {
  let at = ceremony.begunAt;
  return steps.map((step) => {
    at = step.endedAt ?? at;
    return { at, type: 'step', facts: step };
  });
}

const callsOf = ({ calls, ceremony }: RecordFacts): readonly OpenEvent[] =>
  each(calls).map((call) => ({
    at: call === 'none' ? ceremony.begunAt : call.endedAt,
    type: 'call',
    facts: call,
  }));

/** Sorts by instant; events of the same instant keep their order. */
function inTime(events: readonly OpenEvent[]): readonly OpenEvent[] {
  const timeOf = ({ at }: OpenEvent): number => Date.parse(at.utc);
  return events.toSorted((one, other) => timeOf(one) - timeOf(other));
}
