import { definedOnly } from '../shared/defined-only';
import type { CeremonyRecordView } from '../shared/views/record';
import type { RecordEvent } from './record-shape';

type FactsOf = { readonly [E in RecordEvent as E['type']]: E['facts'] };

/** The sections of a whole chain; undefined when one of them is missing, or occurs twice. */
export function recordView(events: readonly RecordEvent[], head: string): CeremonyRecordView | undefined {
  const all = <T extends keyof FactsOf>(type: T): readonly FactsOf[T][] =>
    events
      .filter((event): event is RecordEvent & { type: T; facts: FactsOf[T] } => event.type === type)
      .map(({ facts }) => facts);
  const only = <T extends keyof FactsOf>(type: T): FactsOf[T] | undefined => {
    const [first, ...others] = all(type);
    return others.length === 0 ? first : undefined;
  };
  const begun = only('begun');
  const isMarked = begun?.practice !== undefined;
  const closed = only('closed') && events.at(-1);
  if (events[0]?.type !== 'begun' || closed?.type !== 'closed') return undefined;
  if ((begun?.ceremony.mode === 'practice') !== isMarked) return undefined;
  const grants = all('grant');
  const organisations = all('organisation');
  if (grants.length > 1 || organisations.length > 1) return undefined;
  const view = whole({
    head,
    eventCount: events.length,
    ceremony: begun?.ceremony,
    closedAt: closed.at,
    people: only('people'),
    key: only('key'),
    material: only('material'),
    wrapping: only('wrapping'),
    custody: only('custody'),
    policy: only('policy'),
    receiver: only('receiver'),
    steps: all('step'),
    calls: list(all('call')),
    files: list(all('file')),
    erasure: only('erasure'),
    exceptions: list(all('exception')),
  });
  const changes = all('change');
  return (
    view && {
      ...view,
      ...definedOnly({
        grant: grants[0],
        organisation: organisations[0],
        changes: changes.length === 0 ? undefined : list(changes),
      }),
    }
  );
}

type Partly<T> = { readonly [K in keyof T]: T[K] | undefined };

/** The same object, if none of its fields is undefined. */
function whole<T>(parts: Partly<T>): T | undefined {
  const isWhole = (found: Partly<T>): found is Partly<T> & T =>
    Object.values(found).every((part) => part !== undefined);
  return isWhole(parts) ? parts : undefined;
}

/** `none` for a single event that says so, or the events of a list; undefined for a mix or nothing at all. */
function list<T extends object>(found: readonly (T | 'none')[]): readonly T[] | 'none' | undefined {
  if (found.length === 1 && found[0] === 'none') return 'none';
  const real = found.filter((item) => item !== 'none');
  return real.length === found.length && real.length > 0 ? real : undefined;
}
