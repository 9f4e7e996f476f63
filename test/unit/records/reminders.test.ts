import { describe, expect, it } from 'vitest';
import { alarmTemplates } from '../../../main/records/reminders/alarms';
import { reminderCalendar } from '../../../main/records/reminders/calendar';
import { expiringKey, reminders } from '../../fixtures/reminders';

const linesOf = (calendar: string): readonly string[] => calendar.split('\r\n').slice(0, -1);
const uidsOf = (calendar: string): readonly string[] =>
  linesOf(calendar).filter((line) => line.startsWith('UID:'));

describe('a calendar of reminders', () => {
  it('has lines of 75 octets at most, which end with CR and LF, and are not broken inside a character', () => {
    const calendar = reminderCalendar({ ...reminders, keys: [{ ...expiringKey, name: 'ö€😀'.repeat(80) }] });
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of linesOf(calendar)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(Buffer.from(calendar, 'utf8').toString('utf8')).not.toContain('\u{FFFD}');
    expect(calendar.replaceAll('\r\n ', '')).toContain('ö€😀'.repeat(80));
  });

  it('lets no name begin a line of its own', () => {
    const name = 'mine\r\nEND:VEVENT\nATTACH:https://elsewhere.example\u2028';
    const lines = linesOf(reminderCalendar({ ...reminders, keys: [{ ...expiringKey, name }] }));
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith('ATTACH'))).toEqual([]);
  });

  it('names the same event in the same way when the expiry has moved, and another in another', () => {
    const before = reminderCalendar({ ...reminders, keys: [expiringKey] });
    const validTo = new Date('2027-09-01T00:00:00.000Z');
    const after = reminderCalendar({ ...reminders, keys: [{ ...expiringKey, validTo }] });
    expect(uidsOf(after)).toEqual(uidsOf(before));
    expect(new Set(uidsOf(reminderCalendar(reminders))).size).toBe(10);
    const practised = reminderCalendar({ ...reminders, keys: [expiringKey], isPractice: true });
    expect(uidsOf(practised).some((uid) => uidsOf(before).includes(uid))).toBe(false);
  });

  it('says in each event of a practice key that it is practice', () => {
    const calendar = reminderCalendar({ ...reminders, isPractice: true }).replaceAll('\r\n ', '');
    for (const line of linesOf(calendar).filter((one) => one.startsWith('SUMMARY:'))) {
      expect(line).toMatch(/^SUMMARY:PRACTICE: /);
    }
  });

  it('reminds of nothing that is over', () => {
    const validTo = new Date(reminders.madeAt.getTime() - 1);
    expect(reminderCalendar({ ...reminders, keys: [{ ...expiringKey, validTo }] })).not.toContain('VEVENT');
  });
});

interface Alarm {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}
const resourcesOf = (text: string): Readonly<Record<string, Alarm>> =>
  (JSON.parse(text) as { readonly Resources: Readonly<Record<string, Alarm>> }).Resources;

describe('the templates of alarms', () => {
  it('are one for each Region, with three alarms for each key', () => {
    const templates = alarmTemplates(reminders);
    expect(templates.map(({ region, keys }) => [region, keys])).toEqual([
      ['eu-central-1', 2],
      ['us-gov-west-1', 1],
    ]);
    for (const { text, keys } of templates) {
      const alarms = Object.values(resourcesOf(text)).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
      expect(alarms).toHaveLength(3 * keys);
    }
  });

  it('fire when no more seconds are left than 30, 7 and 1 days have, of this key, by the metric of AWS/KMS', () => {
    const [template] = alarmTemplates({ ...reminders, keys: [expiringKey] });
    const alarms = Object.values(resourcesOf(template?.text ?? '')).filter(({ Type }) =>
      Type.endsWith('Alarm'),
    );
    expect(alarms.map(({ Properties }) => Properties['Threshold'])).toEqual([2_592_000, 604_800, 86_400]);
    for (const { Properties } of alarms) {
      expect(Properties).toMatchObject({
        Namespace: 'AWS/KMS',
        MetricName: 'SecondsUntilKeyMaterialExpiration',
        Dimensions: [{ Name: 'KeyId', Value: expiringKey.keyId }],
        Statistic: 'Minimum',
        ComparisonOperator: 'LessThanOrEqualToThreshold',
        TreatMissingData: 'ignore',
        AlarmActions: [{ Ref: 'Topic' }],
      });
    }
  });

  it('have names for their alarms that AWS takes, also in a stack with the longest name', () => {
    for (const { text } of alarmTemplates(reminders)) {
      for (const { Type, Properties } of Object.values(resourcesOf(text))) {
        if (!Type.endsWith('Alarm')) continue;
        const name = (Properties['AlarmName'] as { readonly 'Fn::Sub': string })['Fn::Sub'];
        expect(name.replace('${AWS::StackName}', 's'.repeat(128)).length).toBeLessThanOrEqual(255);
      }
    }
  });

  it('say of practice keys that they are', () => {
    const [template] = alarmTemplates({ ...reminders, keys: [expiringKey], isPractice: true });
    expect(JSON.parse(template?.text ?? '')).toMatchObject({
      Description: expect.stringMatching(/^PRACTICE: /) as string,
    });
  });
});
