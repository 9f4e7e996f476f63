import { awsError, type FailedCall } from '../../main/aws/error-code';
import type { ErrorSource } from '../../main/aws/errors/service-errors';
import type { AppErrorCode } from '../../main/shared/errors';

/** An error as the SDK throws it. */
export const thrown = (name: string, message = '', more: object = {}): Error =>
  Object.assign(
    new Error(message),
    { name, $metadata: { httpStatusCode: 400, requestId: '00000000-aaaa-bbbb-cccc-000000000001' } },
    more,
  );

export const failedCall = (source: ErrorSource, operation = 'CreateKey'): FailedCall => ({
  source,
  operation,
  stage: 'run',
});

export const codeFor = (source: ErrorSource, error: unknown): AppErrorCode =>
  awsError(error, failedCall(source)).code;
