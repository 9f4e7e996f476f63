import { X509Certificate } from 'node:crypto';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';

/**
 * Checks a file of certificate authorities that is to be trusted in addition: PEM, at least one certificate, and
 * nothing that cannot be read. Refuses with `network.untrustedCertificate` and a reason.
 * @returns the certificates alone, PEM.
 */
export function readCertificateAuthorities(text: string): Result<string> {
  const refuse = (reason: string) =>
    err(localError('sign-in', 'network.untrustedCertificate', { kind: 'file', reason }));
  if (text.includes('PRIVATE KEY-----')) return refuse('privateKey');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) return refuse('noCertificate');
  for (const block of blocks) {
    try {
      if (!new X509Certificate(block).ca) return refuse('notAnAuthority');
    } catch {
      return refuse('unreadable');
    }
  }
  return ok(`${blocks.join('\n')}\n`);
}
