import { quoted, withFact, type TextsOf } from './error-text';

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
  'act.nothing': () => ({
    title: 'Nothing is to be changed',
    meaning: 'Description and tags are as they were. Nothing was sent.',
    next: 'Change the description or a tag.',
  }),
  'act.ownTag': (facts) => ({
    title: `The tag ${quoted(facts, 'key', 'that was chosen')} cannot be changed here`,
    meaning:
      'AWS keeps tags that begin with aws:, and Keyferry recognizes its keys by its own. Nothing was sent.',
    next: 'Leave this tag as it is.',
  }),
  'act.aliasGone': (facts) => ({
    title: `No key has the alias ${quoted(facts, 'alias', 'that was chosen')} any more`,
    meaning: 'Somebody removed it meanwhile. Nothing was sent.',
    next: 'Go back to the key and read it again.',
  }),
  'act.aliasElsewhere': (facts) => ({
    title: `The alias ${quoted(facts, 'alias', 'that was chosen')} belongs to another key by now`,
    meaning: `Somebody moved it${withFact(facts, 'keyId', (keyId) => ` to ${keyId}`)}. It was left there.`,
    next: 'Go back to the key and read it again.',
  }),
  'act.aliasOtherKind': (facts) => ({
    title: `The alias ${quoted(facts, 'alias', 'that was chosen')} cannot come to this key`,
    meaning: `It belongs to a key of another kind or usage${withFact(facts, 'keySpec', (keySpec) => ` (${keySpec}${withFact(facts, 'usage', (usage) => `, ${usage}`)})`)}, and AWS moves an alias only between keys that are alike. Nothing was sent.`,
    next: 'Choose an alias of a key like this one, or give this key a new alias.',
  }),
  'act.replicaRegion': (facts) => ({
    title: `No replica can be made in ${withFact(facts, 'region', String) || 'this Region'}`,
    meaning: 'It is the Region of the primary key, or AWS has no such Region here. Nothing was sent.',
    next: 'Choose another Region.',
  }),
  'act.replicaExists': (facts) => ({
    title: `A replica exists in ${withFact(facts, 'region', String) || 'this Region'}, or waits for its deletion`,
    meaning: `${withFact(facts, 'state', (state) => `AWS calls it ${state}. `)}A key has one replica in a Region at most. Nothing was changed.`,
    next: 'Open the replica from the list of keys, in its Region.',
  }),
  'act.replicaDenied': (facts) => ({
    title: `You may not make a key in ${withFact(facts, 'region', String) || 'the Region of the replica'}`,
    meaning: `AWS denied ${withFact(facts, 'action', String) || 'a permission'} there. Only an IAM policy can allow it; the key policy cannot. Nothing was changed.`,
    next: 'Give your IAM administrator the statement below, then try again.',
  }),
};
