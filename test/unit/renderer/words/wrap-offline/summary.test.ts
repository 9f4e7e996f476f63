import { describe, expect, it } from 'vitest';
import { limits } from '../../../../../main/shared/limits';
import type { SavedView } from '../../../../../main/shared/views/saved';
import {
  consoleSteps,
  refusedRequestsLine,
  whereaboutsLine,
} from '../../../../../renderer/words/wrap-offline/saved';
import { savedFileWords } from '../../../../../renderer/words/wrap-offline/saved-files';
import { summaryText } from '../../../../../renderer/words/wrap-offline/summary';
import {
  parametersView,
  restoredCustody,
  savedView,
  sealedCustody,
  sharedCustody,
  without,
} from '../../views';

const ownKey: SavedView = {
  ...savedView,
  source: 'file',
  material: { kind: 'rsa-private-key', lengthBytes: 1218, keyName: 'RSA 2048' },
  parameters: {
    ...parametersView,
    keyArn: `arn:aws:kms:eu-central-1:111122223333:key/${parametersView.keyId ?? ''}`,
    region: 'eu-central-1',
    accountId: '111122223333',
  },
};
const unknown: SavedView = { ...savedView, parameters: without(parametersView, 'keyId', 'validTo') };
const shared: SavedView = { ...savedView, source: 'restored', custody: restoredCustody };
const all: readonly SavedView[] = [savedView, ownKey, unknown, shared];

describe('the summary', () => {
  it('states what a record needs', () => {
    const lines = summaryText(savedView, 'UTC').split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Key ID: 5f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03',
        'Wrapping key: RSA_4096',
        `Wrapping key fingerprint (SHA-256): ${parametersView.fingerprint.hex}`,
        'Wrapping algorithm: RSAES_OAEP_SHA_256',
        'Import by: Tue, 24 Nov 2026, 10:54 UTC',
        'Key material: Symmetric key material, 32 bytes',
        'Source: generated on this computer',
        'Check value: 0123456789abcdef',
        'Unprotected copy saved: no',
        `- EncryptedKeyMaterial.bin, 512 bytes, SHA-256 ${'ab'.repeat(32)}`,
      ]),
    );
  });

  it('names account and Region where they are known, and leaves out what is not', () => {
    const text = summaryText(ownKey, 'UTC');
    expect(text).toContain('AWS account: 111122223333');
    expect(text).toContain('Key material: RSA 2048 private key, 1218 bytes');
    expect(summaryText(savedView)).not.toContain('AWS Region:');
  });

  it('says what became of the key material', () => {
    expect(summaryText(savedView)).toContain('Copy: No copy was kept: confirmed by typing “no copy”');
    const sealed = summaryText({ ...savedView, custody: sealedCustody }, 'UTC');
    expect(sealed).toContain('Copy made: Mon, 23 Nov 2026, 13:30 UTC');
    expect(sealed).toContain(`\n- orders.age, 1408 bytes, SHA-256 ${'a9'.repeat(32)}\n`);
    expect(summaryText(shared)).toContain('Source: restored from a copy');
    expect(summaryText(shared)).toContain('Shares brought by: Alice, Carol');
  });

  it('says what the files do not', () => {
    const text = summaryText(unknown);
    expect(text).toContain('Key ID: not stated in the files');
    expect(text).toContain('Import by: within 24 hours of the download');
  });

  it('lists a plain export without a digest', () => {
    const file = { name: 'PlaintextKeyMaterial.bin', bytes: 32 };
    const exported = { ...savedView, plaintextExported: true, files: [...savedView.files, file] };
    expect(summaryText(exported)).toContain('\n- PlaintextKeyMaterial.bin, 32 bytes\n');
    expect(summaryText(exported)).toContain('Unprotected copy saved: yes');
  });

  it.each(all)('holds no gap, and fits the clipboard verb (%#)', (saved) => {
    const text = summaryText(saved);
    expect(text).not.toMatch(/undefined|null|NaN|Invalid Date|\$\{/);
    expect(text.length).toBeLessThanOrEqual(limits.maxCopiedTextChars);
  });
});

describe('the steps in the AWS console', () => {
  it('name the key, the place and the deadline', () => {
    const steps = consoleSteps(ownKey, 'UTC').join('\n');
    expect(steps).toContain('in account 111122223333 and switch to the AWS Region eu-central-1');
    expect(steps).toContain(`the key with Key ID ${parametersView.keyId ?? ''}`);
    expect(steps).toContain('by Tue, 24 Nov 2026, 10:54 UTC');
  });

  it('do without what is not known', () => {
    const steps = consoleSteps(unknown).join('\n');
    expect(steps).toContain('within 24 hours of the download');
    expect(steps).not.toMatch(/undefined|null/);
  });
});

describe('the last screen', () => {
  it.each([
    [0, 'No network request was attempted'],
    [1, '1 network request was attempted'],
    [2, '2 network requests were attempted'],
  ])('counts %i refused requests', (count, words) => {
    expect(refusedRequestsLine(count)).toContain(words);
  });

  it.each<[Partial<SavedView>, RegExp]>([
    [{}, /only in its wrapped form/],
    [{ plaintextExported: true }, /in PlaintextKeyMaterial\.bin\.$/],
    [{ source: 'file' }, /in your own file\.$/],
    [{ custody: sealedCustody }, /in your sealed copy\.$/],
    [{ custody: sharedCustody, plaintextExported: true }, /in the shares.* and in Plaintext/],
    [{ source: 'file', custody: sealedCustody }, /in your own file and in your sealed copy/],
  ])('never says that the key material is gone while there is a copy of it (%#)', (change, words) => {
    expect(whereaboutsLine({ ...savedView, ...change })).toMatch(words);
  });

  it('explains each file that the job saves', () => {
    const names = [...savedView.files.map(({ name }) => name), 'PlaintextKeyMaterial.bin'];
    expect(new Set(names.map(savedFileWords)).size).toBe(names.length);
    expect(names.map(savedFileWords)).not.toContain('');
  });
});
