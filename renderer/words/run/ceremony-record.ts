import { limits } from '../../../main/shared/limits';
import type { RecordFileView } from '../../../main/shared/views/record';

export const saveRecord = {
  open: 'Save ceremony record',
  submit: 'Choose folder and save',
  cancel: 'Cancel',
  operator: 'Operator',
  operatorText: 'Name of the person who did this.',
  operatorMissing: 'Enter the name of the operator.',
  operatorRole: 'Role of the operator',
  optional: ' – optional',
  roleText: 'For example: key administrator.',
  witness: 'Witness',
  witnessText: 'Name of a second person who watched.',
  witnessMissing: 'Enter the name of the witness, or tick that no witness was present.',
  witnessRole: 'Role of the witness',
  noWitness: 'No witness was present',
  noWitnessText: 'The record then says that one person did this alone.',
  headHash: 'Head hash',
  copyHash: 'Copy head hash',
  signNow: 'Print the page, compare the head hash on it with this one, and let each person sign it.',
  printYourself:
    'The page to sign could not be made. Write the head hash on a sheet of paper, and let each person sign it.',
} as const;

/** Asked when the last page is left, and no record was saved there. */
export const recordNotSaved = {
  title: 'The ceremony record is not saved yet',
  text: `The record is what an auditor asks for. It can still be saved later: this work stays on the home screen for ${limits.finishedWorkDays} days.`,
  stay: 'Stay here',
  goOn: 'Leave it for later',
} as const;

export function recordSaved({ fileName, pdfFileName, place }: RecordFileView): string {
  const paper = pdfFileName === undefined ? '' : `, with the page to sign as ${pdfFileName},`;
  return `Saved as ${fileName}${paper}${place ? ` in the folder ${place.folderName}` : ''}`;
}
