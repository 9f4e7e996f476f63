import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CopyFacts } from '../../main/vault/copies/copy-document';
import { Secret } from '../../main/vault/secret';
import { readShare, shareText } from '../../main/vault/shares/share-text';
import { combineShares, splitSecret, type Share } from '../../main/vault/shares/shares';
import { factsOf, hexOf, wholeKey } from '../fixtures/shares';

const names = ['Alice', 'Bob', 'Carol'];

async function split(facts: Partial<CopyFacts> = { key: wholeKey }) {
  const material = randomBytes(32);
  const secret = Secret.take(Uint8Array.from(material));
  const shares = await splitSecret(secret, { threshold: 2, custodians: names }, factsOf(material, facts));
  return { material, shares };
}

/** Writes the share to its file and reads it again, so that its checksum is right for its contents. */
function throughFile(share: Share): Share {
  const read = readShare(shareText(share), 'x.txt');
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

const rewritten: readonly (readonly [string, (share: Share) => Share, string, string])[] = [
  ['Account', (share) => withKey(share, { accountId: '999988887777' }), wholeKey.accountId, '999988887777'],
  [
    'Key ARN',
    (share) => withKey(share, { keyArn: wholeKey.keyArn.replace('111122223333', '999988887777') }),
    wholeKey.keyArn,
    wholeKey.keyArn.replace('111122223333', '999988887777'),
  ],
  ['Region', (share) => withKey(share, { region: 'us-gov-east-1' }), wholeKey.region, 'us-gov-east-1'],
  ['Ceremony', (share) => withKey(share, { ceremony: 'another' }), wholeKey.ceremony, 'another'],
  [
    'Made',
    (share) => withFacts(share, { madeAt: '2020-01-01T00:00:00.000Z' }),
    '2026-11-24T09:30:00.000Z',
    '2020-01-01T00:00:00.000Z',
  ],
  ['Made by', (share) => withFacts(share, { madeBy: 'Keyferry 9.9.9' }), 'Keyferry 0.1.0', 'Keyferry 9.9.9'],
  ['Practice', (share) => withFacts(share, { practice: true }), '', 'yes'],
  ['Needed', (share) => ({ ...share, set: { ...share.set, threshold: 3 } }), 'any 2', 'any 3'],
  ['Share', (share) => ({ ...share, set: { ...share.set, count: 4 } }), 'of 3', 'of 4'],
];

const withFacts = (share: Share, facts: Partial<CopyFacts>): Share => ({
  ...share,
  facts: { ...share.facts, ...facts },
});
const withKey = (share: Share, key: Partial<CopyFacts['key']>): Share =>
  withFacts(share, { key: { ...share.facts.key, ...key } });

describe('shares of which one custodian rewrote what is in clear', () => {
  it.each(rewritten)('are refused with both sides: %s (audit 6)', async (line, rewrite, honest, changed) => {
    for (const victim of [0, 1, 2]) {
      const { material, shares } = await split();
      const brought = shares
        .map((share, index) => (index === victim ? rewrite(share) : share))
        .map(throughFile);
      const before = brought.map(({ digits }) => hexOf(digits));
      const result = await combineShares(brought);
      expect(result).toMatchObject({
        ok: false,
        error: {
          code: 'copy.sharesDisagree',
          facts: { line, number: victim + 1, custodian: names[victim], value: changed, otherValue: honest },
        },
      });
      expect(brought.map(({ digits }) => hexOf(digits))).toEqual(before);
      const others = await combineShares(brought.filter((_, index) => index !== victim));
      expect(others.ok && hexOf(others.value.secret)).toBe(material.toString('hex'));
    }
  });

  it('name both of two, where nobody can tell which of them is right (audit 6)', async () => {
    const { shares } = await split();
    const [first, second] = shares;
    if (!first || !second) throw new Error('no shares');
    const changed = withKey(first, { accountId: '999988887777' });
    expect(await combineShares([changed, second])).toMatchObject({
      error: {
        facts: {
          line: 'Account',
          number: 1,
          custodian: 'Alice',
          value: '999988887777',
          otherNumber: 2,
          otherCustodian: 'Bob',
          otherValue: wholeKey.accountId,
        },
      },
    });
  });

  it('are refused where one number has two names', async () => {
    const { shares } = await split();
    const [first, second] = shares;
    if (!first || !second) throw new Error('no shares');
    const renamed = { ...first, custodian: 'Mallory' };
    expect(await combineShares([first, renamed, second])).toMatchObject({
      error: { code: 'copy.sharesDisagree', facts: { line: 'Custodian', number: 1 } },
    });
  });

  it('combine where only a typist’s capitals and spaces differ', async () => {
    const { material, shares } = await split();
    const [first, second] = shares;
    if (!first || !second) throw new Error('no shares');
    const typed = shareText(first).slice();
    const text = new TextDecoder()
      .decode(typed)
      .replace('Made by: Keyferry 0.1.0', 'made BY:  KEYFERRY  0.1.0');
    const read = readShare(new TextEncoder().encode(text), 'typed.txt');
    if (!read.ok) throw new Error(read.error.code);
    const combined = await combineShares([read.value, throughFile(second)]);
    expect(combined.ok && hexOf(combined.value.secret)).toBe(material.toString('hex'));
  });
});
