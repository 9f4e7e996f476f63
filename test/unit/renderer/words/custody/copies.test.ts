import { describe, expect, it } from 'vitest';
import type { CopyKey, CustodyView } from '../../../../../main/shared/views/custody';
import { limits } from '../../../../../main/shared/limits';
import {
  checkValueGroups,
  copyKeyLine,
  custodyRows,
  missingNumbersLine,
  sharesAtHandLine,
} from '../../../../../renderer/words/custody/copies';
import { announceCopy } from '../../../../../renderer/words/custody/copy-intake';
import { rehearsalText } from '../../../../../renderer/words/rehearse-restore/rehearse';
import { rowLines } from '../../../../../renderer/words/shell/rows';
import {
  foundSealed,
  foundShares,
  recordView,
  rehearsalView,
  restoredCustody,
  sealedCopy,
  sealedCustody,
  sharedCopy,
  sharedCustody,
} from '../../views';

const shares = foundShares.shares ?? { serial: '', threshold: 0, count: 0, have: [], heldUntil: '' };

describe('the key of a copy', () => {
  it.each<[CopyKey, string]>([
    [sealedCopy.key, 'alias/orders in account 111122223333, Region eu-central-1'],
    [{ keyId: 'k-1', region: 'eu-west-1' }, 'k-1 in Region eu-west-1'],
    [{ keyArn: 'arn:1' }, 'arn:1'],
    [{ accountId: '111122223333' }, 'A key in account 111122223333'],
    [{}, 'Not stated in the copy'],
  ])('%j is %s', (key, line) => {
    expect(copyKeyLine(key)).toBe(line);
  });
});

describe('shares at hand', () => {
  const have = (...numbers: readonly number[]) => ({
    ...shares,
    have: numbers.map((number) => ({ number, custodian: `c${number}` })),
  });

  it.each([
    [have(2), '1 of the 2 needed is here', 'Shares 1, 3'],
    [have(1, 3), '2 of the 2 needed are here', 'Share 2'],
    [have(1, 2, 3), '3 are here, and 2 are needed', undefined],
  ])('are counted, and those that are missing are named (%#)', (found, counted, missing) => {
    expect(sharesAtHandLine(found)).toBe(counted);
    expect(missingNumbersLine(found)).toBe(missing);
  });

  it('are announced with those that are missing', () => {
    expect(announceCopy(foundShares)).toContain('2 of the 2 needed are here. Not at hand: Share 2.');
    expect(announceCopy(foundSealed)).toContain('passphrase');
  });
});

describe('what became of the key material', () => {
  const lines = (custody: CustodyView) => rowLines(custodyRows(custody, 'UTC')).join('\n');

  it('is a copy, how it was proved, where it is and when it was made', () => {
    expect(lines(sealedCustody)).toBe(
      [
        'Copy: Sealed with a passphrase; read back, opened again and compared before the key material was used',
        'Copy made: Mon, 23 Nov 2026, 13:30 UTC',
      ].join('\n'),
    );
  });

  it('says of a copy for recipients that nobody tried one of their identities (audit 13)', () => {
    const forRecipients = { ...sealedCustody, kept: 'recipients' } as const;
    expect(lines(forRecipients)).toContain('; not with an identity of a recipient, as nobody had one here');
    expect(lines({ ...forRecipients, restored: true })).not.toContain('not with an identity');
  });

  it('names set and custodians of shares', () => {
    const said = lines(sharedCustody);
    expect(said).toContain('Share set: 7F3A-91C2: any 2 of 3 shares restore the key material');
    expect(said).toContain('Custodians: Alice, Bob, Carol');
  });

  it('says of a restored copy that it was the source, and whose shares were there', () => {
    expect(lines({ ...sealedCustody, restored: true })).toContain('the key material was restored from it');
    expect(lines(restoredCustody)).toContain('Shares brought by: Alice, Carol');
    expect(lines(restoredCustody)).not.toMatch(/Custodians|read back/);
  });

  it('says plainly when there is none', () => {
    expect(lines({ kept: 'none' })).toBe('Copy: No copy was kept: confirmed by typing “no copy”');
  });
});

describe('the result of a rehearsal', () => {
  const texts = [
    rehearsalText(rehearsalView, recordView, 'UTC'),
    rehearsalText({ ...rehearsalView, copy: sharedCopy }, undefined, 'UTC'),
  ];

  it('says what was opened, what it was compared with, and that nothing was changed', () => {
    expect(texts[0]?.split('\n')).toEqual(
      expect.arrayContaining([
        'Check value: 0123456789abcdef',
        'Rehearsed: Tue, 23 Nov 2027, 09:00 UTC',
        'Copy: Sealed with a passphrase',
        'Made for: alias/orders in account 111122223333, Region eu-central-1',
        'Tag of the key: keyferry:ceremony = c-1',
        'Key material: Symmetric key material, 32 bytes',
        'Record: Key hand-over orders.json',
        'AWS: Not touched, nothing was changed',
        `- orders.age, 1408 bytes, SHA-256 ${'a9'.repeat(32)}`,
      ]),
    );
    expect(texts[1]).toContain('Record: Check value typed in');
    expect(texts[1]).toContain('Shares brought by: Alice, Carol');
  });

  it.each(texts)('holds no gap, and fits the clipboard verb (%#)', (text) => {
    expect(text).not.toMatch(/undefined|null|NaN|Invalid Date|\$\{|: \n/);
    expect(text.length).toBeLessThanOrEqual(limits.maxCopiedTextChars);
  });
});

describe('a check value', () => {
  it('is shown in groups', () => {
    expect(checkValueGroups('0123456789abcdef')).toBe('0123 4567 89ab cdef');
  });
});
