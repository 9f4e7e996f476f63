import { because, type TextsOf } from './error-text';

export const journalTexts: TextsOf<'journal'> = {
  'journal.notWritten': (facts) => ({
    title: 'Keyferry could not write down what it is about to do',
    meaning: `Before each call that changes AWS, Keyferry makes a note on this computer, so that nothing is lost if it is interrupted. ${because(facts, { 'save.diskFull': 'The disk is full.', 'save.notWritable': 'Its folder cannot be written to.' }, 'The note could not be saved.')} So the call was not sent.`,
    next: 'Make room on the disk of this computer, then continue.',
  }),
  'journal.gone': () => ({
    title: 'This unfinished work is no longer there',
    meaning: 'It was finished or discarded in the meantime, or its note on this computer cannot be read.',
    next: 'Go back to the start to see what is unfinished.',
  }),
  'journal.notConfirmed': () => ({
    title: 'The note of this work is not the one that you were shown',
    meaning:
      'It was changed on this computer after this page was opened, so Keyferry did not go on. Nothing was changed in AWS.',
    next: 'Go back to the start, open the work again, and compare what it says.',
  }),
};
