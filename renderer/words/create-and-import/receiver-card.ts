import type { ReceiverCardView } from '../../../main/shared/views/receiver-card';
import type { ReceiverWant } from '../../../main/shared/views/receiver-wants';
import { wantNames } from '../run/receiver-wants';
import { bothInstants } from '../shell/instants';

/** A receiver card on screen, and what is said about the fields that it filled. */
export const cardWords = {
  drop: 'Do you have a receiver card? Drop it here',
  dropAnother: 'Another receiver card? Drop it here to replace this one',
  release: 'Release to read this receiver card',
  choose: 'Choose a receiver card',
  looking: 'Waiting for the receiver card',
  remove: 'Remove this card',
  title: (name: string) => `Receiver card of ${name}`,
  lead: 'The fields below were filled from it, and you can still change them.',
  announce: (name: string) => `The receiver card of ${name} was read. The fields were filled from it.`,
  fromCard: 'From the card. Compare it with what the receiver told you.',
  grantsFromCard: 'From the card.',
  cardSays: (text: string) => `You changed this. The card says ${text}.`,
  otherStatement: 'You changed this. The card has another statement.',
  cardNeedsGrants: 'You changed this. The card asks for it.',
  cardNeedsNoGrants: 'You changed this. The card does not ask for it.',
  regionsOf: (regions: readonly string[]) => `The card leaves you the choice: ${regions.join(', ')}.`,
  regionFromCard: 'From the card. A key cannot be moved to another Region later.',
  regionElsewhere: (regions: readonly string[]) =>
    `This Region is not on the card, which says ${regions.join(', ')}.`,
  labels: {
    name: 'Receiver',
    account: "Receiver's AWS account ID",
    regions: 'AWS Regions',
    policy: 'Asks to be allowed',
    multiRegion: 'Multi-Region key',
    where: 'Typed in at',
    before: 'Before the key is made',
    after: 'Once the key is made',
    aftercare: 'Good to know afterwards',
    contact: 'Contact',
    wanted: 'Wants to be told',
    issued: 'Issued',
    validUntil: 'Valid until',
    file: 'File',
  },
  needs: {
    use: 'To use the key',
    grants: 'To use the key, and to let AWS services use it (grants)',
    statement: 'What its statement says, which is explained below',
    filledIn: 'What its statement says once you have filled in the fields below',
    ownRole: 'To use the key through a role of your own account, which its statement lets in',
    grant: (operations: readonly string[]) =>
      `To use the key by a grant, once it knows the ARN: ${operations.join(', ')}`,
    later: 'It says so once it knows the ARN of the key',
  },
  script: {
    title: (script: string) => `The name is written in ${script} characters`,
    text: 'Some of them may look like the letters of a name that you know. Check that the receiver writes its name this way.',
  },
  signed: {
    title: 'This card is signed',
    text: 'The owner of the key with this fingerprint made it, and it has not been changed since. Compare the fingerprint with the one that the receiver publishes, for example on their website: if one word differs, the card is not theirs.',
  },
  unsigned: {
    title: 'This card is not signed',
    text: 'Anybody could have written it. Compare the account ID, or whom the statement names, with what the receiver told you in another way, such as their contract or their website. If they told you that their card is signed, do not use this one: somebody may have taken the signature off and changed the card.',
  },
  expired: {
    title: 'This card has expired',
    text: (instant: string) =>
      `It was valid until ${instant}. Ask the receiver for a new one, or whether what it says still holds.`,
  },
} as const;

/** `Key ARN, AWS account ID, AWS Region`. */
export function wantedText(wanted: readonly ReceiverWant[]): string {
  return wanted.map((word) => wantNames[word]).join(', ');
}

/** Beside a field that a card filled in. */
export const fromCard = (value: string, ofCard: string): string =>
  value === ofCard ? cardWords.fromCard : cardWords.cardSays(ofCard);

type Needs = Pick<ReceiverCardView, 'needsGrants' | 'statement' | 'terms' | 'isLater'>;

export function needsText({ needsGrants, statement, terms, isLater }: Needs): string {
  if (terms?.grant) return cardWords.needs.grant(terms.grant.operations);
  if (isLater === true) return cardWords.needs.later;
  if (terms) return terms.trust ? cardWords.needs.ownRole : cardWords.needs.filledIn;
  if (statement !== undefined) return cardWords.needs.statement;
  return needsGrants ? cardWords.needs.grants : cardWords.needs.use;
}

/** The times that a card says, as people read them. */
export function cardInstant(instant: string | undefined, timeZone?: string): string | undefined {
  return instant === undefined ? undefined : bothInstants(new Date(instant), timeZone);
}
