import { describe, expect, it } from 'vitest';
import { readRelease } from '../../../main/releases/read-release';
import { bytesOf, ed25519, goodCard, jwkOf, signByHand } from '../../helpers/receiver-cards';
import { goodRelease, releaseSigner, releaseSignerX, signedRelease } from '../../helpers/release-files';

const file = { format: 'keyferry-release', formatVersion: 1, ...goodRelease };
const jwk = jwkOf(releaseSigner.publicKey);

const signed = (payload: unknown, header: Record<string, unknown> = { alg: 'EdDSA', jwk }): string =>
  JSON.stringify(signByHand(bytesOf(payload), releaseSigner.privateKey, header));

async function faultOf(text: string | Uint8Array): Promise<string> {
  const read = await readRelease(Buffer.from(text), releaseSignerX);
  return read.ok ? 'none' : read.error.code;
}

describe('a release file', () => {
  it('is read as it was made', async () => {
    expect(await readRelease(Buffer.from(await signedRelease()), releaseSignerX)).toEqual({
      ok: true,
      value: file,
    });
    expect(await faultOf(signed(file))).toBe('none');
  });

  it('is refused when any byte of it is another', async () => {
    const good = JSON.parse(await signedRelease()) as Record<'payload' | 'protected' | 'signature', string>;
    const codes = new Set<string>();
    for (const field of ['payload', 'protected', 'signature'] as const) {
      const bytes = Buffer.from(good[field], 'base64url');
      for (let at = 0; at < bytes.length; at += 5) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
        codes.add(await faultOf(JSON.stringify({ ...good, [field]: changed.toString('base64url') })));
      }
    }
    // A header that is changed may name another key, or none.
    expect([...codes].sort()).toEqual(['release.changed', 'release.notSigned']);
  });

  it('is refused when somebody else signed it, with the own key in it', async () => {
    const other = ed25519();
    const header = { alg: 'EdDSA', jwk: jwkOf(other.publicKey) };
    const theirs = JSON.stringify(signByHand(bytesOf(file), other.privateKey, header));
    expect(await faultOf(theirs)).toBe('release.notSigned');
    const named = JSON.stringify(signByHand(bytesOf(file), other.privateKey, { alg: 'EdDSA', jwk }));
    expect(await faultOf(named)).toBe('release.changed');
  });

  it.each([
    ['no signature', JSON.stringify(file), 'release.notSigned'],
    ['alg none', signed(file, { alg: 'none', jwk }), 'release.notSigned'],
    ['HS256', signed(file, { alg: 'HS256', jwk }), 'release.notSigned'],
    ['no key', signed(file, { alg: 'EdDSA' }), 'release.notSigned'],
    ['a key to fetch', signed(file, { alg: 'EdDSA', jwk, jku: 'https://x.example' }), 'release.notSigned'],
    ['half of its signature', signed(file).replace(/"signature":"[^"]{40}/, '"signature":"'), 'any'],
    ['no JSON', 'version 0.2.1', 'release.notARelease'],
    ['nothing in it', '', 'release.notARelease'],
    ['a list', '[1]', 'release.notARelease'],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'release.notARelease'],
    ['brackets without end', '['.repeat(100_000), 'release.notARelease'],
    ['a field twice around it', signed(file).replace('{', '{"payload":"e30",'), 'release.notARelease'],
    ['a JSON file of another kind', JSON.stringify(goodCard), 'release.notARelease'],
    ['a receiver card that the same key signed', signed(goodCard), 'release.notARelease'],
    ['a form that comes later', signed({ ...file, formatVersion: 2, more: 1 }), 'release.newFormat'],
  ])('is refused with %s', async (_what, text, code) => {
    const fault = await faultOf(text);
    if (code === 'any') expect(fault).toMatch(/^release\.(changed|notSigned)$/);
    else expect(fault).toBe(code);
  });

  it('is refused with a field twice in what was signed', async () => {
    const twice = JSON.stringify(file).replace('{', '{"version":"9.9.9",');
    const text = signByHand(Buffer.from(twice), releaseSigner.privateKey, { alg: 'EdDSA', jwk });
    expect(await faultOf(JSON.stringify(text))).toBe('release.notARelease');
  });

  it.each([
    ['a version that is none', { version: '1.0' }],
    ['a day that is none', { date: '2026-02-31' }],
    ['a field that nobody knows', { more: 1 }],
    ['a list that begins with another version', { releases: goodRelease.releases.slice(1) }],
    ['a list out of order', { releases: [...goodRelease.releases].toSpliced(1, 2, ...goodRelease.releases) }],
    ['a line that turns around', { releases: [{ ...goodRelease.releases[0], grave: ['a\u202Eb'] }] }],
    ['a line in two', { releases: [{ ...goodRelease.releases[0], mends: ['a\nb'] }] }],
    ['a long line', { releases: [{ ...goodRelease.releases[0], mends: ['x'.repeat(401)] }] }],
  ])('is refused with %s, whoever signed it', async (_what, change) => {
    expect(await faultOf(signed({ ...file, ...change }))).toBe('release.notARelease');
  });
});
