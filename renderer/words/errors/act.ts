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
  'act.ownAccount': () => ({
    title: 'This is the account of the key itself',
    meaning: 'The account that owns a key cannot be revoked.',
    next: 'Go back to the key and choose a receiver.',
  }),
  'act.noReceiver': (facts) => ({
    title: 'There is nothing to revoke',
    meaning: `Neither the key policy nor a grant names account${withFact(facts, 'accountId', (id) => ` ${id}`)} any more.`,
    next: 'Go back to the key and read it again.',
  }),
  'act.halfRevoked': (facts) => ({
    title: 'Half revoked',
    meaning: `Account${withFact(facts, 'accountId', (id) => ` ${id}`)} is out of the key policy. Its grants keep working: you may not list or revoke them${withFact(facts, 'grants', (grants) => ` (${grants})`)}.`,
    next: 'Have somebody go on from here who may do kms:ListGrants and kms:RevokeGrant on this key, or sign in as such a person. This work stays in Unfinished work.',
  }),
};
