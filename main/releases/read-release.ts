import { openSignedCard, thumbprintOf } from '../receivers/card-signature';
import { parseStrictJson } from '../receivers/strict-json';
import type { AppErrorCode } from '../shared/error-codes';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { releaseFile, releaseFormat, releaseFormatVersion, type ReleaseFile } from './release-shape';

/**
 * Reads a release file: a JWS in flattened JSON form with EdDSA over Ed25519, as a signed receiver card is (RFC 7515
 * §7.2.2, RFC 8037), around the JSON of release-shape.ts.
 *
 * Errors: release.notARelease, release.notSigned, release.changed, release.newFormat.
 *
 * @param pinned the public key that signs releases: `x` of its JWK, base64url
 */
export async function readRelease(bytes: Uint8Array, pinned: string): Promise<Result<ReleaseFile>> {
  const outer = parseText(bytes);
  if (outer === undefined) return refuse('release.notARelease');
  if (!('payload' in outer)) return refuse(isOfReleases(outer) ? 'release.notSigned' : 'release.notARelease');
  const opened = await openSignedCard(outer);
  if (!opened.ok) {
    return refuse(opened.error.code === 'card.signature' ? 'release.changed' : 'release.notSigned');
  }
  // SECURITY: the key in the file only says whose signature it is. Whose it has to be, the app knows.
  if (!Buffer.from(opened.value.thumbprint).equals(thumbprintOf({ x: pinned })))
    return refuse('release.notSigned');
  const inner = parseText(opened.value.bytes);
  // SECURITY: with the same key something else may have been signed.
  if (inner === undefined || !isOfReleases(inner)) return refuse('release.notARelease');
  const { formatVersion } = inner as { formatVersion?: unknown };
  if (typeof formatVersion === 'number' && formatVersion > releaseFormatVersion)
    return refuse('release.newFormat');
  const read = releaseFile.safeParse(inner);
  return read.success ? ok(read.data) : refuse('release.notARelease');
}

const refuse = (code: AppErrorCode): Result<never> => err(localError('app', code));

/** The object that a text holds; undefined for anything else, and for a field that is there twice. */
function parseText(bytes: Uint8Array): object | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const parsed = parseStrictJson(text);
  return parsed.ok && typeof parsed.value === 'object' && parsed.value !== null ? parsed.value : undefined;
}

const isOfReleases = (value: object): boolean => 'format' in value && value.format === releaseFormat;
