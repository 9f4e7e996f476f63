import type { TextsOf } from './error-text';

const downloadAgain =
  'Download release.json once more from the page where Keyferry is published, and bring it unchanged.';

export const releaseTexts: TextsOf<'release'> = {
  'release.notARelease': () => ({
    title: 'This is not a release file',
    meaning:
      'A release file of Keyferry is called release.json. This file is something else, or says what no release file says.',
    next: downloadAgain,
  }),
  'release.notSigned': () => ({
    title: 'This release file is not signed by Keyferry',
    meaning:
      'It has no signature, or that of somebody else. What it says about versions may be untrue, so nothing of it is shown.',
    next: `Install nothing that came with it. ${downloadAgain}`,
  }),
  'release.changed': () => ({
    title: 'This release file was changed',
    meaning: 'Its signature does not fit what it says: it was damaged on the way, or somebody changed it.',
    next: `Install nothing that came with it. ${downloadAgain}`,
  }),
  'release.newFormat': () => ({
    title: 'This release file is for a newer Keyferry',
    meaning:
      'Keyferry signed it, in a form that this version does not know yet. So there is a newer version, and this one cannot tell what it mends.',
    next: 'Read the notes of the newest release on the page where Keyferry is published.',
  }),
  'release.noKey': () => ({
    title: 'This build cannot check a release file',
    meaning: 'It was built without the key that signs release files. The file was not read.',
    next: 'Compare your version with the newest one on the page where Keyferry is published.',
  }),
};
