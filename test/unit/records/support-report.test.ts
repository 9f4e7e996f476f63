import { describe, expect, it } from 'vitest';
import { supportReport } from '../../../main/records/support-report';

const madeAt = new Date('2026-11-28T08:00:00Z');
const report = (log: readonly string[]): string =>
  supportReport({ versions: { Keyferry: '0.1.0' }, settings: { Packaged: 'yes' }, log }, madeAt);
const line = (entry: object): string => JSON.stringify(entry);

describe('a report for support', () => {
  it('says when it was made, the versions, the settings and the log', () => {
    const kept = line({
      time: '2026-11-28T07:59:00.000Z',
      event: 'internal.unexpected',
      verb: 'planKey',
      tookMs: 12,
      packaged: true,
      requestId: '12345678-1234-1234-1234-123456789abc',
      bug: 'TypeError',
      at: ['at planKey', 'at async answer', 'at Map.get <anonymous>'],
    });
    expect(report([kept])).toBe(
      `Keyferry: report for support
Made: 2026-11-28T08:00:00.000Z

Versions
Keyferry: 0.1.0

Settings
Packaged: yes

Log, the oldest line first
${kept}
`,
    );
  });

  it.each([
    ['no JSON', 'free text'],
    ['no object', '"text"'],
    ['a list', '[1]'],
    ['no event', line({ time: 'x' })],
    ['an event that names an ARN', line({ event: 'arn:aws:kms:eu-central-1:1:key/2' })],
    ['an event that is a mail address', line({ event: 'ada@example.com' })],
    ['an event that is a path', line({ event: String.raw`C:\Users\ada` })],
    ['an event that is long', line({ event: 'x'.repeat(81) })],
  ])('leaves out a line with %s, and counts it', (_what, text) => {
    const said = report([text]);
    expect(said).toContain('1 lines that Keyferry did not write are left out.');
    expect(said).not.toContain(text);
  });

  it.each([
    ['a field that the log does not have', { name: 'Ada' }],
    ['a request ID that is none', { requestId: 'AKIAEXAMPLE' }],
    ['a value that is an object', { code: { secret: 'x' } }],
    ['places that are no text', { at: [{ secret: 'x' }] }],
    ['a path among the places', { at: ['at /home/ada/x.js'] }],
  ])('leaves out %s', (_what, field) => {
    const said = report([line({ event: 'verb.failed', ...field })]);
    expect(said).toContain('{"event":"verb.failed"}');
  });

  it('has the last lines only, where there are very many', () => {
    const many = Array.from({ length: 203 }, (_, count) => line({ event: 'verb.failed', count }));
    const said = report(many);
    expect(said).toContain('3 older lines are left out.');
    expect(said).not.toContain('"count":2}');
    expect(said).toContain('"count":3}');
    expect(said).toContain('"count":202}');
  });
});
