import { limits } from '../shared/limits';
import { ok, type Result } from '../shared/result';
import type { ReceiverCard } from './card-shape';
import { isSigned, openSignedCard } from './card-signature';
import { checkCard, refuseCard } from './check-card';
import { shown } from './shown';
import { parseStrictJson } from './strict-json';

export interface ReadCard {
  readonly card: ReceiverCard;
  /** RFC 7638, SHA-256, of the signing key; absent when the card is not signed. */
  readonly thumbprint?: Uint8Array;
}

/**
 * Reads a receiver card, signed or not (docs/receiver-card.md).
 *
 * Errors: file.tooLarge, card.notJson, card.tooDeep, card.duplicateField {field}, and those of openSignedCard and
 * checkCard.
 */
export async function readCard(bytes: Uint8Array): Promise<Result<ReadCard>> {
  const value = parseCard(bytes);
  if (!value.ok) return value;
  if (!isSigned(value.value)) {
    const card = checkCard(value.value);
    return card.ok ? ok({ card: card.value }) : card;
  }
  const opened = await openSignedCard(value.value);
  if (!opened.ok) return opened;
  const inner = parseCard(opened.value.bytes);
  if (!inner.ok) return inner;
  const card = checkCard(inner.value);
  return card.ok ? ok({ card: card.value, thumbprint: opened.value.thumbprint }) : card;
}

function parseCard(bytes: Uint8Array): Result<unknown> {
  if (bytes.length > limits.maxReceiverCardBytes) {
    return refuseCard('file.tooLarge', { maxBytes: limits.maxReceiverCardBytes });
  }
  let text: string;
  try {
    // Some editors add a byte order mark; this decoder drops it.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuseCard('card.notJson');
  }
  const parsed = parseStrictJson(text);
  if (parsed.ok) return ok(parsed.value);
  switch (parsed.fault) {
    case 'syntax':
      return refuseCard('card.notJson');
    case 'depth':
      return refuseCard('card.tooDeep');
    case 'duplicate':
      return refuseCard('card.duplicateField', { field: shown(parsed.field) });
  }
}
