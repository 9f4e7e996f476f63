import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { alarmTemplates, type AlarmTemplate } from '../../main/records/reminders/alarms';
import { reminderCalendar } from '../../main/records/reminders/calendar';
import { expiringKey, reminders } from '../fixtures/reminders';
import { localStackPython, withoutLocalStack } from '../helpers/localstack';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-reminders-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const python = localStackPython ?? 'python3';
const isSkipped = withoutLocalStack !== undefined && process.env['CI'] === undefined;
const titled = (title: string): string =>
  isSkipped ? `${title} — skipped: ${withoutLocalStack ?? ''}` : title;

/** What the Python package icalendar reads of each event. */
const readEvents = `
import json, sys, icalendar
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([{
    "errors": [str(error) for error in event.errors],
    "uid": str(event["UID"]),
    "start": event.decoded("DTSTART").isoformat(),
    "end": event.decoded("DTEND").isoformat(),
    "stamp": event.decoded("DTSTAMP").isoformat(),
    "summary": str(event["SUMMARY"]),
    "description": str(event["DESCRIPTION"]),
    "alarms": [alarm.decoded("TRIGGER").total_seconds() for alarm in event.walk("VALARM")],
} for event in calendar.walk("VEVENT")]))
`;

interface Event {
  readonly errors: readonly string[];
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly stamp: string;
  readonly summary: string;
  readonly description: string;
  readonly alarms: readonly number[];
}

const eventsIn = (calendar: string): readonly Event[] =>
  JSON.parse(execFileSync(python, ['-c', readEvents], { input: calendar, encoding: 'utf8' })) as Event[];

describe.skipIf(isSkipped)(titled('a calendar program that is not ours'), () => {
  it('reads four events for a key, each with its alarm, at the instants before its expiry', () => {
    const events = eventsIn(reminderCalendar({ ...reminders, keys: [expiringKey] }));
    expect(events.map(({ start }) => start)).toEqual([
      '2027-01-30T09:30:00+00:00',
      '2027-02-22T09:30:00+00:00',
      '2027-02-28T09:30:00+00:00',
      '2027-03-01T09:30:00+00:00',
    ]);
    expect(events.map(({ summary }) => summary)).toEqual([
      'Key material of bluescape-data expires in 30 days',
      'Key material of bluescape-data expires in 7 days',
      'Key material of bluescape-data expires in 1 day',
      'Key material of bluescape-data expires now',
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(4);
    for (const { errors, alarms, description, stamp } of events) {
      expect(errors).toEqual([]);
      expect(alarms).toEqual([0]);
      expect(stamp).toBe('2026-11-28T12:00:00+00:00');
      expect(description).toContain('at 2027-03-01 09:30 UTC.');
      expect(description).toContain(`\nKey: ${expiringKey.arn}\n`);
    }
  });

  it('reads names with marks of the format and with letters of more than one byte as they are', () => {
    const [, , odd] = reminders.keys;
    const events = eventsIn(reminderCalendar(reminders));
    expect(events.filter(({ errors }) => errors.length > 0)).toEqual([]);
    // Of the key that expires in three days, 30 and 7 days before are over.
    expect(
      events.map(({ summary }) => summary).filter((summary) => summary.includes(odd?.name ?? '')),
    ).toEqual([
      'Key material of data;base, "mine" \\ Größe expires in 1 day',
      'Key material of data;base, "mine" \\ Größe expires now',
    ]);
    expect(events).toHaveLength(10);
  });
});

/** @returns what cfn-lint says of a template for a Region, and its exit code. */
function lint({ text, region }: Pick<AlarmTemplate, 'text' | 'region'>) {
  const file = join(folder, 'template.json');
  writeFileSync(file, text);
  const program = 'import sys; from cfnlint.runner import main; sys.exit(main())';
  const options = ['--include-checks', 'I', '--regions', region, '--', file];
  const run = spawnSync(python, ['-c', program, ...options], { encoding: 'utf8' });
  return { code: run.status, said: `${run.stdout}${run.stderr}` };
}

describe.skipIf(isSkipped)(titled('cfn-lint'), () => {
  it('finds nothing in a template of alarms', () => {
    for (const template of alarmTemplates(reminders)) expect(lint(template)).toEqual({ code: 0, said: '' });
  });

  it('finds nothing in the largest template', () => {
    const keys = Array.from({ length: 121 }, (_, index) => {
      const keyId = expiringKey.keyId.replace('5f3c1b7a', (0x5f3c1b7a + index).toString(16));
      return { ...expiringKey, keyId, arn: expiringKey.arn.replace(expiringKey.keyId, keyId) };
    });
    const templates = alarmTemplates({ ...reminders, keys });
    expect(templates.map(({ part, keys: count }) => [part?.number, part?.count, count])).toEqual([
      [1, 2, 120],
      [2, 2, 1],
    ]);
    const [largest] = templates;
    if (largest === undefined) throw new Error('There is no template.');
    // What CloudFormation takes by way of a bucket, as the console does it.
    expect(Buffer.byteLength(largest.text)).toBeLessThan(1_000_000);
    expect(lint(largest)).toEqual({ code: 0, said: '' });
  });

  it('would find a wrong alarm', () => {
    const [template] = alarmTemplates(reminders);
    if (template === undefined) throw new Error('There is no template.');
    const wrong = template.text.replace('LessThanOrEqualToThreshold', 'AtMost');
    expect(wrong).not.toBe(template.text);
    expect(lint({ ...template, text: wrong }).said).toContain('AtMost');
  });
});
