import { downloadAgain, quoted, withFact, type TextsOf } from './error-text';

const asSaved =
  'Bring the zip file exactly as the browser saved it. If you unpacked it already, choose the folder with its files instead.';

export const zipTexts: TextsOf<'zip'> = {
  'zip.notAZip': (facts) => ({
    title: `${quoted(facts, 'name', 'The file')} is not a zip file`,
    meaning: 'Its name says zip, but its content does not. A web page may have been saved in its place.',
    next: downloadAgain,
  }),
  'zip.truncated': () => ({
    title: 'The zip file is incomplete',
    meaning: 'Its end is missing. The download or the copy to the stick was cut short.',
    next: 'Copy it again from the computer that downloaded it, and eject the stick before you pull it out.',
  }),
  'zip.damaged': () => ({
    title: 'The zip file is damaged',
    meaning: 'Parts of it cannot be read, so what it holds cannot be trusted.',
    next: downloadAgain,
  }),
  'zip.crcMismatch': (facts) => ({
    title: 'The zip file changed after it was made',
    meaning: `The checksum of ${quoted(facts, 'entry', 'a file inside')} does not match its content. A bad copy does this, and so does tampering.`,
    next: downloadAgain,
  }),
  'zip.sizeMismatch': (facts) => ({
    title: 'The zip file contradicts itself',
    meaning: `It states another size for ${quoted(facts, 'entry', 'a file inside')} than the file has.`,
    next: downloadAgain,
  }),
  'zip.tooManyEntries': (facts) => ({
    title: 'The zip file holds too many files',
    meaning: `A download from the AWS console holds three${withFact(facts, 'max', (max) => `; more than ${max} are not looked through`)}. This is probably another zip file.`,
    next: asSaved,
  }),
  'zip.entryTooLarge': (facts) => ({
    title: 'A file inside the zip is too large',
    meaning: `${quoted(facts, 'entry', 'It')} is larger than any part of a set of import parameters. This is probably another zip file.`,
    next: asSaved,
  }),
  'zip.tooLarge': () => ({
    title: 'The zip file unpacks to far more than import parameters hold',
    meaning: 'A download from the AWS console is under 10 kB. This is another zip file, or a harmful one.',
    next: asSaved,
  }),
  'zip.unsafeName': (facts) => ({
    title: 'The zip file holds a name that could do harm',
    meaning: `${quoted(facts, 'entry', 'One name')} points outside the zip or hides characters. The AWS console writes no such names.`,
    next: downloadAgain,
  }),
  'zip.tooDeep': (facts) => ({
    title: 'The files in the zip are too many folders down',
    meaning: `${quoted(facts, 'entry', 'One of them')} is in a folder within a folder. One folder around the files is followed, no more.`,
    next: 'Unpack it, and choose the folder that holds the files themselves.',
  }),
  'zip.duplicateName': (facts) => ({
    title: 'The zip file holds two files of the same name',
    meaning: `Keyferry cannot tell which ${quoted(facts, 'entry', 'of them')} is the real one, so neither is used.`,
    next: downloadAgain,
  }),
  'zip.badNameEncoding': () => ({
    title: 'The zip file holds a name that cannot be read',
    meaning: 'A file name inside is not valid text. The AWS console writes plain names only.',
    next: asSaved,
  }),
  'zip.nameOverride': () => ({
    title: 'The zip file gives one file two names',
    meaning: 'Programs would disagree about which file is which. The AWS console writes no such zip files.',
    next: downloadAgain,
  }),
  'zip.specialFile': (facts) => ({
    title: 'The zip file holds something that is not a plain file',
    meaning: `${quoted(facts, 'entry', 'One entry')} is a link or a device. The AWS console writes plain files only.`,
    next: downloadAgain,
  }),
  'zip.headersDisagree': (facts) => ({
    title: 'The zip file contradicts itself',
    meaning: `Its table of contents and its content say different things${withFact(facts, 'entry', (name) => ` about “${name}”`)}. Two programs would read two different files from it.`,
    next: downloadAgain,
  }),
  'zip.overlap': () => ({
    title: 'The zip file is built to mislead',
    meaning: 'Files inside it share the same bytes. No ordinary program writes that.',
    next: downloadAgain,
  }),
  'zip.hiddenData': () => ({
    title: 'The zip file holds hidden data',
    meaning: 'There is content in it that its table of contents does not list.',
    next: downloadAgain,
  }),
  'zip.twoDirectories': () => ({
    title: 'The zip file has two tables of contents',
    meaning: 'Keyferry cannot tell which of them is the real one, so neither is used.',
    next: downloadAgain,
  }),
  'zip.encrypted': () => ({
    title: 'The zip file asks for a password',
    meaning: 'The AWS console protects no zip with a password. Somebody packed this one again.',
    next: 'Unpack it with the program that made it, and choose the folder with its files.',
  }),
  'zip.unsupportedMethod': () => ({
    title: 'The zip file is packed in an unusual way',
    meaning: 'The AWS console packs in the common way (deflate). Somebody packed this one again.',
    next: 'Unpack it with the program that made it, and choose the folder with its files.',
  }),
  'zip.multiDisk': () => ({
    title: 'This is one part of a zip file that was split',
    meaning: 'The other parts are missing, and a set of import parameters never needs splitting.',
    next: downloadAgain,
  }),
  'zip.zip64': () => ({
    title: 'The zip file uses a layout for very large files',
    meaning:
      'Some programs write it even for small ones. It is refused, because programs read it differently.',
    next: 'Unpack it with the program that made it, and choose the folder with its files.',
  }),
  'zip.nested': (facts) => ({
    title: 'The zip file holds another zip file',
    meaning: `${quoted(facts, 'entry', 'The inner one')} is not opened automatically.`,
    next: 'Unpack the outer zip file and choose the inner one.',
  }),
};
