import { randomFillSync } from 'node:crypto';
import { inspect } from 'node:util';

/**
 * Owns the only copy of some key material: an unpooled buffer outside V8's heap, which can be wiped for good.
 * Prints, serialises and inspects as `[secret]`. Wipe it in a `finally`.
 */
export class Secret {
  /** In bytes; still known after the wipe. */
  readonly length: number;
  #bytes: Uint8Array | undefined;

  private constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#bytes = bytes;
  }

  /** Makes key material from the system's secure random source. @param length bytes, at least 1. */
  static generate(length: number): Secret {
    const bytes = unpooled(length);
    randomFillSync(bytes);
    return new Secret(bytes);
  }

  /** Moves key material in: `source` is copied, then wiped. @param source at least 1 byte. */
  static take(source: Uint8Array): Secret {
    try {
      const bytes = unpooled(source.length);
      bytes.set(source);
      return new Secret(bytes);
    } finally {
      source.fill(0);
    }
  }

  /**
   * Lends the bytes to `borrow` until it returns, or until the promise that it returns settles. It must keep no
   * reference and make no copy.
   *
   * @throws after the wipe
   */
  use<T>(borrow: (bytes: Uint8Array) => T): T {
    if (!this.#bytes) throw new Error('This secret was wiped.');
    return borrow(this.#bytes);
  }

  /** Overwrites the bytes with zeros. A second call changes nothing. */
  wipe(): void {
    this.#bytes?.fill(0);
    this.#bytes = undefined;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}

function unpooled(length: number): Uint8Array {
  if (!Number.isSafeInteger(length) || length < 1) throw new RangeError('A secret has at least one byte.');
  // SECURITY: small buffers may share a pool, and V8 may move what is in its heap; a separate ArrayBuffer stays in one
  // place until it is wiped.
  return Buffer.from(new ArrayBuffer(length));
}
