import type { FingerprintView } from './app';

/** The statements of a key policy that a receiver may ask for. There are no others, and a card cannot make one. */
export const statementWords = ['cryptographic-use', 'grants'] as const;

/** What a receiver may ask to be told of the key, as the hand-over summary has it. */
export const wantedWords = [
  'key-arn',
  'account-id',
  'region',
  'alias',
  'key-state',
  'expiry',
  'multi-region',
  'key-material-id',
] as const;
export type WantedWord = (typeof wantedWords)[number];

/** What a receiver card says besides the policy: text for people, which nothing is decided by. */
export interface CardNoteView {
  /** A mail address, a telephone number or a web address. Shown, never followed. */
  readonly contact: string;
  readonly wanted: readonly WantedWord[];
}

/** What a receiver gave out, and who signed it. */
export interface ReceiverCardView {
  readonly fileName: string;
  readonly name: string;
  /** Whose letters the name is written in, as Unicode names the script; absent where it is Latin or has no letters. */
  readonly script?: string;
  /** 12 digits. */
  readonly accountId: string;
  /** At least one, all of one partition. */
  readonly regions: readonly string[];
  readonly needsGrants: boolean;
  readonly note: CardNoteView;
  /** ISO 8601, UTC. */
  readonly issuedAt?: string;
  readonly validUntil?: string;
  readonly isExpired: boolean;
  /** Of the key that signed the card; absent when nobody did. */
  readonly signer?: FingerprintView;
}
