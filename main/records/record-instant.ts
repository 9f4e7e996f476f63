import type { RecordedInstant } from '../shared/views/record';

/** The computer's own time zone. */
export interface Zone {
  /** IANA. */
  readonly name: string;
  /** How many minutes local time is ahead of UTC at that instant. */
  readonly offsetMinutes: (instant: Date) => number;
}

/** An instant in UTC and in local time with its offset (RFC 3339). */
export function recordedInstant(instant: Date, { offsetMinutes }: Zone): RecordedInstant {
  const minutes = Math.round(offsetMinutes(instant));
  const local = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    utc: instant.toISOString(),
    local: `${local}${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`,
  };
}

/** Whether both are the same instant, in the form that `recordedInstant` writes. */
export function isRecordedInstant({ utc, local }: RecordedInstant): boolean {
  const [, sign, hours, minutes] =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}([+-])(\d\d):(\d\d)$/.exec(local) ?? [];
  const time = Date.parse(utc);
  if (Number.isNaN(time) || sign === undefined) return false;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const again = recordedInstant(new Date(time), { name: '', offsetMinutes: () => offset });
  return again.utc === utc && again.local === local;
}
