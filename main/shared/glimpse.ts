/** What is known of a file: its name; then its size; then its first bytes, at most `headBytes`. Nothing more was read. */
export interface Glimpse {
  /** Base name. */
  readonly name: string;
  readonly size?: number;
  readonly head?: Uint8Array;
}

/** Enough to tell a public key from a private one, as bytes, as PEM and as base64. No private key begins with a secret part. */
export const headBytes = 24;

/**
 * `wanted`: may be looked at further, and read once its head is known. All others are never read: `unknown` is of no use
 * here, `key-material` may be key material by name or size, `private-key` by how it begins.
 */
export type Verdict = 'wanted' | 'unknown' | 'key-material' | 'private-key';

/** Asked once for each thing that becomes known of a file, before anything more of it is read. */
export type Gate = (glimpse: Glimpse) => Verdict;
