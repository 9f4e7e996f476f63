import { childrenOf, derTag, isOid, readDer } from './der';

/** The containers in which keys travel. */
export type DerKind =
  | 'spki'
  | 'pkcs1-public'
  | 'certificate'
  | 'pkcs8'
  | 'pkcs8-encrypted'
  | 'pkcs1-private'
  | 'sec1'
  | 'pkcs12'
  | 'unknown';

/** Encryption schemes of PKCS#5 and PKCS#12, which precede an encrypted private key (RFC 5958 §3). */
const encryptionSchemes = ['2a864886f70d0105', '2a864886f70d010c'];

/**
 * Tells from its outermost shape which container the first element of `bytes` is. The contents are not checked, and
 * more bytes may follow: the caller then reads the container strictly.
 */
export function kindOfDer(bytes: Uint8Array): DerKind {
  const parts = childrenOf(readDer(bytes));
  const [first, second, third] = parts ?? [];
  if (!parts || !first || !second) return 'unknown';

  if (first.tag === derTag.integer) {
    if (second.tag === derTag.octetString) return 'sec1';
    if (second.tag === derTag.sequence) return third?.tag === derTag.octetString ? 'pkcs8' : 'pkcs12';
    if (second.tag !== derTag.integer) return 'unknown';
    return third ? 'pkcs1-private' : 'pkcs1-public';
  }
  if (first.tag !== derTag.sequence) return 'unknown';
  if (second.tag === derTag.sequence) return third?.tag === derTag.bitString ? 'certificate' : 'unknown';
  if (parts.length > 2) return 'unknown';
  if (second.tag === derTag.bitString) return 'spki';

  const scheme = childrenOf(first)?.[0];
  const encrypted = encryptionSchemes.some((oid) => isOid(scheme, oid, 'beginsWith'));
  return second.tag === derTag.octetString && encrypted ? 'pkcs8-encrypted' : 'unknown';
}

/** Whether the container holds, or may hold, a private key. */
export function holdsPrivateKey(kind: DerKind): boolean {
  return ['pkcs8', 'pkcs8-encrypted', 'pkcs1-private', 'sec1', 'pkcs12'].includes(kind);
}
