import { describe, expect, it } from 'vitest';
import { isUncertain } from '../../../../../main/shared/unfinished';
import { runSteps, type RunStep, type RowState } from '../../../../../main/shared/views/aws';
import type { UnfinishedRunView } from '../../../../../main/shared/views/unfinished';
import {
  discardText,
  discardedText,
  existingRows,
  progressLine,
  unfinishedName,
} from '../../../../../renderer/words/resume-work/unfinished';
import { confirmRows, confirmText } from '../../../../../renderer/words/resume-work/unfinished-confirm';
import { removeText, unusableName, unusableText } from '../../../../../renderer/words/shell/unusable-notes';

const now = new Date('2026-11-25T12:00:00Z');

function work(
  states: Partial<Record<RunStep, RowState>> = {},
  more: Partial<UnfinishedRunView> = {},
): UnfinishedRunView {
  return {
    run: '00000000-0000-4000-8000-000000000000',
    job: 'create-and-import',
    accountId: '111122223333',
    region: 'eu-central-1',
    startedAt: '2026-11-25T09:30:00.000Z',
    rows: runSteps.map((step) => ({ step, state: states[step] ?? 'waiting' })),
    review: '0'.repeat(64),
    expiry: { kind: 'never' },
    isWrapped: false,
    alias: 'orders',
    receiverName: 'Bluescape',
    ...more,
  };
}

const keyArn = 'arn:aws:kms:eu-central-1:111122223333:key/1234';
const everything = Object.fromEntries(runSteps.map((step) => [step, 'done'])) as Record<RunStep, RowState>;
function omit<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  const copy = { ...value };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}
const valueOf = (view: UnfinishedRunView, label: string): string | undefined =>
  existingRows(view, now).find(([name]) => name === label)?.[1];

describe('unfinished work', () => {
  it('is called by its alias and its receiver, or by as much as is known', () => {
    const bare: UnfinishedRunView = omit(work(), 'alias', 'receiverName');
    expect(unfinishedName(work())).toBe('alias/orders for Bluescape');
    expect(unfinishedName({ ...bare, alias: 'orders' })).toBe('alias/orders');
    expect(unfinishedName({ ...bare, keyId: '1234' })).toBe('1234');
    expect(unfinishedName(bare)).toBe('A key');
    expect(unfinishedName({ ...bare, job: 'finish-import', keyId: '1234' })).toBe('Offline import into 1234');
  });

  it.each<readonly [UnfinishedRunView, RegExp]>([
    [work(), /^No key was created/],
    [work({ 'create-key': 'running' }), /created has to be looked up/],
    [work({ 'create-key': 'unknown' }), /created has to be looked up/],
    [work({ 'create-key': 'done' }, { keyArn }), /^The key exists; .* not imported yet/],
    [work({ 'create-key': 'done', import: 'running' }, { keyArn }), /imported has to be looked up/],
    [work({ 'create-key': 'done', import: 'done' }, { keyArn }), /^The key material is imported/],
    [work(everything, { keyArn }), /^Everything is done/],
    [work({ ...everything, 'create-key': 'skipped' }, { keyArn }), /^Everything is done/],
  ])('%# says in one line how far it got', (view, line) => {
    expect(progressLine(view)).toMatch(line);
  });

  it('calls what nobody saw an answer to uncertain, and a refusal not', () => {
    const { rows } = work({ 'create-key': 'running', import: 'unknown', 'create-alias': 'failed' });
    const uncertain = rows.filter(({ state }) => isUncertain(state)).map(({ step }) => step);
    expect(uncertain).toEqual(['create-key', 'import']);
  });

  it('says what exists, and leaves out what does not', () => {
    expect(valueOf(work(), 'Key ARN')).toBe('None is known');
    expect(valueOf(work({}, { keyArn }), 'Key ARN')).toBe(keyArn);
    expect(valueOf(work(), 'Alias')).toBe('alias/orders');
    expect(valueOf(work(), 'Import parameters')).toBeUndefined();
    expect(existingRows(work(), now).flat()).not.toContain(undefined);
  });

  it('says how long the import parameters live, as long as they matter', () => {
    const validTo = { parametersValidTo: '2026-11-26T09:30:00.000Z' };
    expect(valueOf(work({}, validTo), 'Import parameters')).toMatch(/^Valid until .*26 Nov 2026/);
    const over = { parametersValidTo: now.toISOString() };
    expect(valueOf(work({}, over), 'Import parameters')).toMatch(/^Expired/);
    expect(valueOf(work({ import: 'done' }, validTo), 'Import parameters')).toBeUndefined();
  });

  it('says whether there is a copy of the key material', () => {
    const kept = {
      kept: 'shares',
      restored: false,
      files: [{ name: 'share-1.txt', bytes: 900 }],
      madeAt: '2026-11-25T09:00:00.000Z',
      shares: { serial: '7F3A-91C2', threshold: 2, count: 3, custodians: ['Ada', 'Grace', 'Mei'] },
    } as const;
    expect(
      existingRows(work({}, { custody: kept }), now)
        .flat()
        .join(),
    ).toContain('7F3A-91C2');
    expect(existingRows(work({}, { custody: { kept: 'none' } }), now).length).toBeGreaterThan(
      existingRows(work(), now).length,
    );
  });
});

describe('work that is discarded', () => {
  it('says what becomes of its key: it stays, is deleted, never was, or is not known', () => {
    const texts = [
      discardText(work({ 'create-key': 'done' }, { keyArn }), false),
      discardText(work({ 'create-key': 'done' }, { keyArn }), true),
      discardText(work(), false),
      discardText(work({ 'create-key': 'unknown' }), false),
    ];
    expect(texts.map((text) => text.includes('stays as it is'))).toEqual([true, false, false, false]);
    expect(texts[1]).toMatch(/AWS is asked to delete the key/);
    expect(new Set(texts).size).toBe(4);
  });

  it('is not said to be gone while its note is there', () => {
    const deletionAt = '2026-12-25T12:00:00.000Z';
    expect(discardedText({ isForgotten: true })).toBe('This work is no longer listed.');
    expect(discardedText({ isForgotten: true }, 'arn:aws:kms:eu-central-1:111122223333:key/1')).toMatch(
      /^This work is no longer listed\. The key stays in your AWS account, .*: arn:aws:kms:/,
    );
    const still = discardedText({ isForgotten: false, deletionAt });
    expect(still).toMatch(/will be listed again\. .*AWS will delete the key on .*25 Dec 2026/);
    expect(still).not.toMatch(/no longer listed/);
  });
});

describe('notes that cannot be used', () => {
  const reasons = [
    'damaged',
    'newer-version',
    'unreadable',
    'not-a-file',
    'changed',
    'folder-unreadable',
  ] as const;

  it('are each told with a reason of their own, and with what to do', () => {
    const texts = reasons.map((reason) => unusableText({ note: 'one', of: 'run', reason }));
    expect(new Set(texts).size).toBe(reasons.length);
    expect(texts[0]).toMatch(/damaged.*keyferry:ceremony/);
    expect(texts[1]).toMatch(/newer version.*Install that version/);
    expect(texts[4]).toMatch(/changed by somebody or something other than Keyferry/);
  });

  it('are named as they are on the disk, and removed with a word on what that means', () => {
    expect(unusableName({ note: 'one', of: 'run', reason: 'damaged' })).toBe('one.state');
    expect(unusableName({ note: '', of: 'offline', reason: 'folder-unreadable' })).toMatch(/folder/);
    const texts = (['run', 'offline'] as const).flatMap((of) =>
      reasons.map((reason) => removeText({ note: 'one', of, reason })),
    );
    expect(texts.every((text) => text.startsWith('Keyferry forgets this work. '))).toBe(true);
    expect(removeText({ note: 'one', of: 'run', reason: 'newer-version' })).toMatch(/newer version cannot/);
    expect(removeText({ note: 'one', of: 'run', reason: 'damaged' })).toMatch(/Nothing in AWS is changed/);
  });
});

describe('a note that nothing proves', () => {
  const planned = {
    receiver: { preset: 'other', name: 'Orders Inc', accountId: '444455556666', needsGrants: true },
    description: '',
    tags: [{ key: 'owner', value: 'security' }],
    administrators: ['arn:aws:iam::111122223333:role/Admin'],
    users: [],
    multiRegion: false,
    ceremonyTag: { key: 'keyferry:ceremony', value: 'abc' },
    statements: [],
    policyJson: '{}',
  } as const;

  it('shows each of its facts, so that all of them can be compared', () => {
    const rows = confirmRows(
      work({}, { planned, keyId: '1234', chosenKeyId: '5678', expiry: { kind: 'never' } }),
    );
    const text = rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    for (const part of [
      'Key ID: 1234',
      'Chosen key: 5678',
      'Receiver: Orders Inc',
      'Account of the receiver: 444455556666',
      'Key administrators: arn:aws:iam::111122223333:role/Admin',
      'Key users: None',
      'Tags: owner = security, keyferry:ceremony = abc',
      'Multi-Region key: No',
      'Key material expires: Never',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says why, in each case, and what to do', () => {
    const reasons = ['no-keychain', 'no-mac', 'other-key', 'earlier-version'] as const;
    const texts = reasons.map((reason) => confirmText('create-and-import', reason));
    expect(new Set(texts).size).toBe(reasons.length);
    expect(texts.every((text) => text.includes('discard this work'))).toBe(true);
    expect(confirmText('wrap-offline', 'no-keychain')).toMatch(/fingerprint of the wrapping key/);
  });
});
