/** What is known of a file so far: its name, then its size, then its first bytes (at most `headBytes`). */
export interface Glimpse {
  /** Base name. */
  readonly name: string;
  readonly size?: number;
  readonly head?: Uint8Array;
}

/**
 * Enough to tell a public key from a private one, as bytes, as PEM and as base64. The beginning of a private key is not
 * secret.
 */
export const headBytes = 24;

/**
 * `wanted`: the next step may be taken; once the head is known, the file is read. Others are never read: `unknown` is
 * of no use here, `key-material` may be key material by its name or size, `private-key` by its first bytes.
 */
export type Verdict = 'wanted' | 'unknown' | 'key-material' | 'private-key';

/** Decides, each time more is known of a file, whether the next part may be read. */
export type Gate = (glimpse: Glimpse) => Verdict;
