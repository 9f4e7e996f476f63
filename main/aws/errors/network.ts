import type { AppErrorCode } from '../../shared/errors';
import type { Thrown } from './thrown';

/** Failures of the way to AWS that our own request handler names. */
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

/** @param httpStatus what a proxy or a web page answered with. */
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

// What OpenSSL and BoringSSL find wrong with a certificate (Node.js documentation, "X509 certificate error codes").
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

/** The code for a failure of the connection; undefined when it is none. */
export function networkCode(thrown: Thrown): AppErrorCode | undefined {
  const { name, code } = thrown;
  if (code !== undefined) {
    if (codes[code] !== undefined) return codes[code];
    if (certificateCodes.has(code)) return 'network.untrustedCertificate';
    // Before anything is sent: a server that does not speak TLS, or no version of it that is still safe. Afterwards:
    // an answer that was damaged on the way.
    if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_'))
      return thrown.neverSent ? 'network.notAws' : 'network.reset';
    if (code.startsWith('HPE_') || code === 'ERR_STREAM_PREMATURE_CLOSE') return 'network.reset';
  }
  if (name === 'TimeoutError' || name === 'AbortError') return 'network.timedOut';
  // An answer in neither JSON nor XML, such as a hotel's sign-in page.
  if (name === 'SyntaxError') return 'network.notAws';
  if (thrown.httpStatus === 407) return 'network.proxy';
  return undefined;
}
