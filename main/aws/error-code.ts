import { definedOnly } from '../shared/defined-only';
import type { AppError, AppErrorCode, Stage } from '../shared/errors';
import type { CallOutcome } from './kms-port';
import { accessDeniedFacts, invalidStateFacts, validationFacts } from './errors/facts';
import { credentialCode } from './errors/credential-errors';
import { networkCode } from './errors/network';
import { commonErrors, serviceErrors, type ErrorSource } from './errors/service-errors';
import { readThrown, type Thrown } from './errors/thrown';

/** The call that failed. */
export interface FailedCall {
  readonly source: ErrorSource;
  /** As AWS names it: `CreateKey`. */
  readonly operation: string;
  readonly stage: Stage;
}

/**
 * Turns what a call to AWS threw into an AppError: a code, whether to try again, AWS's request id and a few public
 * facts. Texts of the thrown object are only matched against, never passed on, because they echo what was sent.
 */
export function awsError(thrown: unknown, call: FailedCall): AppError {
  const read = readThrown(thrown);
  const code = codeOf(read, call);
  const facts = { operation: call.operation, ...factsOf(code, read) };
  return {
    code,
    stage: call.stage,
    retry: retryVerdict(code),
    changedInAws: false,
    ...(read.requestId === undefined ? {} : { requestId: read.requestId }),
    facts,
  };
}

/**
 * The outcome of a failed call that changes AWS: refused when AWS said no or the request never left; otherwise unknown,
 * because it may have been carried out.
 */
export function failedChange(
  thrown: unknown,
  call: FailedCall,
): Exclude<CallOutcome<never>, { outcome: 'done' }> {
  const error = awsError(thrown, call);
  return mayHaveHappened(thrown) ? unknownChange(error) : { outcome: 'refused', error };
}

/** The outcome of a change whose answer is missing or invalid. */
export function unknownChange(error: AppError): { readonly outcome: 'unknown'; readonly error: AppError } {
  return { outcome: 'unknown', error: { ...error, retry: 'check-first', changedInAws: true } };
}

/** The error for an answer that does not have the fields that AWS promises. */
export function unexpectedAnswer(call: FailedCall, requestId?: string): AppError {
  return {
    code: 'aws.unexpected',
    stage: call.stage,
    retry: retryVerdict('aws.unexpected'),
    changedInAws: false,
    ...(requestId === undefined ? {} : { requestId }),
    facts: { operation: call.operation, name: 'answer' },
  };
}

/** Whether the failure is likely to pass in a moment, so that a call that only reads is worth another try. */
export function isTransient({ code }: AppError): boolean {
  return [
    'aws.throttled',
    'aws.unavailable',
    'network.reset',
    'network.unreachable',
    'network.timedOut',
  ].includes(code);
}

/** Whether AWS does not know the marker of a list's next page any more: the list has to be read from its start. */
export const isInvalidMarker = ({ code, facts }: AppError): boolean =>
  code === 'aws.unexpected' && facts?.['name'] === 'InvalidMarkerException';

function codeOf(thrown: Thrown, call: FailedCall): AppErrorCode {
  return (
    networkCode(thrown) ??
    credentialCode(thrown) ??
    settingsCode(thrown) ??
    textCode(thrown, call) ??
    serviceErrors[call.source][thrown.name] ??
    commonErrors[thrown.name] ??
    (thrown.httpStatus !== undefined && thrown.httpStatus >= 500 ? 'aws.unavailable' : 'aws.unexpected')
  );
}

function settingsCode({ message }: Thrown): AppErrorCode | undefined {
  const settings = /^Invalid Configuration:|^Region not accepted|^Region is missing|^Invalid URL$/;
  return settings.test(message) ? 'network.endpointSettings' : undefined;
}

// Where one error name has several causes, the text decides.
function textCode({ name, message }: Thrown, { source }: FailedCall): AppErrorCode | undefined {
  if (/^(InvalidSignatureException|SignatureDoesNotMatch)$/.test(name)) {
    return /signature (expired|not yet current)/i.test(message) ? 'credentials.clockSkew' : undefined;
  }
  if (source === 'kms' && name === 'MalformedPolicyDocumentException') {
    if (/will not allow you to update the key policy/i.test(message)) return 'kms.policyLocksOut';
    if (/invalid principals/i.test(message)) return 'kms.policyPrincipals';
  }
  if (source === 'sts' || source === 'credentials') {
    if (/multifactorauthentication|tokencode|mfa/i.test(message)) return 'credentials.mfaRefused';
  }
  return undefined;
}

function factsOf(code: AppErrorCode, thrown: Thrown): AppError['facts'] {
  if (code === 'aws.accessDenied') return accessDeniedFacts(thrown.message);
  if (code === 'kms.invalidState') return invalidStateFacts(thrown.message);
  if (code === 'aws.validation') return validationFacts(thrown.message);
  if (code === 'aws.unexpected') {
    return {
      name: thrown.name,
      ...(thrown.httpStatus === undefined ? {} : { httpStatus: thrown.httpStatus }),
    };
  }
  if (code === 'credentials.clockSkew' && thrown.answeredAt !== undefined) {
    return { minutes: Math.round(Math.abs(Date.now() - thrown.answeredAt) / 60_000) };
  }
  if (code.startsWith('network.')) {
    return definedOnly({ kind: thrown.code, host: thrown.host, httpStatus: thrown.httpStatus });
  }
  return {};
}

function mayHaveHappened(thrown: unknown): boolean {
  const read = readThrown(thrown);
  if (read.neverSent) return false;
  if (read.httpStatus !== undefined) return !isRefusal(read);
  // Credentials and settings fail on this computer, before anything is sent.
  return credentialCode(read) === undefined && settingsCode(read) === undefined;
}

// Only AWS can say that it did nothing. A filter on the way may let a call through and refuse its answer.
function isRefusal(answered: Thrown): boolean {
  const { httpStatus = 0 } = answered;
  return httpStatus >= 400 && httpStatus < 500 && networkCode(answered) === undefined;
}

const verdicts: Readonly<Partial<Record<AppErrorCode, AppError['retry']>>> = {
  'aws.throttled': 'same',
  'aws.unavailable': 'same',
  'aws.unexpected': 'check-first',
  'aws.accessDenied': 'check-first',
  'network.unreachable': 'same',
  'network.timedOut': 'same',
  'network.reset': 'same',
  'network.proxy': 'same',
  'network.notAws': 'same',
  'network.untrustedCertificate': 'change-input',
  'credentials.expired': 'change-input',
  'credentials.clockSkew': 'check-first',
  'credentials.processFailed': 'check-first',
  'credentials.ssoSignInNeeded': 'check-first',
  'credentials.loginNeeded': 'check-first',
  'browserSignIn.expired': 'same',
  'browserSignIn.denied': 'same',
  'browserSignIn.failed': 'same',
  'kms.conflict': 'same',
  'kms.keyUnavailable': 'same',
  'kms.invalidState': 'check-first',
  'kms.disabled': 'check-first',
  'kms.notFound': 'check-first',
  'kms.limitExceeded': 'no',
  'kms.unsupported': 'no',
  'kms.keyStore': 'no',
  'kms.grant': 'no',
  'kms.invalidKeyUsage': 'no',
  'verify.roundTrip': 'check-first',
};

/** Whether trying again can help after an error with this code. */
function retryVerdict(code: AppErrorCode): AppError['retry'] {
  return verdicts[code] ?? 'change-input';
}
