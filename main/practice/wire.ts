/** A request as plain data, whether it came from a socket or from the SDK. */
export interface WireRequest {
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The host name that the request was meant for; AWS's own contain the Region. */
  readonly host?: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The practice AWS hung up instead of answering. A server over a socket then cuts it; clients see a reset. */
export class ConnectionDropped extends Error {
  readonly code = 'ECONNRESET';
  constructor() {
    super('The connection was reset before an answer came.');
    this.name = 'Error';
  }
}

const utf8 = new TextEncoder();

export function textAnswer(status: number, contentType: string, text: string): WireAnswer {
  return { status, headers: { 'content-type': contentType }, body: utf8.encode(text) };
}

export function textOf(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

/** Who signed a request, and for which Region, from the signature's scope. The signature is not verified. */
export interface Signature {
  readonly accessKeyId: string;
  readonly region: string;
}

/**
 * @returns undefined for a request without Signature Version 4.
 * Source: AWS General Reference, "Create a signed request", Authorization header.
 */
export function signatureOf(request: WireRequest): Signature | undefined {
  const header = request.headers['authorization'] ?? '';
  const scope = /^AWS4-HMAC-SHA256 .*Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\//.exec(header);
  const [, accessKeyId, region] = scope ?? [];
  return accessKeyId && region ? { accessKeyId, region } : undefined;
}

/** The Region in an AWS host name such as kms.eu-central-1.amazonaws.com. */
export function regionInHost(host: string | undefined): string | undefined {
  return /^[\w.-]*?\.((?:[a-z]+-){2,3}\d+)\./.exec(host ?? '')?.[1];
}
