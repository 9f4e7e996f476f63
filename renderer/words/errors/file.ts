import { because, quoted, withFact, type TextsOf } from './error-text';

const insteadOfPaper: Readonly<Record<string, string>> = {
  record: 'Choose the .json file of the record, which was saved beside the PDF.',
  card: 'Choose the .json file that the receiver gave you as their receiver card.',
  copy: 'Choose the copy itself: the .age file, or the files of the shares. A record is a .json file.',
  package: 'Choose KeyferryReturnPackage.json, which the offline computer saved.',
};

export const fileTexts: TextsOf<'file'> = {
  'file.notFound': (facts) => ({
    title: `${quoted(facts, 'name', 'The file')} is not there any more`,
    meaning: 'It was moved, renamed or deleted, or the disk that holds it was taken out.',
    next: 'Put the file or the disk back and choose it again.',
  }),
  'file.notRegular': (facts) => ({
    title: `${quoted(facts, 'name', 'What you chose')} is not a plain file`,
    meaning:
      'Links, devices and folders inside folders are not followed, so that nothing is read from a place you did not choose.',
    next: 'Copy the file itself to an ordinary folder and choose the copy.',
  }),
  'file.unreadable': (facts) => ({
    title: `${quoted(facts, 'name', 'The file')} cannot be read`,
    meaning:
      'This computer refused to open it, or it changed while it was being read. Your account may lack the permission.',
    next: 'Copy it to a folder of your own, such as Documents, and choose the copy.',
  }),
  'file.empty': (facts) => ({
    title: `${quoted(facts, 'name', 'What you chose')} is empty`,
    meaning: 'It holds no content at all. The copy or the download was probably cut short.',
    next: 'Copy it again from where it came from and choose the new copy.',
  }),
  'file.tooLarge': (facts) => ({
    title: `${quoted(facts, 'name', 'The file')} is too large to be what is needed here`,
    meaning: `Import parameters, key material, its copies and records are small files${withFact(facts, 'maxBytes', (max) => `; this one is over ${max} bytes`)}.`,
    next: 'Check that you chose the right file and choose again.',
  }),
  'file.tooMany': (facts) => ({
    title: 'That is too many files at once',
    meaning:
      facts['max'] === 1
        ? 'This kind of file is read by itself: what lies beside it could belong to something else.'
        : `A set is only a handful of files${withFact(facts, 'max', (max) => `; more than ${max} are not looked through`)}.`,
    next: facts['max'] === 1 ? 'Choose only that one file.' : 'Choose only the files that are needed.',
  }),
  'file.paper': (facts) => ({
    title: `${quoted(facts, 'name', 'This file')} is the paper version`,
    meaning: 'A PDF is for people to read and to sign. Keyferry does not read it.',
    next: because(facts, insteadOfPaper, 'Choose the .json file that was saved beside it.', 'wanted'),
  }),
};
