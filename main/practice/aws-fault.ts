/**
 * An error that AWS would answer with. An operation throws it anywhere, and so reads like AWS's own description; one
 * place turns it into the answer of the protocol.
 */
export class AwsFault extends Error {
  readonly code: string;
  readonly status: number;
  /** The error's text; undefined where AWS sends none, which clients must cope with. */
  readonly detail: string | undefined;

  constructor(code: string, detail?: string, status = 400) {
    super(detail ?? code);
    this.name = 'AwsFault';
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}

export function refuse(code: string, detail?: string, status?: number): never {
  throw new AwsFault(code, detail, status);
}

/** The error for binary members, whose value AWS does not repeat. @param position of the member in the request */
export function invalidBytes(position: string, constraint: string): never {
  refuse(
    'ValidationException',
    `1 validation error detected: Value at '${position}' failed to satisfy constraint: ${constraint}`,
  );
}

/** @param position of the member in the request, as AWS writes it: `tags.1.member.tagKey` */
export function invalid(value: string, position: string, constraint: string): never {
  refuse(
    'ValidationException',
    `1 validation error detected: Value '${value}' at '${position}' failed to satisfy constraint: ${constraint}`,
  );
}

export function missing(position: string): never {
  refuse(
    'ValidationException',
    `1 validation error detected: Value null at '${position}' failed to satisfy constraint: Member must not be null`,
  );
}
