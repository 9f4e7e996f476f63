/** Which comes first when a person's language writes a day with slashes: 27/11/2028 or 11/27/2028. */
export type DayOrder = 'day-first' | 'month-first';

/** @param locale a BCP 47 tag, such as `en-US` */
export function dayOrderOf(locale: string): DayOrder {
  const parts = new Intl.DateTimeFormat(locale).formatToParts().map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') !== 0
    ? 'month-first'
    : 'day-first';
}

const yearFirst =
  /^(?<year>\d{4})(?:(?<separator>[-/.])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})|(?<mm>\d{2})(?<dd>\d{2}))$/;
const yearLast = /^(?<first>\d{1,2})(?<separator>[-/.])(?<second>\d{1,2})\k<separator>(?<year>\d{4})$/;

/**
 * The day that somebody typed, `2027-03-01` (ISO 8601), from its year-first forms, 1.3.2027, or a form with slashes or
 * dashes in the order given. Undefined if it is none, or not in the calendar: 31 June is no day.
 */
export function readDay(typed: string, order: DayOrder): string | undefined {
  const text = typed.trim();
  const iso = yearFirst.exec(text)?.groups;
  if (iso) return dayOf(iso['year'], iso['month'] ?? iso['mm'], iso['day'] ?? iso['dd']);
  const local = yearLast.exec(text)?.groups;
  if (!local) return undefined;
  // Languages that write dots write the day first.
  return order === 'day-first' || local['separator'] === '.'
    ? dayOf(local['year'], local['second'], local['first'])
    : dayOf(local['year'], local['first'], local['second']);
}

function dayOf(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${text}T00:00:00Z`);
  // A Date takes 31 June for 1 July.
  const isInCalendar = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
  return isInCalendar ? text : undefined;
}
