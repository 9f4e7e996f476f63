import { withFact, type TextsOf } from './error-text';

export const reimportTexts: TextsOf<'reimport'> = {
  'reimport.keyGone': () => ({
    title: 'The key is no longer open',
    meaning: 'What was read of it is held only while this job is open.',
    next: 'Go back to the list of keys and open the key once more.',
  }),
  'reimport.keyState': (facts) => ({
    title: 'The key takes no key material in its state',
    meaning:
      withFact(facts, 'state', (state) => `AWS calls it ${state}.`) ||
      'AWS says that it takes none at present.',
    next: 'Look at the key again. A key that waits for its deletion takes material only after the deletion was cancelled.',
  }),
  'reimport.otherMaterial': (facts) => ({
    title: 'Not the material this key had; nothing was changed',
    meaning: `AWS opened it, compared it, and refused it.${withFact(facts, 'keyMaterialId', (id) => ` The material that is wanted has the ID ${id}.`)}`,
    next: 'Bring the copy of this very key: its successor card or its record says which one it is, and its check value.',
  }),
  'reimport.expiryNotSeen': () => ({
    title: 'AWS does not answer the new expiration yet',
    meaning: 'AWS took the key material, but after a minute it still answers with the former expiration.',
    next: 'Wait a little, then try again from here. Nothing is imported twice.',
  }),
  'reimport.policyChanged': () => ({
    title: 'The key policy is not what it was when you began',
    meaning:
      'The key material was imported, and importing changes no policy: somebody else changed it in the meantime.',
    next: 'Look at the key policy in the AWS KMS console. Then try again: the run ends, and its record says that the policy changed.',
  }),
};
