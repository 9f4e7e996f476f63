import type { AppErrorCode } from '../../shared/errors';
import type { Thrown } from './thrown';

/** Failures on the way to AWS that our own request handler detects. */
export type ConnectionFailureCode =
  | 'ECONNECTTIMEDOUT'
  | 'ECONNECTCLOSED'
  | 'EPROXYUNREACHABLE'
  | 'EPROXYTIMEDOUT'
  | 'EPROXYREFUSED'
  | 'EPROXYUNUSABLE'
  | 'EPROXYSCRIPT'
  | 'EPROXYUNKNOWN'
  | 'ENOTAWS';

/** @param httpStatus the status of a proxy's or a web page's answer. */
export function connectionFailure(code: ConnectionFailureCode, httpStatus?: number): Error {
  return Object.assign(new Error(code), {
    name: 'ConnectionFailure',
    code,
    ...(httpStatus ? { httpStatus } : {}),
  });
}

const codes: Readonly<Record<string, AppErrorCode>> = {
  ENOTFOUND: 'network.unreachable',
  EAI_AGAIN: 'network.unreachable',
  ECONNREFUSED: 'network.unreachable',
  EHOSTUNREACH: 'network.unreachable',
  EHOSTDOWN: 'network.unreachable',
  ENETUNREACH: 'network.unreachable',
  ENETDOWN: 'network.unreachable',
  EADDRNOTAVAIL: 'network.unreachable',
  EACCES: 'network.unreachable',
  EPERM: 'network.unreachable',
  ETIMEDOUT: 'network.timedOut',
  ESOCKETTIMEDOUT: 'network.timedOut',
  ECONNECTTIMEDOUT: 'network.timedOut',
  ECONNECTCLOSED: 'network.reset',
  ECONNRESET: 'network.reset',
  ECONNABORTED: 'network.reset',
  EPIPE: 'network.reset',
  EPROXYUNREACHABLE: 'network.proxy',
  EPROXYTIMEDOUT: 'network.proxy',
  EPROXYREFUSED: 'network.proxy',
  EPROXYUNUSABLE: 'network.proxy',
  EPROXYSCRIPT: 'network.proxyScript',
  EPROXYUNKNOWN: 'network.proxyScript',
  ENOTAWS: 'network.notAws',
};

// Faults that OpenSSL and BoringSSL find in a certificate (Node.js documentation, "X509 certificate error codes").
const certificateCodes = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_REJECTED',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The code for a failure of the connection; undefined for any other error. */
export function networkCode(thrown: Thrown): AppErrorCode | undefined {
  const { name, code } = thrown;
  if (code !== undefined) {
    if (codes[code] !== undefined) return codes[code];
    if (certificateCodes.has(code)) return 'network.untrustedCertificate';
    // Before anything was sent, the server speaks no TLS, or no version that is still safe. Afterwards, the answer was
    // damaged on the way.
    if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_'))
      return thrown.neverSent ? 'network.notAws' : 'network.reset';
    if (code.startsWith('HPE_') || code === 'ERR_STREAM_PREMATURE_CLOSE') return 'network.reset';
  }
  if (name === 'TimeoutError' || name === 'AbortError') return 'network.timedOut';
  // The answer is neither JSON nor XML, for example a hotel's sign-in page.
  if (name === 'SyntaxError') return 'network.notAws';
  if (thrown.httpStatus === 407) return 'network.proxy';
  return undefined;
}
