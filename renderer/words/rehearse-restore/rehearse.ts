import type { RecordView, RehearsalView } from '../../../main/shared/views/custody';
import { checkValueGroups, copyFacts, copyLabels, fileLines } from '../custody/copies';
import { bothInstants } from '../shell/instants';
import { materialKindName } from '../custody/material';
import { rowLines, type Row } from '../shell/rows';

export const rehearsePage = {
  title: 'Rehearse a restore',
  lead: 'Open a copy as you may have to one day, and check that it holds the right key material. AWS is not touched, and no network is needed.',
  recordTitle: 'What it is compared with',
  recordText:
    'The check value is in every record of the key material: a hand-over summary, a return package, or a summary that you kept. It is not secret.',
  checkValue: 'Check value',
  checkValueText:
    '16 digits and letters, as in 0123 4567 89ab cdef. Choose a record, drop one on this window, or type it.',
  checkValueMissing: 'Choose a record, or type its check value.',
  chooseRecord: 'Choose record',
  submit: 'Open and compare',
  comparing: 'Opening and comparing',
  comparingText: 'Opening the copy and comparing what it holds…',
  done: 'Rehearsal passed',
  doneTitle: 'This copy opens and holds the right key material',
  doneText:
    'Its check value is the one in your record. AWS was not touched, nothing was changed, and the process that held the key material has ended.',
  otherKeyTitle: 'The copy and the record name different keys',
  otherKeyText:
    'The key material is the same, as its check value shows. It may have been imported into both keys; find out which of them the copy is kept for.',
  compared: 'Compared',
  ofCopy: 'Check value of the copy',
  ofRecord: 'Check value of the record',
  facts: 'What was opened',
  rehearsedAt: 'Rehearsed',
  material: 'Key material',
  record: 'Record',
  recordKey: 'Key of the record',
  recordKeyUnsaid: 'Not stated in the record',
  recordTyped: 'Check value typed in',
  aws: 'AWS',
  awsUntouched: 'Not touched, nothing was changed',
  noteTitle: 'For your records',
  note: 'It holds no secret. Add who was there, where the copy is kept, and where you keep what opens it. Rehearse again in a year, and whenever the copy moves or a custodian leaves.',
  copyResult: 'Copy result',
  another: 'Rehearse another',
  textTitle: 'Restore of key material rehearsed',
} as const;

/** What a screen reader says once a record has been read. */
export function announceRecord({ fileName, checkValue }: RecordView): string {
  return `${rehearsePage.checkValue} ${checkValueGroups(checkValue)}, from ${fileName}.`;
}

function recordName(record: RecordView | undefined): string {
  return record?.fileName ?? rehearsePage.recordTyped;
}

/** What was opened and what it was compared with: facts for the page and for the text alike. */
export function rehearsalRows(
  { copy, material, rehearsedAt }: RehearsalView,
  record: RecordView | undefined,
  timeZone?: string,
): readonly Row[] {
  return [
    [rehearsePage.rehearsedAt, bothInstants(new Date(rehearsedAt), timeZone)],
    ...copyFacts(copy, timeZone),
    [rehearsePage.material, `${materialKindName(material)}, ${material.lengthBytes} bytes`],
    [rehearsePage.record, recordName(record)],
  ];
}

/** The outcome as plain text for a record. Nothing in it is secret. */
export function rehearsalText(
  rehearsal: RehearsalView,
  record: RecordView | undefined,
  timeZone?: string,
): string {
  const { copy } = rehearsal;
  return [
    rehearsePage.textTitle,
    '',
    `${rehearsePage.doneTitle}: its check value is the one in the record.`,
    '',
    ...rowLines([
      [copyLabels.checkValue, copy.checkValue],
      ...rehearsalRows(rehearsal, record, timeZone),
      [rehearsePage.aws, rehearsePage.awsUntouched],
    ]),
    '',
    copyLabels.files,
    ...fileLines(copy.files),
    '',
  ].join('\n');
}
