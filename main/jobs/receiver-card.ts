import { jsonGate } from '../parameters/intake-gates';
import { digestView } from '../parameters/fingerprint';
import type { Dialogs } from '../platform/dialogs';
import type { Picked, RequestOf } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import { forbids } from '../shared/organisation-forbids';
import type { OrganisationSettings } from '../shared/views/organisation';
import { err, ok, type Result } from '../shared/result';
import type { CardNoteView, ReceiverCardView } from '../shared/views/receiver-card';
import type { ReceiverCard } from '../receivers/card-shape';
import { isNamedSigned } from '../receivers/card-signature';
import { refuseCard } from '../receivers/check-card';
import { scriptOf } from '../receivers/plain-line';
import { termsOf } from '../receivers/card-terms';
import { readCard } from '../receivers/read-card';
import { refusePaper } from '../platform/files/paper';
import { readOne } from '../platform/files/read-one';
import { pickedFiles } from '../platform/files/picked-files';

export interface ReceiverCardPorts {
  readonly dialogs: Pick<Dialogs, 'pickReceiverCard'>;
  readonly now: () => Date;
  readonly organisation: OrganisationSettings;
}

function noteOf(card: ReceiverCard): CardNoteView {
  const { contact, wants: wanted } = card;
  if (card.version === 1) return { contact, wanted };
  const { where, stepsBefore, steps, aftercare } = card;
  return { contact, wanted, ...definedOnly({ where, stepsBefore, steps, aftercare }) };
}

/** A statement that needs nothing more is shown as one that was pasted, and can be changed in the same way. */
function accessOf(card: ReceiverCard): Pick<ReceiverCardView, 'statement' | 'terms'> {
  const terms = card.version === 1 ? undefined : termsOf(card);
  if (terms === undefined || card.version === 1) return {};
  const { blanks, statement, trust } = terms;
  const isPlain = blanks.length === 0 && trust === undefined && card.known === undefined;
  return isPlain && statement !== undefined ? { statement } : { terms };
}

/**
 * What a receiver gives out, read for the first step of the create-and-import job. Of a card come a name, digits or a
 * statement, Region names, known words, and text for people; the key policy is made of the digits and of whether grants
 * are needed, as if they had been typed; or of the statement with the person's answers in it, as if it had been pasted.
 */
export function createReceiverCard({ dialogs, now, organisation }: ReceiverCardPorts) {
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
    const signer = thumbprint && digestView(thumbprint);
    // SECURITY: whoever signs a card may have made its key a minute ago.
    if (organisation.receiverCardKeys?.includes(signer?.hex ?? '') === false) {
      return forbids('receiver', 'receiverCardKeys');
    }
    const { name, accountId, regions, needs = [], issuedAt, validUntil } = card;
    const more = card.version === 1 ? undefined : card;
    if (more?.imported === 'no')
      return err(localError('receiver', 'receiver.refusesImported', { receiver: name }));
    const script = scriptOf(name);
    return ok({
      fileName,
      name,
      regions,
      needsGrants: needs.includes('grants'),
      note: noteOf(card),
      isExpired: validUntil !== undefined && now().getTime() > Date.parse(validUntil),
      ...definedOnly({
        accountId,
        ...accessOf(card),
        isLater: more?.known && (true as const),
        multiRegion: more?.multiRegion,
        script: script === 'Latin' ? undefined : script,
        issuedAt,
        validUntil,
        signer,
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
