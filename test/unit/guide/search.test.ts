import { describe, expect, it } from 'vitest';
import { readGuide } from '../../../build/guide.mjs';
import { createSearch } from '../../../renderer/guide/search';

const search = createSearch(await readGuide());

describe('the search of the help', () => {
  it.each([
    ['passphrase', 'keep-a-copy#a-sealed-copy'],
    [
      'IncorrectKeyMaterialException',
      'troubleshooting#aws-opened-the-key-material-and-does-not-take-it-for-this-key',
    ],
    ['incorrectkeymaterial', 'troubleshooting#aws-opened-the-key-material-and-does-not-take-it-for-this-key'],
    ['kms.expiredImportToken', 'troubleshooting#the-import-token-has-expired'],
    ['ARN alias hand', 'hand-over'],
    ['transfer CODE', 'finish-import'],
  ])('finds “%s” at %s', (words, place) => {
    expect(search(words).map(({ to }) => to)).toContain(place);
  });

  it('puts titles first', () => {
    expect(search('rehearse')[0]?.to).toBe('rehearse');
    expect(search('custodian')[0]?.to).toBe('custodian');
  });

  it('wants every word, and finds nothing for none', () => {
    expect(search('passphrase zebra')).toEqual([]);
    expect(search('  ')).toEqual([]);
  });

  it('shows some words around what it found', () => {
    const found = search('cloudshell').find(({ to }) => to.startsWith('sign-in'));
    expect(found?.excerpt.toLowerCase()).toContain('cloudshell');
    expect(found?.excerpt.length).toBeLessThan(160);
  });
});
