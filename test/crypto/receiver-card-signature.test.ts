import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCard } from '../../main/receivers/make-card';
import { readCard } from '../../main/receivers/read-card';
import { thumbprintOf } from '../../main/receivers/card-signature';
import { bytesOf, ed25519, goodCard, jwkOf, signByHand } from '../helpers/receiver-cards';

const { publicKey, privateKey } = ed25519();
const jwk = jwkOf(publicKey);
const header = { alg: 'EdDSA', jwk };
const good = signByHand(bytesOf(goodCard), privateKey, header);

async function faultOf(file: unknown): Promise<string> {
  const read = await readCard(bytesOf(file));
  if (read.ok) return 'none';
  const { code, facts = {} } = read.error;
  return [code, ...Object.values(facts)].join(' ');
}

describe('a signed receiver card', () => {
  it('is read, and says who signed it', async () => {
    const read = await readCard(bytesOf(good));
    expect(read).toEqual({
      ok: true,
      value: { card: goodCard, thumbprint: thumbprintOf({ x: String(jwk['x']) }) },
    });
  });

  it('is what the card maker makes', async () => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const made = await makeCard(goodCard, pem);
    if (!made.ok) throw new Error(made.error.code);
    const read = await readCard(Buffer.from(made.value.text, 'utf8'));
    expect(read.ok && read.value).toEqual({ card: goodCard, thumbprint: made.value.thumbprint });
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    await expect(
      makeCard(goodCard, rsa.export({ type: 'pkcs8', format: 'pem' }).toString()),
    ).rejects.toThrow();
  });

  it('has the thumbprint of RFC 8037, appendix A.3', () => {
    const print = thumbprintOf({ x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' });
    expect(Buffer.from(print).toString('base64url')).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('is refused when any byte of it is another', async () => {
    for (const field of ['payload', 'protected', 'signature'] as const) {
      const bytes = Buffer.from(good[field], 'base64url');
      for (let at = 0; at < bytes.length; at += 7) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
        expect(await faultOf({ ...good, [field]: changed.toString('base64url') })).toMatch(
          /^card\.signature/,
        );
      }
    }
  });

  it('is refused when somebody else signed it', async () => {
    const other = ed25519();
    expect(await faultOf(signByHand(bytesOf(goodCard), other.privateKey, header))).toBe('card.signature');
  });

  it.each([
    ['alg none', { alg: 'none', jwk }, 'card.signatureForm algorithm none'],
    ['no alg', { jwk }, 'card.signatureForm algorithm undefined'],
    ['HS256', { alg: 'HS256', jwk }, 'card.signatureForm algorithm HS256'],
    ['ES256', { alg: 'ES256', jwk }, 'card.signatureForm algorithm ES256'],
    ['another spelling', { alg: 'eddsa', jwk }, 'card.signatureForm algorithm eddsa'],
    ['crit', { ...header, crit: ['exp'], exp: 1 }, 'card.signatureForm header crit'],
    ['unencoded payload', { ...header, crit: ['b64'], b64: false }, 'card.signatureForm header crit'],
    ['jku', { ...header, jku: 'https://example.com/keys' }, 'card.signatureForm header jku'],
    ['x5u', { ...header, x5u: 'https://example.com/cert' }, 'card.signatureForm header x5u'],
    ['x5c', { ...header, x5c: [] }, 'card.signatureForm header x5c'],
    ['kid', { ...header, kid: '1' }, 'card.signatureForm header kid'],
    ['no key', { alg: 'EdDSA' }, 'card.signatureForm key'],
    ['a private key', { alg: 'EdDSA', jwk: privateKey.export({ format: 'jwk' }) }, 'card.signatureForm key'],
    ['a key of another curve', { alg: 'EdDSA', jwk: { ...jwk, crv: 'Ed448' } }, 'card.signatureForm key'],
    ['a key with a name', { alg: 'EdDSA', jwk: { ...jwk, kid: '1' } }, 'card.signatureForm key'],
    ['a short key', { alg: 'EdDSA', jwk: { ...jwk, x: 'AAAA' } }, 'card.signatureForm key'],
  ])('is refused with %s in its header', async (_what, asked, fault) => {
    expect(await faultOf(signByHand(bytesOf(goodCard), privateKey, asked))).toBe(fault);
  });

  it.each([
    ['a header that says alg twice', `{"alg":"EdDSA","alg":"EdDSA","jwk":${JSON.stringify(jwk)}}`],
    ['a header that is no JSON', 'EdDSA'],
    ['a header that is a list', '[]'],
  ])('is refused with %s', async (_what, text) => {
    expect(await faultOf(signByHand(bytesOf(goodCard), privateKey, text))).toMatch(/^card\.signatureForm/);
  });

  it('is refused with an unprotected header, a part that is missing, or base64url that is not exact', async () => {
    const padded = { ...good, signature: `${good.signature}=` };
    const loose = {
      ...good,
      signature: `${good.signature.slice(0, -1)}${good.signature.endsWith('A') ? 'B' : 'x'}`,
    };
    for (const file of [
      { ...good, header: { alg: 'EdDSA' } },
      { payload: good.payload, signature: good.signature },
      { ...good, protected: '' },
      { ...good, format: 'keyferry-vendor-card' },
      { payload: good.payload, signatures: [good] },
      padded,
    ]) {
      expect(await faultOf(file)).toBe('card.signatureForm form');
    }
    expect(await faultOf(loose)).toMatch(/^card\.signature/);
  });

  it.each([
    ['its header', { protected: good.protected }],
    ['an unprotected header', { header }],
    ['its signature', { signature: good.signature }],
    ['a list of signatures', { signatures: [] }],
    ['a field in another case', { Signature: good.signature }],
  ])('is refused with its content bare and %s left over (audit 13)', async (_what, remnant) => {
    const altered = { ...goodCard, accountId: '999988887777' };
    expect(await faultOf({ ...altered, ...remnant })).toBe('card.signatureForm form');
  });

  it('is held to the rules of a card that is not signed', async () => {
    const bad = { ...goodCard, accountId: '*' };
    expect(await faultOf(signByHand(bytesOf(bad), privateKey, header))).toBe('card.account wildcard');
    const twice = Buffer.from('{"format":"keyferry-vendor-card","format":"keyferry-vendor-card"}', 'utf8');
    expect(await faultOf(signByHand(twice, privateKey, header))).toBe('card.duplicateField format');
    expect(await faultOf(signByHand(bytesOf(good), privateKey, header))).toBe('card.notACard');
  });
});
