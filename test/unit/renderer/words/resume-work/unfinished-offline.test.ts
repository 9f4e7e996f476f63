import { describe, expect, it } from 'vitest';
import { offlineStates, type UnfinishedOfflineView } from '../../../../../main/shared/views/unfinished';
import { discardText, standLine, unfinishedName } from '../../../../../renderer/words/resume-work/unfinished';
import { canResumeOffline } from '../../../../../main/shared/unfinished';
import { offlineRows } from '../../../../../renderer/words/resume-work/unfinished-offline';

const now = new Date('2026-11-25T12:00:00Z');
const bare: UnfinishedOfflineView = {
  run: '00000000-0000-4000-8000-000000000000',
  job: 'wrap-offline',
  startedAt: '2026-11-25T09:30:00.000Z',
  state: 'copying',
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  fingerprint: '0a'.repeat(32),
};
const custody = {
  kept: 'passphrase',
  restored: false,
  files: [{ name: 'orders.age', bytes: 900 }],
  madeAt: '2026-11-25T09:31:00.000Z',
} as const;
const copied: UnfinishedOfflineView = {
  ...bare,
  state: 'copied',
  keyId: '1234',
  custody,
  parametersValidTo: '2026-11-26T09:30:00.000Z',
};

describe('the offline job that stopped on the way', () => {
  it('is called by its key, where that is known', () => {
    expect(unfinishedName(copied)).toBe('Wrapping offline for key 1234');
    expect(unfinishedName(bare)).toBe('Wrapping offline');
  });

  it.each<readonly [UnfinishedOfflineView, RegExp]>([
    [bare, /^It is not known whether the copy was saved/],
    [
      { ...bare, custody },
      /^It is not known whether another copy was saved.* Copy: sealed with a passphrase\.$/,
    ],
    [copied, /^The copy .* nothing is wrapped yet\. Copy: .* valid until .*26 Nov 2026.*\.$/],
    [{ ...copied, state: 'wrapping' }, /^It is not known whether the wrapped files were saved/],
    [
      { ...copied, state: 'saved', folderName: 'STICK' },
      /^The files are saved in the folder STICK;.*shown\.$/,
    ],
  ])('%# says in one line how far it got', (work, line) => {
    expect(standLine(work, now)).toMatch(line);
    expect(standLine(work, now)).not.toContain('\n');
  });

  it('says in one line that its parameters have expired, and what stays', () => {
    const later = new Date('2026-11-27T12:00:00Z');
    expect(standLine(copied, later)).toBe(
      'The import parameters have expired: a new ImportParameters.zip is needed; the copy stays good. Copy: sealed with a passphrase.',
    );
    const noCopy: UnfinishedOfflineView = { ...copied, custody: { kept: 'none' } };
    expect(standLine(noCopy, later)).not.toContain('copy');
  });

  it('can be gone on with while its parameters live and its files are not saved', () => {
    const works = offlineStates.map((state) => ({ ...copied, state }));
    expect(works.filter((work) => canResumeOffline(work, now)).map(({ state }) => state)).toEqual([
      'copying',
      'copied',
      'wrapping',
    ]);
    expect(canResumeOffline(copied, new Date('2026-11-26T09:30:00Z'))).toBe(false);
    expect(canResumeOffline(bare, now)).toBe(true);
  });

  it('says what is known, and leaves out what is not', () => {
    expect(offlineRows(bare).map(([label]) => label)).toEqual(['Key ID', 'Wrapping algorithm', 'Started']);
    expect(offlineRows(copied).flat()).toContain('orders.age');
    const code = '7F3A 91C2 0KMX 4TQZ';
    expect(offlineRows({ ...copied, state: 'saved', transferCode: code })).toContainEqual([
      'Transfer code',
      code,
    ]);
    expect(
      offlineRows({ ...bare, custody: { kept: 'none' } })
        .flat()
        .join(),
    ).toMatch(/No copy was kept/);
  });

  it('says what discarding leaves behind', () => {
    expect(discardText(copied, false)).toMatch(/copy .* stays where you saved it/);
    expect(discardText(bare, false)).not.toMatch(/copy/);
  });
});
