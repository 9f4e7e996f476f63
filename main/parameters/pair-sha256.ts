import { createHash } from 'node:crypto';

/** Hex SHA-256 over wrapped material and the token that it belongs to, each with its length in front. */
export function pairSha256(encryptedKeyMaterial: Uint8Array, importToken: Uint8Array): string {
  const hash = createHash('sha256');
  for (const part of [encryptedKeyMaterial, importToken]) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
