import { describe, expect, it } from 'vitest';
import { receiverStatements } from '../../../../../main/aws/policy/key-policy';
import { receiverPolicyText } from '../../../../../main/aws/policy/receiver-statement';
import { compactJson } from '../../../../../renderer/words/printed/hand-over-paper';
import { exceptionText } from '../../../../../renderer/words/printed/recorded-exceptions';
import { copyLine, recordedText } from '../../../../../renderer/words/printed/recorded';
import { longRecord, ordinaryRecord } from '../../../../fixtures/printed-documents';

describe('the words of a printed document', () => {
  it('write an instant with its offset and in UTC, with both days where they differ', () => {
    expect(recordedText({ utc: '2026-03-04T10:02:03.000Z', local: '2026-03-04T11:02:03.000+01:00' })).toBe(
      '2026-03-04 11:02:03 +01:00 (10:02:03 UTC)',
    );
    expect(recordedText({ utc: '2026-03-04T23:30:00.000Z', local: '2026-03-05T05:00:00.000+05:30' })).toBe(
      '2026-03-05 05:00:00 +05:30 (2026-03-04 23:30:00 UTC)',
    );
    expect(recordedText({ utc: '2026-03-04T10:02:03.000Z', local: '2026-03-04T10:02:03.000+00:00' })).toBe(
      '2026-03-04 10:02:03 UTC',
    );
    expect(recordedText({ utc: '2026-03-04T03:02:03.000Z', local: '2026-03-03T22:02:03.000-05:00' })).toBe(
      '2026-03-03 22:02:03 -05:00 (2026-03-04 03:02:03 UTC)',
    );
  });

  it.each([true, false])(
    'give the IAM policy on fewer lines, and the same JSON (grants: %s)',
    (needsGrants) => {
      const json = receiverPolicyText(
        'arn:aws:kms:eu-central-1:111122223333:key/x',
        receiverStatements(
          { account: { accountId: '444455556666', needsGrants }, statements: [] },
          { partition: 'aws' },
          'receiver',
        ),
      );
      const compact = compactJson(json);
      expect(JSON.parse(compact)).toEqual(JSON.parse(json));
      expect(compact.split('\n').length).toBeLessThan(json.split('\n').length * 0.65);
    },
  );

  it('name each exception in a sentence of its own', () => {
    const texts = longRecord.exceptions === 'none' ? [] : longRecord.exceptions.map(exceptionText);
    expect(texts.length).toBeGreaterThan(10);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => !/^[A-Z].*\.$/s.test(text))).toEqual([]);
  });

  it('say of shares that they were put together, and of a file that it was opened', () => {
    const { custody } = ordinaryRecord;
    if (!('files' in custody)) throw new Error('no copy');
    expect(copyLine(custody)).toContain('opened again');
    expect(copyLine({ ...custody, kept: 'shares' })).toContain('put together again');
    expect(copyLine({ ...custody, kept: 'recipients' })).toContain('; not with an identity of a recipient');
    expect(copyLine({ ...custody, restored: true })).toContain('existed before');
  });
});
