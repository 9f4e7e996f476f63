import type { CopyForm, FoundCopyView } from '../../../main/shared/views/custody';
import { copyFormName, sharesAtHandLine } from './copies';

export const copyIntake = {
  drop: 'Drop the sealed copy, or the shares, here',
  dropHint:
    'One age file, with the identity file if it was sealed for age recipients. Or the shares of one set, all at once. Anywhere in this window.',
  dropAnother: 'Another copy? Drop it here to replace this one',
  release: 'Release to look at these files',
  choose: 'Choose files',
  looking: 'Waiting for the files',
  missing: 'Add the sealed copy, or the shares, first.',
  unopened: 'Nothing was opened yet: this is what the files show from the outside.',
  labels: {
    files: 'Files',
    form: 'Protection',
    identity: 'Age identity file',
    set: 'Share set',
    needed: 'Needed',
    atHand: 'At hand',
    custodians: 'Brought by',
    missing: 'Not at hand',
  },
  needed: (threshold: number, count: number) => `Any ${threshold} of ${count} shares`,
  identityHere: 'Came with the copy',
  identityMissing: 'Did not come with the copy',
  lacks: {
    identity: {
      title: 'The age identity file is not here yet',
      text: 'This copy was sealed for age recipients. Choose it once more, together with the identity file of one of them.',
    },
    shares: {
      title: 'More shares are needed',
      text: 'Ask another custodian for a share of this set. Then choose all shares together, including those that are already here.',
    },
  },
} as const;

const titles: Record<CopyForm, string> = {
  passphrase: 'This is a sealed copy',
  recipients: 'This is a sealed copy',
  shares: 'These are shares of one set',
};

export function foundCopyTitle({ form }: FoundCopyView): string {
  return titles[form];
}

/** What a screen reader says once the files have been looked at. */
export function announceCopy(view: FoundCopyView): string {
  const more = view.shares === undefined ? copyFormName(view.form) : sharesAtHandLine(view.shares);
  return `${foundCopyTitle(view)}. ${more}.`;
}
