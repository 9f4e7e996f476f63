import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ok, type Result } from '../shared/result';
import { refuseCard } from './check-card';
import { shown } from './shown';
import { parseStrictJson } from './strict-json';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/** Flattened JSON (RFC 7515 §7.2.2) without an unprotected header. */
const signedShape = z.strictObject({ payload: base64url, protected: base64url, signature: base64url });

const keyShape = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: base64url.length(43),
});
const headerShape = z.strictObject({ alg: z.literal('EdDSA'), jwk: keyShape });

export interface OpenedCard {
  /** Exactly the bytes that were signed. */
  readonly bytes: Uint8Array;
  /** RFC 7638 thumbprint of the key that signed, SHA-256. */
  readonly thumbprint: Uint8Array;
}

/** The members of a JWS in both of its JSON forms (RFC 7515 §7.2). */
const signatureFields = ['payload', 'protected', 'header', 'signature', 'signatures'];

/**
 * Whether parsed JSON is, or was, a signed card; if so, its signature must be good. SECURITY: a card whose signature
 * was partly removed must not pass for one that was never signed.
 */
export function isSigned(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).some((field) => signatureFields.includes(field.toLowerCase()));
}

/** Whether the name of a file says that the card in it is signed, as `receiver-card.signed.json` does. */
export function isNamedSigned(fileName: string): boolean {
  return /(?:^|[^a-z])signed(?:[^a-z]|$)/i.test(fileName) && !/not[^a-z]*signed/i.test(fileName);
}

/**
 * Checks the signature of a signed card: a JWS (RFC 7515) with EdDSA over Ed25519 (RFC 8037), whose protected header
 * has only the algorithm and the public key. It shows that the holder of that key signed; people find out whose key it
 * is by comparing its thumbprint.
 *
 * Errors: card.signatureForm {reason: form | algorithm | header | key, header?}, card.signature.
 */
export async function openSignedCard(value: unknown): Promise<Result<OpenedCard>> {
  const signed = signedShape.safeParse(value);
  if (!signed.success || !Object.values(signed.data).every(isExact)) {
    return refuseCard('card.signatureForm', { reason: 'form' });
  }
  const { payload, protected: sealed, signature } = signed.data;
  const key = keyOfHeader(Buffer.from(sealed, 'base64url').toString('utf8'));
  if (!key.ok) return key;
  const { flattenedVerify, errors } = await import('jose');
  try {
    const jws = { payload, protected: sealed, signature };
    const verified = await flattenedVerify(jws, key.value, { algorithms: ['EdDSA'] });
    return ok({ bytes: verified.payload, thumbprint: thumbprintOf(key.value) });
  } catch (cause) {
    if (cause instanceof errors.JWSSignatureVerificationFailed) return refuseCard('card.signature');
    // For example, the key is not a point on the curve.
    return refuseCard('card.signatureForm', { reason: 'key' });
  }
}

type SignerKey = z.infer<typeof keyShape>;

// SECURITY: no other algorithm is accepted, no key is fetched (jku, x5u), and no extension is ignored (crit).
function keyOfHeader(text: string): Result<SignerKey> {
  const parsed = parseStrictJson(text);
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) {
    return refuseCard('card.signatureForm', { reason: 'form' });
  }
  const header = headerShape.safeParse(parsed.value);
  if (header.success) {
    return isExact(header.data.jwk.x) ? ok(header.data.jwk) : badKey;
  }
  const { alg } = parsed.value as { alg?: unknown };
  if (alg !== 'EdDSA') {
    return refuseCard('card.signatureForm', { reason: 'algorithm', header: shown(String(alg)) });
  }
  const other = Object.keys(parsed.value).find((name) => name !== 'alg' && name !== 'jwk');
  return other === undefined
    ? badKey
    : refuseCard('card.signatureForm', { reason: 'header', header: shown(other) });
}

const badKey = refuseCard('card.signatureForm', { reason: 'key' });

/** Several base64url texts decode to the same bytes; only the canonical one is accepted. */
const isExact = (text: string): boolean => Buffer.from(text, 'base64url').toString('base64url') === text;

/** RFC 7638 §3.2 and RFC 8037 §2: the required members, in the order of their names, without spaces. */
export function thumbprintOf({ x }: Pick<SignerKey, 'x'>): Uint8Array {
  return createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest();
}
