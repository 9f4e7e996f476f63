import { createHmac } from 'node:crypto';

/** Keeps this use of the material apart from every other HMAC that is keyed with it. */
const label = 'keyferry check value v1';

/**
 * Identifies key material without revealing it: two people, or the same person a year later, can tell whether they
 * hold the same key.
 *
 * The first 8 bytes of HMAC-SHA-256(key = material, message = the label), as 16 lower-case hex digits. Only for
 * material with full entropy, because a guess at the material can be confirmed with this value. For a private key the
 * material is its PKCS#8 DER: the same key in another container, with or without its public key, has another value.
 */
export function checkValueOf(material: Uint8Array): string {
  return createHmac('sha256', material).update(label).digest('hex').slice(0, 16);
}
