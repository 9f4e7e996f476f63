import { describe, expect, it } from 'vitest';
import { log, keepLog, loggable, type LogEntry } from '../../../main/platform/log';
import { localError } from '../../../main/shared/errors';

const requestId = '01234567-89ab-cdef-0123-456789abcdef';

describe('the log', () => {
  it('holds what its list of fields allows', () => {
    const { code, stage } = localError('key', 'aws.accessDenied');
    const entry: LogEntry = { event: 'verb.failed', verb: 'planKey', code, stage, requestId };
    expect(loggable(entry)).toEqual({ ...entry });
  });

  it('drops whatever else came with an entry', () => {
    const error = {
      ...localError('save', 'save.exists', { name: 'planted-name.bin' }),
      path: '/planted/path',
    };
    const entry: LogEntry = { event: 'verb.failed', ...error, tookMs: 3 };
    expect(JSON.stringify(loggable(entry))).not.toContain('planted');
    expect(Object.keys(JSON.parse(JSON.stringify(loggable(entry))) as object)).toEqual([
      'event',
      'code',
      'stage',
      'tookMs',
    ]);
  });

  it.each([
    'arn:aws:kms:eu-central-1:111122223333:key/x',
    'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY00',
    '/home/ada/key.bin',
    `${requestId}\n{"event":"forged"}`,
    '',
  ])('keeps no request id that could be something else: %s', (planted) => {
    expect(loggable({ event: 'row.ended', requestId: planted })).not.toHaveProperty('requestId');
  });

  it('keeps one line for each entry, with its time', () => {
    const lines: string[] = [];
    keepLog((line) => lines.push(line));
    log({ event: 'time.woke' });
    keepLog(() => undefined);
    expect(lines).toHaveLength(1);
    const { time, ...rest } = JSON.parse(lines[0] ?? '') as { time: string };
    expect(rest).toEqual({ event: 'time.woke' });
    expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(10_000);
  });
});
