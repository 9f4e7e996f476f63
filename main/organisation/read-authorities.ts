import { posix, win32 } from 'node:path';
import { readCertificateAuthorities, type ChosenAuthorities } from '../aws/transport/certificate-authorities';
import { limits } from '../shared/limits';
import { readGuardedFile } from './guarded-file';
import type { OrganisationPlace } from './organisation-place';

/**
 * The certificate authorities in a file that the settings name. SECURITY: whoever can change it can stand in for AWS, so
 * it is guarded as the settings themselves are.
 *
 * @returns `reason`: why the file is not used: as `Unsafe` says, or as `readCertificateAuthorities` does.
 */
export async function readAuthorities(
  path: string,
  place: OrganisationPlace,
): Promise<ChosenAuthorities | { readonly reason: string }> {
  const paths = place.platform === 'win32' ? win32 : posix;
  if (!paths.isAbsolute(path)) return { reason: 'path' };
  const read = await readGuardedFile(
    { ...place, folder: paths.dirname(path), file: path },
    limits.maxCertificatesBytes,
  );
  if (read.state === 'unsafe') return { reason: read.reason };
  if (read.state !== 'read') return { reason: read.state };
  const found = readCertificateAuthorities(read.bytes.toString('latin1'));
  return found.ok
    ? { fileName: paths.basename(path), ...found.value }
    : { reason: String(found.error.facts?.['reason'] ?? 'unreadable') };
}
