import { withFact, type TextsOf } from './error-text';

export const appTexts: TextsOf<'job' | 'ipc' | 'internal'> = {
  'job.busy': () => ({
    title: 'Keyferry is still working on your last request',
    meaning: 'Only one thing is done at a time.',
    next: 'Wait a moment and try again.',
  }),
  'ipc.untrustedSender': () => ({
    title: 'The request did not come from this window',
    meaning: 'It was refused. Only the window of Keyferry may ask for anything.',
    next: 'Close Keyferry and start it again.',
  }),
  'ipc.badRequest': () => ({
    title: 'Keyferry asked itself for something it does not understand',
    meaning: 'This is a fault of Keyferry, not of your files.',
    next: 'Copy the technical details and report the fault.',
  }),
  'internal.unexpected': (facts) => ({
    title: 'Keyferry met something it did not expect',
    meaning: `This is a fault of Keyferry, not of your files.${withFact(facts, 'correlationId', (id) => ` Its log records it as ${id}.`)}`,
    next: 'Close Keyferry, start it again, and repeat the job. If it happens again, report the technical details.',
  }),
};
