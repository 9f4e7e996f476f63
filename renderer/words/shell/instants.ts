const parts: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** `Tue, 24 Nov 2026, 11:54 GMT+1`, in the computer's zone unless one is given. */
export function localInstant(instant: Date, timeZone?: string): string {
  const options = { ...parts, timeZoneName: 'short', ...(timeZone ? { timeZone } : {}) } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(instant);
}

/** `Tue, 24 Nov 2026, 10:54 UTC`. */
export function utcInstant(instant: Date): string {
  return localInstant(instant, 'UTC');
}

/** Local time with its zone, then UTC in brackets, without the day where that is the same. */
export function bothInstants(instant: Date, timeZone?: string): string {
  const local = localInstant(instant, timeZone);
  const utc = utcInstant(instant);
  if (local === utc) return utc;
  const [day, time] = splitDay(utc);
  return splitDay(local)[0] === day ? `${local} (${time})` : `${local} (${utc})`;
}

function splitDay(instant: string): readonly [day: string, time: string] {
  const comma = instant.lastIndexOf(', ');
  return [instant.slice(0, comma), instant.slice(comma + 2)];
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** `24 Nov 2026`, in the computer's zone. */
export const localDay = (instant: Date): string => day.format(instant);
