import type { TextsOf } from './error-text';

export const printTexts: TextsOf<'print'> = {
  'print.noProgram': () => ({
    title: 'No program for PDF files answered',
    meaning: 'The file is saved, and only could not be opened from here.',
    next: 'Choose “Show”, and open and print it from its folder.',
  }),
  'print.failed': () => ({
    title: 'The PDF could not be made',
    meaning: 'This computer did not print the page to a file. It may be out of memory.',
    next: 'Try again. The text and JSON files say the same, and need no printing.',
  }),
};
