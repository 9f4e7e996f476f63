import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';

/** What every TLS connection of this app is opened with. */
export interface Trust {
  readonly rejectUnauthorized: true;
  readonly secureContext: SecureContext;
}

/** Reading all roots takes about 50 ms. */
const contexts = new Map<string, SecureContext>();

/**
 * Whom to trust: the roots that come with this version of the app, and a company's own when a person chose it.
 *
 * SECURITY: both are said in so many words. Node would take from the environment whether certificates are checked
 * (NODE_TLS_REJECT_UNAUTHORIZED), which more are trusted (NODE_EXTRA_CA_CERTS) and, from its options, the oldest
 * version of TLS.
 * @param ca PEM
 */
export function trustIn(ca: string | undefined): Trust {
  const key = ca ?? '';
  const secureContext =
    contexts.get(key) ??
    createSecureContext({
      ca: ca === undefined ? [...rootCertificates] : [...rootCertificates, ca],
      minVersion: 'TLSv1.2',
    });
  contexts.set(key, secureContext);
  return { rejectUnauthorized: true, secureContext };
}
