import { describe, expect, it } from 'vitest';
import { failedChange } from '../../../../main/aws/error-code';
import { connectionFailure } from '../../../../main/aws/errors/network';
import { markNeverSent } from '../../../../main/aws/errors/never-sent';
import type { AppErrorCode } from '../../../../main/shared/errors';
import { networkError } from '../../../helpers/aws-answers';
import { codeFor, failedCall } from '../../../helpers/thrown-by-aws';

const networkRows: readonly (readonly [string, string, AppErrorCode])[] = [
  ['ENOTFOUND', 'getaddrinfo', 'network.unreachable'],
  ['ECONNREFUSED', 'connect', 'network.unreachable'],
  ['EHOSTUNREACH', 'connect', 'network.unreachable'],
  ['EPERM', 'connect', 'network.unreachable'],
  ['ECONNRESET', 'socket hang up', 'network.reset'],
  [
    'ECONNRESET',
    'Client network socket disconnected before secure TLS connection was established',
    'network.reset',
  ],
  ['EPIPE', 'write', 'network.reset'],
  ['ETIMEDOUT', 'a request has exceeded the configured 30000 ms', 'network.timedOut'],
  ['ECONNECTTIMEDOUT', '', 'network.timedOut'],
  ['ECONNECTCLOSED', '', 'network.reset'],
  ['EPROXYUNREACHABLE', '', 'network.proxy'],
  ['SELF_SIGNED_CERT_IN_CHAIN', '', 'network.untrustedCertificate'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', '', 'network.untrustedCertificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', '', 'network.untrustedCertificate'],
  ['CERT_HAS_EXPIRED', '', 'network.untrustedCertificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', '', 'network.untrustedCertificate'],
];

describe('errors of the way', () => {
  it.each(networkRows)(
    '%s (%s) is %s, and says nothing of whether the request was sent (audit 3)',
    (code, message, expected) => {
      const failed = failedChange(networkError(code, message), failedCall('kms'));
      expect(failed).toMatchObject({ outcome: 'unknown', error: { code: expected, changedInAws: true } });
      expect(failed.error.facts).toMatchObject({ kind: code });
      const before = failedChange(markNeverSent(networkError(code, message)), failedCall('kms'));
      expect(before).toMatchObject({ outcome: 'refused', error: { code: expected, changedInAws: false } });
    },
  );

  it.each(['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC'])(
    '%s is somebody else before the request was sent, and a damaged answer afterwards (audit 3)',
    (code) => {
      const before = failedChange(markNeverSent(networkError(code)), failedCall('kms'));
      expect(before).toMatchObject({ outcome: 'refused', error: { code: 'network.notAws' } });
      const after = failedChange(networkError(code), failedCall('kms'));
      expect(after).toMatchObject({ outcome: 'unknown', error: { code: 'network.reset' } });
    },
  );

  it('knows a page of a hotel and a proxy that refuses', () => {
    const portal = Object.assign(new SyntaxError('Unexpected token <'), {
      $metadata: { httpStatusCode: 200 },
    });
    expect(codeFor('kms', portal)).toBe('network.notAws');
    const refused = failedChange(markNeverSent(connectionFailure('EPROXYREFUSED', 407)), failedCall('kms'));
    expect(refused).toMatchObject({
      outcome: 'refused',
      error: { code: 'network.proxy', facts: { httpStatus: 407 } },
    });
  });

  it.each([200, 302, 403, 407, 502])(
    'a page with status %i is not a refusal of AWS, which may have been asked before (audit 3)',
    (status) => {
      expect(failedChange(connectionFailure('ENOTAWS', status), failedCall('kms')).outcome).toBe('unknown');
      const noJson = Object.assign(new SyntaxError('Unexpected token'), {
        $metadata: { httpStatusCode: status },
      });
      expect(failedChange(noJson, failedCall('kms')).outcome).toBe('unknown');
    },
  );
});
