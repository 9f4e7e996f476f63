import { ceremonyMaterial } from './material';
import { keyWords } from './key';
import { receiverWords } from './receiver';
import { reviewWords } from './review';
import { signInWords } from '../sign-in/sign-in';

/** Titles of the steps of the create-and-import job, in their order. */
export const stepTitles = {
  receiver: receiverWords.title,
  'sign-in': signInWords.title,
  key: keyWords.title,
  material: ceremonyMaterial.title,
  review: reviewWords.title,
} as const;

export const stepDescriptions = {
  receiver: receiverWords.description,
  'sign-in': signInWords.description,
  key: keyWords.description,
  material: ceremonyMaterial.description,
  review: reviewWords.description,
} as const;

export const skipWords = {
  optional: 'suggestions at hand',
  /** In the list of steps, once it was skipped. */
  fromCard: 'taken from the card',
  skipped: 'The Key step was skipped',
  taken: (receiver: string, alias: string): string =>
    `The card of ${receiver} says what the receiver may do with the key, and the alias is ${alias}. Review shows the whole key before anything is created.`,
  look: 'Look at the Key step',
  skipTo: (title: string): string => `Skip to ${title}`,
} as const;
