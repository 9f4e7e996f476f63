import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { awsError, failedChange, isTransient } from '../../../main/aws/error-code';
import type { AppErrorCode } from '../../../main/shared/errors';
import { codeFor, failedCall, thrown } from '../../helpers/thrown-by-aws';

/** What the import calls answer, and what the other operations add. */
const kmsRows: readonly (readonly [string, string, AppErrorCode])[] = [
  ['ExpiredImportTokenException', '', 'kms.expiredImportToken'],
  ['InvalidImportTokenException', '', 'kms.invalidImportToken'],
  ['InvalidCiphertextException', '', 'kms.invalidCiphertext'],
  ['IncorrectKeyMaterialException', '', 'kms.incorrectKeyMaterial'],
  [
    'KMSInvalidStateException',
    'arn:aws:kms:eu-west-1:111111111111:key/x is pending import.',
    'kms.invalidState',
  ],
  [
    'UnsupportedOperationException',
    'k origin is AWS_KMS which is not valid for this operation.',
    'kms.unsupported',
  ],
  ['NotFoundException', "Key 'arn:x' does not exist", 'kms.notFound'],
  ['InvalidArnException', '', 'kms.invalidArn'],
  ['DependencyTimeoutException', '', 'aws.unavailable'],
  ['KMSInternalException', '', 'aws.unavailable'],
  ['ValidationException', 'A validTo date must be set', 'aws.validation'],
  ['AccessDeniedException', 'User: arn is not authorized to perform: kms:CreateKey', 'aws.accessDenied'],
  ['ThrottlingException', 'You have exceeded the rate', 'aws.throttled'],
  ['LimitExceededException', '', 'kms.limitExceeded'],
  ['AlreadyExistsException', '', 'kms.aliasTaken'],
  ['InvalidAliasNameException', '', 'kms.aliasRefused'],
  ['TagException', 'Duplicate tag keys', 'kms.tagRefused'],
  ['ConflictException', '', 'kms.conflict'],
  ['DisabledException', '', 'kms.disabled'],
  ['InvalidKeyUsageException', '', 'kms.invalidKeyUsage'],
  ['KeyUnavailableException', '', 'kms.keyUnavailable'],
  ['InvalidGrantTokenException', '', 'kms.grant'],
  ['MalformedPolicyDocumentException', 'Syntax error', 'kms.policyMalformed'],
  [
    'MalformedPolicyDocumentException',
    'The new key policy will not allow you to update the key policy in the future.',
    'kms.policyLocksOut',
  ],
  [
    'MalformedPolicyDocumentException',
    'Policy contains a statement with one or more invalid principals.',
    'kms.policyPrincipals',
  ],
];

describe('errors by name and text', () => {
  it.each(kmsRows)('KMS: %s (%s) is %s', (name, message, code) => {
    expect(codeFor('kms', thrown(name, message))).toBe(code);
  });

  it.each([
    ['AuthorizationPendingException', 'browserSignIn.expired'],
    ['ExpiredTokenException', 'browserSignIn.expired'],
    ['AccessDeniedException', 'browserSignIn.denied'],
    ['InvalidRequestException', 'browserSignIn.wrongAddress'],
    ['InvalidGrantException', 'browserSignIn.failed'],
    ['InternalServerException', 'aws.unavailable'],
  ] as const)('sign-in in the browser: %s is %s', (name, code) => {
    expect(codeFor('sso_oidc', thrown(name))).toBe(code);
  });

  it('reads names with a namespace or an address', () => {
    expect(codeFor('kms', thrown('com.amazonaws.kms#NotFoundException'))).toBe('kms.notFound');
    expect(codeFor('kms', thrown('NotFoundException:http://internal.amazon.com/'))).toBe('kms.notFound');
  });

  it('has a code for what it has never seen, a fault of AWS apart', () => {
    expect(codeFor('kms', thrown('BrandNewException'))).toBe('aws.unexpected');
    expect(codeFor('kms', thrown('X', '', { $metadata: { httpStatusCode: 503 } }))).toBe('aws.unavailable');
    for (const odd of [undefined, null, 7, 'text', {}, { name: 5, message: {}, $metadata: 'x' }]) {
      expect(codeFor('kms', odd)).toBe('aws.unexpected');
    }
  });
});

describe('what a failed change came to', () => {
  it('is refused when AWS said no', () => {
    const failed = failedChange(thrown('AccessDeniedException'), failedCall('kms'));
    expect(failed).toMatchObject({ outcome: 'refused', error: { changedInAws: false } });
  });

  it.each([500, 502, 503])('is unknown after status %i', (httpStatusCode) => {
    const failed = failedChange(
      thrown('KMSInternalException', '', { $metadata: { httpStatusCode } }),
      failedCall('kms'),
    );
    expect(failed).toMatchObject({
      outcome: 'unknown',
      error: { changedInAws: true, retry: 'check-first' },
    });
  });

  it('is refused when nothing could be signed', () => {
    const failed = failedChange(
      Object.assign(new Error('x'), { name: 'CredentialsProviderError' }),
      failedCall('kms'),
    );
    expect(failed.outcome).toBe('refused');
  });

  it('counts only what passes as worth another try', () => {
    const transient = (name: string) => isTransient(awsError(thrown(name), failedCall('kms')));
    expect(transient('ThrottlingException')).toBe(true);
    expect(transient('KMSInternalException')).toBe(true);
    expect(transient('AccessDeniedException')).toBe(false);
    expect(transient('LimitExceededException')).toBe(false);
  });
});

describe('what an error carries', () => {
  it('is the request id, the action and the kind of policy, in words of a fixed list', () => {
    const message =
      'User: arn:aws:sts::111111111111:assumed-role/Secret-Role/somebody@example.com is not authorized to perform: kms:CreateAlias on resource: arn:aws:kms:eu-west-1:111111111111:alias/secret-name with an explicit deny in a service control policy';
    const error = awsError(thrown('AccessDeniedException', message), failedCall('kms', 'CreateAlias'));
    expect(error).toEqual({
      code: 'aws.accessDenied',
      stage: 'run',
      retry: 'check-first',
      changedInAws: false,
      requestId: '00000000-aaaa-bbbb-cccc-000000000001',
      facts: {
        operation: 'CreateAlias',
        action: 'kms:CreateAlias',
        resource: 'alias',
        because: 'service-control-policy',
        explicit: 'yes',
      },
    });
  });

  it('is never what was sent, although AWS echoes it', () => {
    const planted = 'PLANTED-VALUE-0123456789';
    const message = `1 validation error detected: Value 'x at '${planted}' at 'tags.1.member.tagKey' failed to satisfy constraint: ${planted}`;
    const error = Object.assign(thrown('ValidationException', message), {
      $response: { body: planted, headers: { authorization: planted } },
      cause: { code: planted, message: planted },
      [planted]: planted,
    });
    const text = JSON.stringify(awsError(error, failedCall('kms')));
    expect(text).not.toContain(planted);
    expect(text).toContain('"field":"tags.1.member.tagKey"');
  });

  it('names the state that KMS speaks of, and the minutes that the clock is off', () => {
    const state = awsError(thrown('KMSInvalidStateException', 'k is pending deletion.'), failedCall('kms'));
    expect(state.facts).toMatchObject({ state: 'PendingDeletion' });
    const answeredAt = new Date(Date.now() - 20 * 60_000).toUTCString();
    const skewed = thrown('RequestTimeTooSkewed', '', { $response: { headers: { date: answeredAt } } });
    expect(awsError(skewed, failedCall('sts')).facts).toMatchObject({ minutes: 20 });
  });
});

const recordedFile = resolve(import.meta.dirname, '../../../../shared/data/aws-recorded-kms.json');
const recorded = readRecorded();

function readRecorded(): string | undefined {
  try {
    return readFileSync(recordedFile, 'utf8');
  } catch (error) {
    if (process.env['CI']) throw error;
    return undefined;
  }
}

describe.skipIf(recorded === undefined)('errors recorded from AWS (skipped without ../shared/data)', () => {
  it('all have a code of their own', () => {
    const found: [string, string][] = [];
    JSON.parse(recorded ?? '{}', (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'Code' in value && 'Message' in value) {
        found.push([String(value.Code), String(value.Message)]);
      }
      return value;
    });
    expect(found.length).toBeGreaterThan(8);
    const unmapped = found.filter(
      ([name, message]) => codeFor('kms', thrown(name, message)) === 'aws.unexpected',
    );
    expect(unmapped).toEqual([]);
  });
});
