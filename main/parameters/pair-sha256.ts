import { createHash } from 'node:crypto';

/** Hex SHA-256 over wrapped material and its import token, each preceded by its length. */
export function pairSha256(encryptedKeyMaterial: Uint8Array, importToken: Uint8Array): string {
  const hash = createHash('sha256');
  for (const part of [encryptedKeyMaterial, importToken]) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
