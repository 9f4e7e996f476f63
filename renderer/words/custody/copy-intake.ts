import type { CopyForm, FoundCopyView } from '../../../main/shared/views/custody';
import { copyFormName, missingNumbersLine, sharesAtHandLine } from './copies';

export const copyIntake = {
  drop: 'Drop the sealed copy, or the shares, here',
  dropHint:
    'One age file, with the identity file if it was sealed for age recipients. Or shares, one after the other or several at once, as files or as sheets. Anywhere in this window.',
  dropAnother: 'Another copy? Drop it here to replace this one',
  dropShare: 'Another share? Drop it here to add it',
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
    collected: 'Shares of this set',
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
      text: 'Add the share of another custodian. Those that are here stay.',
    },
  },
  othersStay: 'Everything else that you brought is here, and stays.',
  share: (number: number, custodian: string) => `Share ${number}, ${custodian}`,
  shareTyped: 'typed or scanned',
  shareMissing: (number: number) => `Share ${number} is not here`,
  remove: 'Remove',
  removeNamed: (number: number, custodian: string) => `Remove share ${number}, ${custodian}`,
  whoIsMissing:
    'The shares here do not say who keeps the others. The ceremony record and the successor card name all custodians.',
  held: (until: string) =>
    `Shares are held by a process of their own until ${until}, and each one that is added gives another half hour. Once they are used, or you leave, they are overwritten.`,
} as const;

/** A share as its custodian reads it from the paper. */
export const typedShare = {
  title: 'Type or scan a share from its sheet',
  label: 'Lines of the share',
  text: 'Click here and scan the code of the sheet with a hand-held scanner, paste the lines, or type them, from “Keyferry share” to “Checksum”. Capital letters and spaces do not matter. When they are added, they leave this field at once, also when something is mistyped.',
  add: 'Add these lines',
  missing: 'Scan, paste or type the lines first.',
  tooLong: 'This is longer than any share.',
} as const;

/** `1 more share is needed`. */
export function sharesNeeded(more: number): string {
  if (more <= 0) return 'Enough shares are here';
  return more === 1 ? '1 more share is needed' : `${more} more shares are needed`;
}

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
  const { form, shares } = view;
  if (shares === undefined) return `${foundCopyTitle(view)}. ${copyFormName(form)}.`;
  const missing = missingNumbersLine(shares);
  const others = missing === undefined ? '' : ` ${copyIntake.labels.missing}: ${missing}.`;
  return `${foundCopyTitle(view)}. ${sharesAtHandLine(shares)}.${others}`;
}
