/** The computer's own time zone: its IANA name, and the minutes that it is ahead of UTC at an instant. */
export const timeZone = {
  name: Intl.DateTimeFormat().resolvedOptions().timeZone,
  offsetMinutes: (instant: Date): number => -instant.getTimezoneOffset(),
};
