import type { CardTerms } from '../../schemas/receiver';
import type { FingerprintView } from './app';
import type { ReceiverWant } from './receiver-wants';

/** The statements of a key policy that a receiver card can ask for. A card cannot add others. */
export const statementWords = ['cryptographic-use', 'grants'] as const;

/** What else a receiver card says: text for people, on which nothing depends. */
export interface CardNoteView {
  /** A mail address, a telephone number or a web address. Shown, never followed. */
  readonly contact: string;
  readonly wanted: readonly ReceiverWant[];
  /** Where the wanted facts are typed; cards of version 2 only, as what follows. */
  readonly where?: string;
  /** What the customer does at the receiver before the key is made, and after. */
  readonly stepsBefore?: readonly string[];
  readonly steps?: readonly string[];
  /** Waiting times, checks, and what must be kept. */
  readonly aftercare?: readonly string[];
}

/** A receiver card, and who signed it. */
export interface ReceiverCardView {
  readonly fileName: string;
  readonly name: string;
  /** Unicode's name of the script that the name is written in; absent if it is Latin or has no letters. */
  readonly script?: string;
  /** 12 digits; absent where a statement says whom to let in. */
  readonly accountId?: string;
  /** A statement, several or a whole policy, JSON. It passed the rules for a pasted one. */
  readonly statement?: string;
  /** In place of an account or a statement; its blanks are filled in by the person. */
  readonly terms?: CardTerms;
  /** Set where the receiver says whom to let in only once it knows the ARN of the key. */
  readonly isLater?: true;
  /** At least one, all of one partition. */
  readonly regions: readonly string[];
  readonly needsGrants: boolean;
  readonly multiRegion?: 'required' | 'advised' | 'possible' | 'no';
  readonly note: CardNoteView;
  /** ISO 8601, UTC. */
  readonly issuedAt?: string;
  readonly validUntil?: string;
  readonly isExpired: boolean;
  /** Fingerprint of the signing key; absent when the card is not signed. */
  readonly signer?: FingerprintView;
}
