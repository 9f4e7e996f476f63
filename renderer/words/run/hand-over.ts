import type { HandOverView } from '../../../main/shared/views/aws';
import { bothInstants } from '../shell/instants';

export const handOverPage = {
  title: 'Hand over',
  done: 'The key is ready',
  doneText: (receiver: string, untested: HandOverView['untested']) =>
    `${testText(untested)} Now give ${receiver} what is below; nothing in it is secret.`,
  practiceDone: 'You have practised the whole job',
  practiceText:
    'With a real key, this is what you would give to the receiver. Nothing was created in AWS, so do not send this. “Now for real” begins afresh: nothing is taken over from practice.',
  forReal: 'Now for real',
  listTitle: 'What is left to do',
  listText: (count: 4 | 5) =>
    `${count === 4 ? 'Four' : 'Five'} things, each for somebody else. Nothing in them is secret.`,
  items: {
    summary: {
      title: (receiver: string) => `Send ${receiver} the summary`,
      text: 'One page with everything about the key that a receiver may ask.',
    },
    card: {
      title: 'Put the successor card into the safe',
      text: 'It tells the person who comes after you which key this is, and how its material is put back.',
    },
    record: {
      title: 'Keep the ceremony record for the auditor',
      text: 'Who did what, when, and with which key. It shows whether it was changed.',
    },
  },
  keyTitle: 'The key',
  copySummary: 'Copy summary',
  saveSummary: 'Save summary',
  savePdf: 'PDF, one page for the receiver',
  saveText: 'Text file, for the receiver',
  saveJson: 'JSON file, for your own records',
  saved: (name: string, folder: string) => `Saved as ${name} in the folder ${folder}`,
  show: 'Show',
  showNamed: (name: string) => `Show ${name} in its folder`,
  print: 'Print',
  printNamed: (name: string) => `Print ${name}: opens it in your PDF program`,
  opened: 'Opened in your PDF program. Print it there.',
  notShown: 'The folder could not be shown. Open it in your file manager.',
  preparing: 'Preparing the PDF…',
  pdfTitle: 'Summary as a PDF',
  contact: 'Contact for questions, and for withdrawing the key',
  contactText:
    'Who the receiver can turn to: a name, a telephone number, an address. You may leave it empty; then the page says “none given”.',
  savePdfNow: 'Save PDF',
  cancelPdf: 'Cancel',
  saveCard: 'Save successor card',
  statementTitle: (receiver: string) => `What ${receiver} does on their side`,
  statementText:
    'The key policy lets them in; their own administrators still have to allow a user or a role of theirs. They attach this IAM policy, which names the key by its ARN:',
  copyStatement: 'Copy IAM policy',
  recordTitle: 'For your own records',
  copyRecord: 'Copy record',
  recordTextTitle: 'Record of an imported AWS KMS key',
  recordTextNote: 'For your own records. The receiver gets the hand-over summary, not this.',
  cloudTrail: 'Events to look for in CloudTrail',
  requests: 'Request IDs',
  summaryTitle: 'Summary',
  noReceiver: 'the receiver',
} as const;

export function testText(untested: HandOverView['untested']): string {
  switch (untested) {
    case undefined:
      return 'AWS calls it enabled, and it encrypted and decrypted a test text.';
    case 'not-allowed':
      return 'AWS calls it enabled. The test encryption was left out, because you may not encrypt and decrypt with it.';
    case 'stopped':
      return 'The test encryption was left out, because nobody can use the key in its state.';
    case 'other-kind':
      return 'AWS calls it enabled. The test encryption was left out, because it is made for another use.';
  }
}

/** How an item of the list stands. */
export const toDoStates = {
  open: 'Not done yet',
  done: 'Done',
  unknown: 'Not noted whether it was done',
} as const;

export const handOverLabels = {
  arn: 'Key ARN',
  account: 'AWS account ID',
  region: 'AWS Region',
  alias: 'Alias (a name, not an identifier)',
  aliasText: 'Means nothing outside your own account. Never give it in place of the ARN.',
  state: 'Key state',
  expiry: 'Expiration',
  multiRegion: 'Multi-Region key',
  receiver: 'Receiver',
  receiverAccount: "Receiver's AWS account ID",
  actions: 'What the key policy allows',
  contact: "Receiver's contact",
  wanted: 'They want to be told',
  keyMaterialId: 'Key material ID',
} as const;

/** `Enabled, checked Tue, 24 Nov 2026, 10:54 UTC`. */
export function stateText({ keyState, checkedAt }: HandOverView, timeZone?: string): string {
  return `${keyState}, checked ${bothInstants(new Date(checkedAt), timeZone)}`;
}

export function expiryText({ expiresAt }: HandOverView, timeZone?: string): string {
  return expiresAt === undefined
    ? 'Key material does not expire'
    : `Key material expires ${bothInstants(new Date(expiresAt), timeZone)}`;
}

export function receiverOf({ receiver }: HandOverView): string {
  return receiver?.name ?? handOverPage.noReceiver;
}
