import type { Verb } from '../shared/contract';

/** What a person needs to see what is wrong, and to ask for help. */
const stay: ReadonlySet<Verb> = new Set<Verb>([
  'describeApp',
  'describeBuild',
  'copyText',
  'listUnfinished',
  'listFinished',
  'composeReport',
  'saveReport',
  'showSavedFiles',
  'leaveJob',
]);

/** SECURITY: whether a verb is answered where the settings of the organisation cannot be read: no job is among them. */
export const staysWithoutJobs = (verb: Verb): boolean => stay.has(verb);
