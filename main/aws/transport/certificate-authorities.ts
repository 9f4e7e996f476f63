import { X509Certificate } from 'node:crypto';
import type { AuthorityView } from '../../shared/views/aws';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';

/** Certificates that a person chose to trust in addition to the usual ones. */
export interface ChosenAuthorities {
  /** Base name. */
  readonly fileName: string;
  /** The certificates only, PEM. */
  readonly pem: string;
  readonly certificates: readonly AuthorityView[];
}

/** A company has a few. Nobody could review a file with everything that a system trusts. */
const maxCertificates = 16;

/**
 * Checks a file of certificate authorities to trust in addition: PEM, at least one certificate, few enough to review,
 * and all of them readable. Error: `network.untrustedCertificate` with a reason.
 */
export function readCertificateAuthorities(
  text: string,
): Result<Pick<ChosenAuthorities, 'pem' | 'certificates'>> {
  const refuse = (reason: string) =>
    err(localError('sign-in', 'network.untrustedCertificate', { kind: 'file', reason }));
  if (text.includes('PRIVATE KEY-----')) return refuse('privateKey');
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const blocks = [...new Set(found)];
  if (blocks.length === 0) return refuse('noCertificate');
  if (blocks.length > maxCertificates) return refuse('tooMany');
  const certificates: AuthorityView[] = [];
  for (const block of blocks) {
    try {
      const certificate = new X509Certificate(block);
      if (!certificate.ca) return refuse('notAnAuthority');
      certificates.push(viewOf(certificate));
    } catch {
      return refuse('unreadable');
    }
  }
  return ok({ pem: `${blocks.join('\n')}\n`, certificates });
}

function viewOf({ subject, fingerprint256, validFrom, validTo }: X509Certificate): AuthorityView {
  return {
    // SECURITY: the maker of the file chose this name.
    subject: subject
      .replaceAll('\n', ', ')
      .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD')
      .slice(0, 300),
    sha256: fingerprint256.replaceAll(':', '').toLowerCase(),
    validFrom: new Date(validFrom).toISOString(),
    validTo: new Date(validTo).toISOString(),
  };
}
