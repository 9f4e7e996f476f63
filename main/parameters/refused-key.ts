import { bitsOfUnsigned, childrenOf, derTag, isOid, readDer, readEachDer } from '../encoding/der';
import type { DerElement } from '../encoding/der';
import { holdsPrivateKey, kindOfDer } from '../encoding/der-kind';
import { localError } from '../shared/errors';
import type { AppError } from '../shared/errors';

const rsaEncryption = '2a864886f70d010101';
/** id-RSAES-OAEP and id-RSASSA-PSS (RFC 4055): RSA, but never the form in which KMS hands out a wrapping key. */
const otherRsaNames = ['2a864886f70d010107', '2a864886f70d01010a'];
const sizesInBits: readonly number[] = [2048, 3072, 4096];

/**
 * Tells, as exactly as possible, why DER bytes do not match the template of a wrapping key. It only explains a refusal;
 * the template decides whether a key is accepted.
 */
export function whyRefused(der: Uint8Array): AppError {
  const kind = kindOfDer(der);
  if (holdsPrivateKey(kind)) return refusal('wrappingKey.privateKey');
  if (kind === 'certificate') return refusal('wrappingKey.certificate');

  const outer = readDer(der);
  if (kind !== 'spki' || !outer) return refusal('wrappingKey.malformed');
  const rest = der.subarray(outer.size);
  if (rest.length > 0) {
    return refusal(kindOfDer(rest) === 'unknown' ? 'wrappingKey.trailingBytes' : 'wrappingKey.severalKeys');
  }
  const [algorithm, subjectPublicKey] = childrenOf(outer) ?? [];
  return whyAlgorithmRefused(algorithm) ?? whyNumbersRefused(subjectPublicKey);
}

function whyAlgorithmRefused(algorithm: DerElement | undefined): AppError | undefined {
  const [name, parameters, ...more] = childrenOf(algorithm) ?? [];
  if (name?.tag !== derTag.oid || otherRsaNames.some((oid) => isOid(name, oid))) {
    return refusal('wrappingKey.malformed');
  }
  if (!isOid(name, rsaEncryption)) return refusal('wrappingKey.notRsa');
  const exact = parameters?.tag === derTag.null && parameters.content.length === 0 && more.length === 0;
  return exact ? undefined : refusal('wrappingKey.malformed');
}

function whyNumbersRefused(subjectPublicKey: DerElement | undefined): AppError {
  const unusedBits = subjectPublicKey?.content[0];
  const elements = subjectPublicKey && readEachDer(subjectPublicKey.content.subarray(1));
  const numbers = elements?.length === 1 ? childrenOf(elements[0]) : undefined;
  const [modulus, exponent, ...more] = numbers ?? [];
  const modulusBits = bitsOfUnsigned(modulus);
  const exponentBits = bitsOfUnsigned(exponent);
  if (unusedBits !== 0 || modulusBits === undefined || exponentBits === undefined || more.length > 0) {
    return refusal('wrappingKey.malformed');
  }
  if (!sizesInBits.includes(modulusBits)) return refusal('wrappingKey.size', { bits: modulusBits });
  const value = exponentBits <= 64 ? unsignedValue(exponent) : undefined;
  if (value !== 65537n) {
    return refusal('wrappingKey.exponent', value === undefined ? undefined : { exponent: value.toString() });
  }
  if (((modulus?.content.at(-1) ?? 0) & 1) === 0) return refusal('wrappingKey.weak', { weakness: 'even' });
  return refusal('wrappingKey.malformed');
}

function unsignedValue(integer: DerElement | undefined): bigint {
  return (integer?.content ?? new Uint8Array()).reduce((value, byte) => value * 256n + BigInt(byte), 0n);
}

function refusal(code: AppError['code'], facts?: AppError['facts']): AppError {
  return localError('parameters', code, facts);
}
