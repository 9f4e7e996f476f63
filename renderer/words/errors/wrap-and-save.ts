import { quoted, withFact, type TextsOf } from './error-text';

const tryAgain = 'Try the same again.';

export const wrapTexts: TextsOf<'wrap'> = {
  'wrap.selfTestFailed': () => ({
    title: 'The self-test did not pass',
    meaning:
      'Test data did not give the known results, so encryption cannot be relied on here. Your key material was not touched.',
    next: 'Do not use this computer for key material. Run Keyferry on another one.',
  }),
  'wrap.failed': () => ({
    title: 'The key material could not be wrapped',
    meaning: 'The cryptography of this computer refused the wrapping key or the key material.',
    next: 'Download a fresh set of import parameters and run this job again with it.',
  }),
  'wrap.vaultStopped': () => ({
    title: 'The process that holds the key material stopped',
    meaning:
      'The system ended it before it was done; the computer may be out of memory. The key material went with it.',
    next: tryAgain,
  }),
  'wrap.vaultTimedOut': () => ({
    title: 'The work with the key material took too long',
    meaning: 'It normally takes seconds. The process was ended, and the key material went with it.',
    next: tryAgain,
  }),
};

export const saveTexts: TextsOf<'save'> = {
  'save.exists': (facts) => ({
    title: `The folder already holds ${quoted(facts, 'name', 'files of the same names')}`,
    meaning: 'Keyferry never overwrites a file: the one that is there may be the only copy of something.',
    next: 'Save again, in an empty folder or under another name.',
  }),
  'save.nothingExpires': () => ({
    title: 'There is nothing to remind of',
    meaning: 'No key material here expires in the future, or AWS deletes the key anyway.',
    next: 'Read the keys again, if an expiry was set meanwhile.',
  }),
  'save.diskFull': () => ({
    title: 'There is no room on the disk',
    meaning: 'The files need 100 kB at most. What had been written of them was removed.',
    next: 'Save again, on another disk.',
  }),
  'save.notWritable': () => ({
    title: 'The folder cannot be written to',
    meaning: 'It is read-only, or your account may not write there. Some sticks have a lock switch.',
    next: 'Save again, in another folder.',
  }),
  'save.folderGone': () => ({
    title: 'The folder is not there any more',
    meaning: 'It was moved or deleted, or the disk that holds it was taken out.',
    next: 'Put the disk back and save again, or save in another folder.',
  }),
  'save.readBackDiffers': (facts) => ({
    title: 'What the disk gives back is not what was saved',
    meaning: `${quoted(facts, 'name', 'A file')} was read back and differs. The disk or the stick is failing.`,
    next: 'Save again, on another disk.',
  }),
  'save.sharesThere': (facts) => ({
    title: 'The folder holds shares of a copy',
    meaning: `${quoted(facts, 'name', 'A share')} is there. The wrapped files leave this computer, and shares must not travel with them: whoever has enough shares has the key. Nothing was saved.`,
    next: 'Save again, in another folder, on another stick than the shares.',
  }),
  'save.wrappedThere': (facts) => ({
    title: 'The folder holds what goes to the connected computer',
    meaning: `${quoted(facts, 'name', 'A file of the import')} is there. Shares must not travel with it: whoever has enough shares has the key. Nothing was saved.`,
    next: 'Save the shares again, in another folder, on another stick.',
  }),
  'save.passphraseThere': (facts) => ({
    title: 'The folder holds a printed passphrase',
    meaning: `${quoted(facts, 'name', 'A passphrase')} is there. Whoever finds a sealed copy beside its passphrase has the key. Nothing was saved.`,
    next: 'Save the sealed copy again, in another folder, on another disk than the passphrase.',
  }),
  'save.failed': (facts) => ({
    title: 'The files could not be saved',
    meaning: `The system refused to write them${withFact(facts, 'system', (code) => ` (${code})`)}.`,
    next: 'Save again, in another folder.',
  }),
};
