import { createHash } from 'node:crypto';
import { visible } from '../record-parts';
import { daysBefore, inDays, type ExpiringKey, type Reminders } from './expiring-key';

// RFC 5545 (iCalendar). A calendar program asks nobody before it drops an alarm of an imported event, and many do. So
// each reminder is an event of its own, and its alarm comes on top where it is kept.

const dayMs = 24 * 60 * 60 * 1000;
/** Programs show an event without a length badly. */
const eventMs = 30 * 60 * 1000;
/** RFC 5545, 3.1: a content line, without its line end. */
const maxLineOctets = 75;

/**
 * A calendar with four events for each key: 30, 7 and 1 days before its key material expires, and when it does. What is
 * over is left out.
 *
 * @returns an .ics file, UTF-8. Times are UTC, so that each program shows them in the time zone of its reader.
 */
export function reminderCalendar(reminders: Reminders): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Keyferry//${textOf(reminders.madeBy)}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...reminders.keys.flatMap((key) =>
      [...daysBefore, 0].flatMap((days) => {
        const start = new Date(key.validTo.getTime() - days * dayMs);
        return start > reminders.madeAt ? eventLines(key, days, start, reminders) : [];
      }),
    ),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(
  key: ExpiringKey,
  days: number,
  start: Date,
  { isPractice, madeAt }: Reminders,
): string[] {
  const summary = textOf(summaryOf(key, days, isPractice));
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(key, days, isPractice)}`,
    `DTSTAMP:${utc(madeAt)}`,
    // A later file takes the place of an earlier one.
    `SEQUENCE:${Math.floor(madeAt.getTime() / 60_000)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(new Date(start.getTime() + eventMs))}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${textOf(descriptionOf(key, days, isPractice))}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${summary}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
  ];
}

function summaryOf({ name }: ExpiringKey, days: number, isPractice: boolean): string {
  const when = days === 0 ? 'expires now' : `expires ${inDays(days)}`;
  return `${isPractice ? 'PRACTICE: ' : ''}Key material of ${name} ${when}`;
}

function descriptionOf(
  { arn, accountId, region, validTo }: ExpiringKey,
  days: number,
  isPractice: boolean,
): string {
  const at = `${validTo.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [
    ...(isPractice ? ['This key exists only in the practice AWS.', ''] : []),
    `AWS deletes the key material of this key at ${at}. From then on nobody can encrypt or decrypt with the key, until the same key material is imported again. AWS itself gives no warning.`,
    '',
    days === 0
      ? 'What to do now: open Keyferry, "Look after imported keys", choose the key and import the material again from its sealed copy or from its shares.'
      : 'What to do: open Keyferry, "Look after imported keys", choose the key and extend the expiry. This needs the sealed copy or the shares, and causes no outage.',
    'Without Keyferry: import the same key material again in the AWS KMS console, with a later date.',
    '',
    `Key: ${arn}`,
    `Account: ${accountId}`,
    `Region: ${region}`,
  ].join('\n');
}

/** The same for the same key, so that a program knows the event again in a later file. */
function uidOf({ arn }: ExpiringKey, days: number, isPractice: boolean): string {
  const key = createHash('sha256').update(arn, 'utf8').digest('hex').slice(0, 32);
  return `${isPractice ? 'practice-' : ''}${key}-${days}@keyferry.invalid`;
}

/** RFC 5545, 3.3.5, form 2. */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** RFC 5545, 3.3.11. */
const textOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => visible(line).replace(/[\\;,]/g, (character) => `\\${character}`))
    .join('\\n');

/** Breaks a line between characters, never inside one. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > maxLineOctets) {
      parts.push(part);
      // The space that begins a continued line counts as well.
      part = ' ';
    }
    part += character;
  }
  return [...parts, part].join('\r\n');
}
