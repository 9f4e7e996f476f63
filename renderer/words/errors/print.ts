import type { TextsOf } from './error-text';

export const printTexts: TextsOf<'print'> = {
  'print.failed': () => ({
    title: 'The PDF could not be made',
    meaning: 'This computer did not print the page to a file. It may be out of memory.',
    next: 'Try again. The text and JSON files say the same, and need no printing.',
  }),
};
