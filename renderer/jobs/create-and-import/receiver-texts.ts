import type { ReceiverCardView } from '../../../main/shared/views/receiver-card';
import { receiverWords } from '../../words/create-and-import/receiver';
import { cardWords, fromCard } from '../../words/create-and-import/receiver-card';
import { accountBlank } from './blanks';
import type { ReceiverFields } from './state';

/** The text beside each field: where its value comes from, as long as it comes from the card. */
export const receiverTexts = {
  name: ({ name }: ReceiverFields, card: ReceiverCardView | undefined): string =>
    card ? fromCard(name.trim(), card.name) : receiverWords.nameText,

  account: (receiver: ReceiverFields, card: ReceiverCardView | undefined, isPractice: boolean): string =>
    card?.accountId === undefined
      ? isPractice
        ? receiverWords.practiceAccountText
        : accountText(receiver)
      : fromCard(receiver.accountId, card.accountId),

  grants: ({ needsGrants }: ReceiverFields, card: ReceiverCardView | undefined): string => {
    if (card === undefined) return receiverWords.grantsText;
    if (needsGrants === card.needsGrants) return cardWords.grantsFromCard;
    return card.needsGrants ? cardWords.cardNeedsGrants : cardWords.cardNeedsNoGrants;
  },

  region: (
    { region }: ReceiverFields,
    card: ReceiverCardView | undefined,
    regionOfProfiles: string | undefined,
  ): string => {
    if (card !== undefined) {
      if (region !== undefined && !card.regions.includes(region))
        return cardWords.regionElsewhere(card.regions);
      return card.regions.length === 1 ? cardWords.regionFromCard : cardWords.regionsOf(card.regions);
    }
    const isOfProfiles = region !== undefined && region === regionOfProfiles;
    return isOfProfiles ? receiverWords.regionSuggested : receiverWords.regionText;
  },
} as const;

function accountText(receiver: ReceiverFields): string {
  const hint = accountBlank(receiver)?.hint;
  return hint === undefined ? receiverWords.accountText : `${hint} ${receiverWords.accountSpaces}`;
}
