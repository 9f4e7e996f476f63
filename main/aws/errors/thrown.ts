import { wasNeverSent } from './never-sent';

/**
 * The few public facts that are read from an error of the SDK, of Node, or of an endpoint that is not AWS. SECURITY:
 * nothing else is ever read, because such objects can carry requests, headers and texts with credentials.
 */
export interface Thrown {
  readonly name: string;
  /** Only for matching; never shown and never logged. */
  readonly message: string;
  /** Node's error code, such as `ECONNRESET`. */
  readonly code?: string;
  /** Absent when no answer came. */
  readonly httpStatus?: number;
  readonly requestId?: string;
  /** When the answer was made, by the server's clock; milliseconds since 1970. */
  readonly answeredAt?: number;
  /** The host name that could not be looked up. */
  readonly host?: string;
  /** The SDK noticed that the clock is wrong, and will sign the next request with the right time. */
  readonly clockSkewCorrected: boolean;
  /** No byte of the request has left this computer. */
  readonly neverSent: boolean;
}

/** Reads what was thrown, and trusts none of its fields. */
export function readThrown(thrown: unknown): Thrown {
  const top = isRecord(thrown) ? thrown : {};
  const inner = isRecord(top['cause']) ? top['cause'] : {};
  const metadata = isRecord(top['$metadata']) ? top['$metadata'] : {};
  const code = text(top['code']) || text(inner['code']);
  const status = metadata['httpStatusCode'] ?? top['httpStatus'];
  const requestId = requestIdOf(metadata['requestId']);
  const host = text(top['hostname']);
  const response = isRecord(top['$response']) ? top['$response'] : {};
  const headers = isRecord(response['headers']) ? response['headers'] : {};
  const answeredAt = Date.parse(text(headers['date']));
  return {
    name: nameOf(top),
    message: text(top['message']),
    ...(/^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? { code } : {}),
    ...(typeof status === 'number' && Number.isInteger(status) ? { httpStatus: status } : {}),
    ...(requestId === undefined ? {} : { requestId }),
    ...(/^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,10}$/.test(host) ? { host } : {}),
    ...(Number.isNaN(answeredAt) ? {} : { answeredAt }),
    clockSkewCorrected: metadata['clockSkewCorrected'] === true,
    neverSent: wasNeverSent(thrown),
  };
}

/** AWS's id of a request, as in CloudTrail; undefined for anything that does not look like one. */
export function requestIdOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-fA-F-]{8,64}$/.test(value) ? value : undefined;
}

// Some protocols put a namespace before the name and an address after it: `com.amazonaws.kms#Name:http://…`.
function nameOf(top: Record<string, unknown>): string {
  const name = text(top['name']).replace(/^.*#/, '').replace(/:.*$/, '');
  return /^[A-Za-z.]{1,100}$/.test(name) ? name : 'Error';
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
