import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';

/** The TLS options of every connection of this app. */
export interface Trust {
  readonly rejectUnauthorized: true;
  readonly secureContext: SecureContext;
}

/** Kept, because reading all roots takes about 50 ms. */
const contexts = new Map<string, SecureContext>();

/**
 * The certificates to trust: the roots that come with this version of the app, and a company's own if a person chose
 * them.
 *
 * SECURITY: everything is set explicitly. Otherwise Node would read from the environment whether certificates are
 * checked (NODE_TLS_REJECT_UNAUTHORIZED) and which more are trusted (NODE_EXTRA_CA_CERTS), and from its options the
 * oldest version of TLS.
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
