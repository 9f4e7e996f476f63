/** The computer's own time zone: its IANA name, and how many minutes it is ahead of UTC at an instant. */
export const timeZone = {
  name: Intl.DateTimeFormat().resolvedOptions().timeZone,
  offsetMinutes: (instant: Date): number => -instant.getTimezoneOffset(),
};
