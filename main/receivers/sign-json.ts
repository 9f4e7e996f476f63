import { createPrivateKey, createPublicKey } from 'node:crypto';
import { FlattenedSign } from 'jose';

export interface SignedJson {
  /** The file: a JWS in flattened JSON form (RFC 7515 §7.2.2) around the text, with EdDSA over Ed25519 (RFC 8037). */
  readonly text: string;
  /** Of the public key, base64url; the file has it in its protected header. */
  readonly x: string;
}

/**
 * @param signingKey PEM (PKCS#8) of an Ed25519 private key.
 * @throws when `signingKey` is not such a key
 */
export async function signJson(text: string, signingKey: string): Promise<SignedJson> {
  const key = createPrivateKey(signingKey);
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('The key to sign with is no Ed25519 key.');
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const jws = await new FlattenedSign(Buffer.from(text, 'utf8'))
    .setProtectedHeader({ alg: 'EdDSA', jwk: { kty: 'OKP', crv: 'Ed25519', x } })
    .sign(key);
  const { payload, protected: sealed, signature } = jws;
  return { text: `${JSON.stringify({ payload, protected: sealed, signature }, null, 2)}\n`, x };
}
