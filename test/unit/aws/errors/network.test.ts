import { describe, expect, it } from 'vitest';
import { failedChange } from '../../../../main/aws/error-code';
import { connectionFailure } from '../../../../main/aws/errors/network';
import type { AppErrorCode } from '../../../../main/shared/errors';
import { networkError } from '../../../helpers/aws-answers';
import { codeFor, failedCall } from '../../../helpers/thrown-by-aws';

const networkRows: readonly (readonly [string, string, AppErrorCode, 'refused' | 'unknown'])[] = [
  ['ENOTFOUND', 'getaddrinfo', 'network.unreachable', 'refused'],
  ['ECONNREFUSED', 'connect', 'network.unreachable', 'refused'],
  ['EHOSTUNREACH', 'connect', 'network.unreachable', 'refused'],
  ['ECONNRESET', 'socket hang up', 'network.reset', 'unknown'],
  [
    'ECONNRESET',
    'Client network socket disconnected before secure TLS connection was established',
    'network.reset',
    'refused',
  ],
  ['EPIPE', 'write', 'network.reset', 'unknown'],
  ['ETIMEDOUT', 'a request has exceeded the configured 30000 ms', 'network.timedOut', 'unknown'],
  ['SELF_SIGNED_CERT_IN_CHAIN', '', 'network.untrustedCertificate', 'refused'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', '', 'network.untrustedCertificate', 'refused'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', '', 'network.untrustedCertificate', 'refused'],
  ['CERT_HAS_EXPIRED', '', 'network.untrustedCertificate', 'refused'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', '', 'network.untrustedCertificate', 'refused'],
  ['EPROTO', 'wrong version number', 'network.notAws', 'refused'],
];

describe('errors of the way', () => {
  it.each(networkRows)('%s (%s) is %s, and a change is %s', (code, message, expected, outcome) => {
    const failed = failedChange(networkError(code, message), failedCall('kms'));
    expect(failed.error.code).toBe(expected);
    expect(failed.outcome).toBe(outcome);
    expect(failed.error.facts).toMatchObject({ kind: code });
  });

  it('tells a connection that never stood from an answer that never came', () => {
    const timeout = (message: string) => Object.assign(new Error(message), { name: 'TimeoutError' });
    const never = timeout('the request socket did not establish a connection with the server');
    expect(failedChange(never, failedCall('kms'))).toMatchObject({
      outcome: 'refused',
      error: { code: 'network.timedOut' },
    });
    expect(failedChange(timeout('timed out after inactivity'), failedCall('kms')).outcome).toBe('unknown');
  });

  it('knows a page of a hotel and a proxy that refuses', () => {
    const portal = Object.assign(new SyntaxError('Unexpected token <'), {
      $metadata: { httpStatusCode: 200 },
    });
    expect(codeFor('kms', portal)).toBe('network.notAws');
    const refused = failedChange(connectionFailure('EPROXYREFUSED', 407), failedCall('kms'));
    expect(refused).toMatchObject({
      outcome: 'refused',
      error: { code: 'network.proxy', facts: { httpStatus: 407 } },
    });
    expect(failedChange(connectionFailure('ENOTAWS', 403), failedCall('kms')).outcome).toBe('refused');
    expect(failedChange(connectionFailure('ENOTAWS', 200), failedCall('kms')).outcome).toBe('unknown');
  });
});
