import { randomBytes } from 'node:crypto';
import { practiceTokenMark } from '../../shared/practice-token';

const envelope = Buffer.from('0101020078', 'hex');
/** ContentType encryptedData of PKCS#7 (RFC 2315 §13). */
const encryptedData = Buffer.from('06092a864886f70d010706', 'hex');
const derHeaderBytes = 4;

/** Observed for RSA_4096; the others are derived from the size of the private key, which AWS's tokens contain. */
const tokenBytes: Readonly<Record<string, number>> = { RSA_2048: 1757, RSA_3072: 2611, RSA_4096: 3465 };

/**
 * A token that looks like AWS's from outside: version, 32 bytes, a length, and DER that begins an encryptedData. The
 * contents are random; the practice AWS remembers what the token stands for. Lengths vary by a few bytes, as AWS's do.
 *
 * @param isMarked whether the token says that it is practice, wherever it is carried
 */
export function makeImportToken(wrappingKeySpec: string, isMarked: boolean): Uint8Array {
  const length = (tokenBytes[wrappingKeySpec] ?? 3465) + ((randomBytes(1)[0] ?? 0) % 3);
  const headLength = envelope.length + 32 + 4;
  const derLength = length - headLength;
  const der = Buffer.alloc(derHeaderBytes);
  der.writeUInt16BE(0x3082, 0);
  der.writeUInt16BE(derLength - derHeaderBytes, 2);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(derLength);
  const mark = Buffer.from(isMarked ? practiceTokenMark : '', 'ascii');
  const filling = randomBytes(derLength - derHeaderBytes - encryptedData.length - mark.length);
  return Buffer.concat([envelope, randomBytes(32), size, der, encryptedData, mark, filling]);
}
