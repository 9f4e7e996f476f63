import { bothInstants } from '../shell/instants';
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
  'act.keyGone': () => ({
    title: 'AWS no longer has this key',
    meaning:
      'Its waiting period is over, and AWS has deleted it: the key, its key material, its aliases and its grants. What was encrypted with a symmetric key is lost, even with a copy of the key material. HMAC keys and private keys can be imported from their copy into another key.',
    next: 'Go back to the list of keys and read it again.',
  }),
  'act.stillOff': (facts) => ({
    title: 'Rescued but still off',
    meaning: `The deletion is cancelled, but the key is disabled, so nobody can use it: AWS did not enable it. ${withFact(facts, 'why', (code) => (code === 'aws.accessDenied' ? 'You may not enable it (kms:EnableKey).' : 'The technical details say why.'))}`,
    next: 'Enable again from here, or have somebody do it who may.',
  }),
  'act.organizationRule': (facts) => ({
    title: 'A rule of your organization forbids it',
    meaning: `A service control policy does not allow it (${withFact(facts, 'action', String) || withFact(facts, 'operation', String) || 'AWS does not say what'}). No permission of your own and no key policy changes that. Such a rule often asks for a number of days without use, which AWS does not tell.${withFact(facts, 'countedFrom', (from) => ` AWS counts them from ${bothInstants(new Date(from))}: add the days of the rule to that, and you have the day from which it is allowed.`)}`,
    next: 'Ask the administrators of your organization for the rule and its number of days.',
  }),
  'act.noMaterial': () => ({
    title: 'There is no key material to delete',
    meaning: 'AWS has none of this key any more, or never had it.',
    next: 'Go back to the key and read it again.',
  }),
  'act.whichMaterial': () => ({
    title: 'It is not clear which key material is meant',
    meaning: 'Nothing was sent.',
    next: 'Choose at least one, then try again.',
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
