import { jsonGate } from '../parameters/intake-gates';
import { digestView } from '../parameters/fingerprint';
import type { Dialogs } from '../platform/dialogs';
import type { Picked, RequestOf } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import { err, ok, type Result } from '../shared/result';
import type { ReceiverCardView } from '../shared/views/receiver-card';
import { isNamedSigned } from '../receivers/card-signature';
import { refuseCard } from '../receivers/check-card';
import { scriptOf } from '../receivers/plain-line';
import { readCard } from '../receivers/read-card';
import { refusePaper } from '../platform/files/paper';
import { readOne } from '../platform/files/read-one';
import { pickedFiles } from '../platform/files/picked-files';

export interface ReceiverCardPorts {
  readonly dialogs: Pick<Dialogs, 'pickReceiverCard'>;
  readonly now: () => Date;
}

/**
 * What a receiver gives out, read for the first step of the create-and-import job. Of a card come a name, digits,
 * Region names and known words; the key policy is made of the digits and of whether grants are needed, as if they had
 * been typed.
 */
export function createReceiverCard({ dialogs, now }: ReceiverCardPorts) {
  /** Errors: file.*, card.*. */
  async function read(paths: readonly string[]): Promise<Result<ReceiverCardView>> {
    const notPaper = refusePaper(paths, 'receiver', 'card');
    if (!notPaper.ok) return notPaper;
    const file = await readOne(
      notPaper.value,
      { maxBytes: limits.maxReceiverCardBytes, stage: 'receiver', gate: jsonGate },
      () => localError('receiver', 'card.notJson'),
    );
    if (!file.ok) return file;
    const { fileName, bytes } = file.value;
    // SECURITY: an opened copy is JSON as well; of it no string is made.
    const isCopy = bytes.includes('"keyMaterial"');
    const found = isCopy ? err(localError('receiver', 'card.notACard')) : await readCard(bytes);
    // Whatever was brought by mistake might have been key material.
    bytes.fill(0);
    if (!found.ok) return found;
    const { card, thumbprint } = found.value;
    // SECURITY: nothing in a card without a signature can say that it had one; the name of the file can.
    if (thumbprint === undefined && isNamedSigned(fileName)) return refuseCard('card.signatureMissing');
    const { name, accountId, regions, needs, contact, wants, issuedAt, validUntil } = card;
    const script = scriptOf(name);
    return ok({
      fileName,
      name,
      accountId,
      regions,
      needsGrants: needs.includes('grants'),
      note: { contact, wanted: wants },
      isExpired: validUntil !== undefined && now().getTime() > Date.parse(validUntil),
      ...definedOnly({
        script: script === 'Latin' ? undefined : script,
        issuedAt,
        validUntil,
        signer: thumbprint && digestView(thumbprint),
      }),
    });
  }

  return {
    verbs: {
      readReceiverCard: ({
        files,
      }: RequestOf<'readReceiverCard'>): Promise<Result<Picked<ReceiverCardView>>> =>
        pickedFiles(files, dialogs.pickReceiverCard, read),
    },
  };
}
