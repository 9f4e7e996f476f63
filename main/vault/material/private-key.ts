import {
  bitsOfUnsigned,
  childrenOf,
  derTag,
  isOid,
  isSmallInteger,
  readDer,
  readEachDer,
} from '../../encoding/der';
import type { DerElement } from '../../encoding/der';
import { localError } from '../../shared/errors';
import { err, ok } from '../../shared/result';
import type { Result } from '../../shared/result';

export interface PrivateKeyDescription {
  readonly kind: 'rsa-private-key' | 'ec-private-key';
  /** 'RSA 2048', 'RSA 3072', 'RSA 4096', 'P-256', 'P-384', 'P-521' or 'secp256k1'. */
  readonly keyName: string;
}

const rsaEncryption = '2a864886f70d010101';
const ecPublicKey = '2a8648ce3d0201';
const importableRsaBits: readonly number[] = [2048, 3072, 4096];
/** Curves of KMS key specs with importable material, and the length of their private numbers. */
const importableCurves = [
  { oid: '2a8648ce3d030107', keyName: 'P-256', bytes: 32 },
  { oid: '2b81040022', keyName: 'P-384', bytes: 48 },
  { oid: '2b81040023', keyName: 'P-521', bytes: 66 },
  { oid: '2b8104000a', keyName: 'secp256k1', bytes: 32 },
] as const;
/** Keys that KMS does not import, and that people are most likely to have. */
const otherKinds = [
  { oid: '2b6570', keyName: 'Ed25519' },
  { oid: '2b656e', keyName: 'X25519' },
  { oid: '2b6571', keyName: 'Ed448' },
  { oid: '2a8648ce380401', keyName: 'DSA' },
  { oid: '2a864886f70d01010a', keyName: 'RSA-PSS' },
] as const;

/**
 * Reads which private key a PKCS#8 file (RFC 5208) holds, and whether KMS can import its kind: RSA of 2048, 3072
 * or 4096 bits with two primes, or one of four named curves. Only lengths and names are checked: KMS decides whether
 * the numbers belong together. It reads through views, so no copy of the key is made.
 *
 * @param der unencrypted PrivateKeyInfo in DER, the whole of it.
 * @returns errors of stage 'material': material.unsupportedKey with the facts `reason` ('algorithm', 'version',
 * 'rsaSize', 'multiPrime', 'curve', 'explicitCurve') and, where it has one, `keyName`; material.allZero;
 * material.unrecognised.
 */
export function describePrivateKey(der: Uint8Array): Result<PrivateKeyDescription> {
  const outer = readDer(der);
  const [version, algorithm, key, attributes, ...more] = childrenOf(outer) ?? [];
  if (outer?.size !== der.length || key?.tag !== derTag.octetString) return unrecognised();
  // RFC 5958's version 1 appends the public key; the KMS guide names RFC 5208, which has only version 0.
  if (isSmallInteger(version, 1)) return unsupported('version');
  if (!isSmallInteger(version, 0) || more.length > 0) return unrecognised();
  if (attributes && attributes.tag !== derTag.context0) return unrecognised();

  const [name, parameters, ...extra] = childrenOf(algorithm) ?? [];
  if (name?.tag !== derTag.oid || extra.length > 0) return unrecognised();
  if (isOid(name, rsaEncryption)) return describeRsa(key, parameters);
  if (isOid(name, ecPublicKey)) return describeEc(key, parameters);
  return unsupported('algorithm', otherKinds.find(({ oid }) => isOid(name, oid))?.keyName);
}

/** RSAPrivateKey, RFC 8017 A.1.2: version, n, e, d, p, q, dP, dQ, qInv; more primes only in version 1. */
function describeRsa(key: DerElement, parameters: DerElement | undefined): Result<PrivateKeyDescription> {
  const numbers = onlyChildren(key.content);
  const [version, modulus, ...others] = numbers ?? [];
  if (parameters?.tag !== derTag.null || parameters.content.length > 0) return unrecognised();
  if (isSmallInteger(version, 1)) return unsupported('multiPrime');
  if (!isSmallInteger(version, 0) || others.length !== 7) return unrecognised();
  if (others.some((number) => (bitsOfUnsigned(number) ?? 0) === 0)) return unrecognised();

  const bits = bitsOfUnsigned(modulus);
  if (bits === undefined) return unrecognised();
  if (!importableRsaBits.includes(bits)) return unsupported('rsaSize', `RSA ${bits}`);
  return ok({ kind: 'rsa-private-key', keyName: `RSA ${bits}` });
}

/** ECPrivateKey, RFC 5915 §3: version 1, the private number, [0] the curve again, [1] the public point. */
function describeEc(key: DerElement, parameters: DerElement | undefined): Result<PrivateKeyDescription> {
  if (parameters?.tag === derTag.sequence) return unsupported('explicitCurve');
  const curve = importableCurves.find(({ oid }) => isOid(parameters, oid));
  if (!curve) return parameters?.tag === derTag.oid ? unsupported('curve') : unrecognised();

  const [version, number, ...optional] = onlyChildren(key.content) ?? [];
  if (!isSmallInteger(version, 1) || number?.tag !== derTag.octetString) return unrecognised();
  if (number.content.length !== curve.bytes || !onlyCurveAndPoint(optional, curve.oid)) return unrecognised();
  if (number.content.every((byte) => byte === 0)) return err(localError('material', 'material.allZero'));
  return ok({ kind: 'ec-private-key', keyName: curve.keyName });
}

function onlyCurveAndPoint(optional: readonly DerElement[], curveOid: string): boolean {
  const rest = [...optional];
  if (rest[0]?.tag === derTag.context0) {
    const again = readEachDer(rest[0].content);
    if (again?.length !== 1 || !isOid(again[0], curveOid)) return false;
    rest.shift();
  }
  if (rest[0]?.tag === derTag.context1) {
    const point = readEachDer(rest[0].content);
    if (point?.length !== 1 || point[0]?.tag !== derTag.bitString) return false;
    rest.shift();
  }
  return rest.length === 0;
}

/** The children of the one SEQUENCE that `bytes` consists of. */
function onlyChildren(bytes: Uint8Array): readonly DerElement[] | undefined {
  const element = readDer(bytes);
  return element?.size === bytes.length ? childrenOf(element) : undefined;
}

function unrecognised() {
  return err(localError('material', 'material.unrecognised'));
}

function unsupported(reason: string, keyName?: string) {
  const facts = keyName === undefined ? { reason } : { reason, keyName };
  return err(localError('material', 'material.unsupportedKey', facts));
}
