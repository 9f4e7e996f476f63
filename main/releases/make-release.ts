import { signJson, type SignedJson } from '../receivers/sign-json';
import { releaseFile, releaseFormat, releaseFormatVersion, type ReleaseFile } from './release-shape';

/**
 * Makes a release file that `readRelease` takes.
 *
 * @param signingKey PEM (PKCS#8) of an Ed25519 private key.
 * @throws when `signingKey` is not such a key, or the facts are not in order; the message says which
 */
export async function makeRelease(
  facts: Omit<ReleaseFile, 'format' | 'formatVersion'>,
  signingKey: string,
): Promise<SignedJson> {
  const file = releaseFile.parse({ format: releaseFormat, formatVersion: releaseFormatVersion, ...facts });
  return await signJson(`${JSON.stringify(file, null, 2)}\n`, signingKey);
}
