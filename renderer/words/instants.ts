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
  return `${new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' }).format(instant)} UTC`;
}

/** Local time with its zone, then UTC in brackets. */
export function bothInstants(instant: Date, timeZone?: string): string {
  return `${localInstant(instant, timeZone)} (${utcInstant(instant)})`;
}
