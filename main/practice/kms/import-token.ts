import { randomBytes } from 'node:crypto';

const envelope = Buffer.from('0101020078', 'hex');
/** ContentType encryptedData of PKCS#7 (RFC 2315 §13). */
const encryptedData = Buffer.from('06092a864886f70d010706', 'hex');
const derHeaderBytes = 4;

/** Observed for RSA_4096; the others follow from the wrapping key's private half, which the token carries. */
const tokenBytes: Readonly<Record<string, number>> = { RSA_2048: 1757, RSA_3072: 2611, RSA_4096: 3465 };

/**
 * A token as AWS's look from outside: version, 32 bytes, a length, and DER that begins an encryptedData. Inside it is
 * random: what it stands for is remembered, not carried. Lengths vary by some bytes, as AWS's do.
 */
export function makeImportToken(wrappingKeySpec: string): Uint8Array {
  const length = (tokenBytes[wrappingKeySpec] ?? 3465) + ((randomBytes(1)[0] ?? 0) % 3);
  const headLength = envelope.length + 32 + 4;
  const derLength = length - headLength;
  const der = Buffer.alloc(derHeaderBytes);
  der.writeUInt16BE(0x3082, 0);
  der.writeUInt16BE(derLength - derHeaderBytes, 2);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(derLength);
  const filling = randomBytes(derLength - derHeaderBytes - encryptedData.length);
  return Buffer.concat([envelope, randomBytes(32), size, der, encryptedData, filling]);
}
