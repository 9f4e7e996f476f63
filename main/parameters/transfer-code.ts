import { createHash, timingSafeEqual } from 'node:crypto';
import { groupTransferCode, readTransferCode, transferCodeAlphabet } from '../shared/transfer-code';
import { newKeyMaterial } from './for-rotation';
import { isPracticeImportToken } from './practice-import-token';

/** What an import takes from the offline computer. */
export interface Transfer {
  readonly encryptedKeyMaterial: Uint8Array;
  readonly importToken: Uint8Array;
  readonly keyId?: string;
  /** SHA-256 of the wrapping key's SubjectPublicKeyInfo, 64 lower-case hex digits. */
  readonly wrappingKeySha256: string;
  /** 16 lower-case hex digits. */
  readonly checkValue: string;
  /** Whether a key is rotated to it. */
  readonly isNew: boolean;
}

const domain = 'keyferry transfer code v1\n';
/** 80 bits, 16 symbols of 5. */
const codeBytes = 10;

/**
 * The code that the offline computer shows, and that the connected one asks for (docs/return-package.md).
 *
 * SECURITY: a forger has to find a package with the code that was shown: a second preimage, which takes 2^80 tries on
 * average. A collision (2^40) is no attack, because the forger cannot choose the honest package. Rented machines could
 * find a shorter code; people would mistype a longer one.
 *
 * @returns four groups of four symbols of Crockford's base 32, with a space between them
 */
export function transferCodeOf(transfer: Transfer): string {
  return groupTransferCode(base32(digestOf(transfer)));
}

/** Whether a person typed the code of this transfer. Compares in constant time. */
export function isTransferCode(typed: string, transfer: Transfer): boolean {
  const code = readTransferCode(typed);
  const right = Buffer.from(base32(digestOf(transfer)), 'ascii');
  return code !== undefined && timingSafeEqual(Buffer.from(code, 'ascii'), right);
}

function digestOf(transfer: Transfer): Uint8Array {
  const { encryptedKeyMaterial, importToken, keyId = '', wrappingKeySha256, checkValue } = transfer;
  // A code of practice is never that of a real transfer.
  const account = isPracticeImportToken(importToken) ? 'practice' : 'real';
  // SECURITY: nor is one of an import again that of a rotation.
  const use = transfer.isNew ? account + newKeyMaterial : account;
  const hash = createHash('sha256').update(domain, 'ascii');
  for (const part of [encryptedKeyMaterial, importToken, keyId, wrappingKeySha256, checkValue, use]) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'ascii') : part;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest().subarray(0, codeBytes);
}

/** Most significant bits first; whole symbols only. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? [])
    .map((symbol) => transferCodeAlphabet.charAt(parseInt(symbol, 2)))
    .join('');
}
