export const checkRecordPage = {
  title: 'Check a record',
  lead: 'See whether a ceremony record is as it was saved, and what it says. AWS is not touched, and no network is needed.',
  dropTitle: 'Drop the record here',
  dropText: 'The JSON file that Save ceremony record wrote. It is only read; nothing is kept.',
  dropNow: 'Let go to check it',
  choose: 'Choose record',
  another: 'Choose another record',
  checking: 'Checking…',
  whole: 'The record is whole',
  wholeText:
    'No event in it was changed, moved, left out or added since its head hash was computed. Now compare the head hash with the signed paper: only the paper shows that this is the record that was signed.',
  practiceTitle: 'PRACTICE: this is the record of a practice ceremony',
  practiceText: 'Nothing in it exists in AWS.',
  headTitle: 'Head hash',
  headOnPaper: 'Head hash on the paper',
  headOptional: ' – optional',
  headOnPaperText:
    'Compare by eye, or type or paste what is on the paper; its QR code holds the same 64 digits.',
  headNotHex: 'A head hash has 64 digits, from 0 to 9 and a to f.',
  headSame: 'The same as on the paper, all 64 digits',
  headDiffers: (group: number) =>
    `Not the same: group ${group} differs. This is not the record that was signed, or it was typed wrongly.`,
  headSoFar: (digits: number) => `The same so far, ${digits} of 64 digits`,
  file: 'File',
  copyFiles: 'Copy files',
  custodians: 'Custodians',
} as const;
