import { wasNeverSent } from './never-sent';

/**
 * The few public things that are read from something thrown by the SDK, by Node, or by an endpoint that is not AWS.
 * SECURITY: such objects can carry requests, headers and texts with credentials in them; nothing else is ever read.
 */
export interface Thrown {
  readonly name: string;
  /** To be matched against; never shown and never logged. */
  readonly message: string;
  /** Node's error code, such as `ECONNRESET`. */
  readonly code?: string;
  /** Absent when no answer came. */
  readonly httpStatus?: number;
  readonly requestId?: string;
  /** Milliseconds since 1970: when the answer was made, by the clock of whoever answered. */
  readonly answeredAt?: number;
  /** The name that could not be looked up. */
  readonly host?: string;
  /** The SDK has noticed that the clock is off, and will sign the next request with the right time. */
  readonly clockSkewCorrected: boolean;
  /** No byte of the request has left this computer. */
  readonly neverSent: boolean;
}

/** Reads what was thrown, distrusting every field. */
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

/** AWS's id of a request, which CloudTrail knows as well; undefined for anything that is not shaped like one. */
export function requestIdOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-fA-F-]{8,64}$/.test(value) ? value : undefined;
}

// Some protocols give the name with a namespace in front or an address behind: `com.amazonaws.kms#Name:http://…`.
function nameOf(top: Record<string, unknown>): string {
  const name = text(top['name']).replace(/^.*#/, '').replace(/:.*$/, '');
  return /^[A-Za-z.]{1,100}$/.test(name) ? name : 'Error';
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
