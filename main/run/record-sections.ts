import { createHash } from 'node:crypto';
import { recordedInstant, type Zone } from '../records/record-instant';
import { orNone, visible } from '../records/record-parts';
import { definedOnly } from '../shared/defined-only';
import type { RunRow } from '../shared/views/aws';
import type * as views from '../shared/views/record';
import type { Run } from './run';

/** One row of a run as its record says it; none for a row that was not taken. */
export function stepSections(
  { step, state, endedAt, tookMs, requestId }: RunRow,
  zone: Zone,
): readonly views.StepSection[] {
  if (state === 'waiting' || state === 'running') return [];
  const instant = endedAt === undefined || state === 'skipped' ? undefined : new Date(endedAt);
  return [
    {
      step,
      state,
      ...definedOnly({
        endedAt: instant && recordedInstant(instant, zone),
        tookMs: tookMs === undefined ? undefined : Math.max(0, Math.round(tookMs)),
        requestId: requestId && visible(requestId),
      }),
    },
  ];
}

/** Every call of a run. */
export const callSections = ({ notes }: Run, zone: Zone): readonly views.CallSection[] | 'none' =>
  orNone(
    notes.calls.map(({ endedAt, requestId, ...call }) => ({
      ...call,
      endedAt: recordedInstant(endedAt, zone),
      ...definedOnly({ requestId: requestId && visible(requestId) }),
    })),
  );

/** What was out of the ordinary, as the run noted it. */
export const exceptionSections = ({ notes }: Run, zone: Zone): readonly views.RecordedException[] =>
  notes.exceptions.map(({ at, ...happened }) => ({
    ...happened,
    ...(at === undefined ? {} : { at: recordedInstant(at, zone) }),
  }));

/** A key policy that a run wrote over another one. */
export const writtenPolicy = (
  { before, after }: { readonly before: string; readonly after: string },
  statements: views.PolicySection['statements'],
  readBack: boolean,
): views.PolicySection => ({
  sha256: sha256(after),
  text: after,
  former: { sha256: sha256(before), text: before },
  statements,
  readBack,
});

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
