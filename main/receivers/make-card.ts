import { ok, type Result } from '../shared/result';
import { cardFormat, type ReceiverCard } from './card-shape';
import { thumbprintOf } from './card-signature';
import { checkCard } from './check-card';
import { signJson } from './sign-json';

export interface MadeCard {
  /** The file, UTF-8. */
  readonly text: string;
  /** RFC 7638, SHA-256, of the signing key; absent when the card is not signed. */
  readonly thumbprint?: Uint8Array;
}

/** What a card of each version says. */
type OfEach<Card> = Card extends ReceiverCard ? Omit<Card, 'format'> : never;

/**
 * Makes the file of a receiver card, and checks it as `readCard` would.
 *
 * Errors: those of checkCard.
 *
 * @param signingKey PEM (PKCS#8) of an Ed25519 private key.
 * @throws when `signingKey` is not such a key
 */
export async function makeCard(fields: OfEach<ReceiverCard>, signingKey?: string): Promise<Result<MadeCard>> {
  const card = checkCard({ format: cardFormat, ...fields });
  if (!card.ok) return card;
  const text = `${JSON.stringify(card.value, null, 2)}\n`;
  if (signingKey === undefined) return ok({ text });
  const signed = await signJson(text, signingKey);
  return ok({ text: signed.text, thumbprint: thumbprintOf(signed) });
}
