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
  skipTo: (title: string): string => `Skip to ${title}`,
} as const;
