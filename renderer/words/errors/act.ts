import { bothInstants } from '../shell/instants';
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
  'act.keyGone': () => ({
    title: 'AWS no longer has this key',
    meaning:
      'Its waiting period is over, and AWS has deleted it: the key, its key material, its aliases and its grants. What was encrypted with a symmetric key is lost, even with a copy of the key material. HMAC keys and private keys can be imported from their copy into another key.',
    next: 'Go back to the list of keys and read it again.',
  }),
  'act.stillOff': (facts) => ({
    title: 'Rescued but still off',
    meaning: `The deletion is cancelled, but the key is disabled, so nobody can use it: AWS did not enable it.${withFact(facts, 'why', (code) => (code === 'aws.accessDenied' ? ' You may not enable it (kms:EnableKey).' : ' The technical details say why.'))}`,
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
