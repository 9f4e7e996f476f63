import { localDay } from './instants';

/** The day of a release, which has no zone. */
const dayOf = (date: string): string => localDay(new Date(`${date}T12:00:00`));

export const releaseWords = {
  title: 'Is there a newer version?',
  lead: 'Keyferry never asks a server for it. Download release.json from the page where Keyferry is published, on any computer, and bring it here.',
  drop: 'Drop release.json here',
  dropNow: 'Drop it to check it',
  choose: 'Choose release.json',
  checking: 'Checking the release file',
  cannot:
    'This build cannot check a release file, because it was built without the key that signs them. Compare the version above with the newest one on the page where Keyferry is published.',
  graveTitle: (version: string) => `Version ${version} mends something grave`,
  graveText: 'Your version has this fault:',
  graveNext: (version: string, date: string) =>
    `Finish the work that is open. Then install version ${version} of ${dayOf(date)}, before you begin the next.`,
  newerTitle: (version: string, date: string) => `There is a newer version: ${version} of ${dayOf(date)}`,
  newerText: 'It mends nothing grave. Install it when it suits you.',
  currentTitle: 'This is the newest version',
  currentText: (date: string) =>
    `It was when the file was made, on ${dayOf(date)}. What runs here is the build that was released.`,
  otherBuildTitle: (version: string) => `This is version ${version}, and not the build that was released`,
  otherBuildText:
    'It was compiled from another source, or changed afterwards. If you did not build it yourself, do not work with it: install the released version.',
  olderTitle: 'This file is older than your version',
  olderText: (version: string, date: string) =>
    `It was made for version ${version}, on ${dayOf(date)}, before your version. There is nothing to learn from it.`,
  signed: (fileName: string) => `${fileName} is signed by Keyferry, and was not changed.`,
  since: 'What was mended since your version',
  release: (version: string, date: string) => `${version}, ${dayOf(date)}`,
  nothing: 'Nothing was mended.',
} as const;
