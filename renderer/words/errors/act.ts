import { withFact, type TextsOf } from './error-text';

export const actTexts: TextsOf<'act'> = {
  'act.keyState': (facts) => ({
    title: 'The key is in another state by now',
    meaning: `${withFact(facts, 'state', (state) => `AWS calls it ${state}. `)}Nothing was sent.`,
    next: 'Go back to the key and read it again.',
  }),
  'act.notSeen': (facts) => ({
    title: 'AWS does not answer the new state yet',
    meaning: `AWS took the request, but after a minute it still answers with the former state${withFact(facts, 'state', (state) => `, ${state}`)}.`,
    next: 'Wait a little, then try again from here. Nothing is sent twice.',
  }),
  'act.typed': () => ({
    title: 'What you typed is not what is asked for',
    meaning: 'Nothing was sent.',
    next: 'Type it exactly as it is shown.',
  }),
};
