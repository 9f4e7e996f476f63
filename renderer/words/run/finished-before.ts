import { bothInstants } from '../shell/instants';

/** On the last page of work that was finished before. */
export const finishedBefore = {
  title: (finishedAt: string): string => `Finished on ${bothInstants(new Date(finishedAt))}`,
  text: (isRecordSaved: boolean): string =>
    `This is how everything stood then; AWS is not asked again. ${
      isRecordSaved
        ? 'Its ceremony record was saved. You can save it once more.'
        : 'Its ceremony record has not been saved yet.'
    }`,
  unprovenTitle: 'Compare this before you rely on it',
  unproven:
    'Nothing proves that Keyferry wrote the note that this page is made of. Before anybody signs a record of it, or uses a value or a policy from it, compare it with the AWS console, or with the files that were saved.',
} as const;
