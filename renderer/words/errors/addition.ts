import { because, quoted, withFact, type TextsOf } from './error-text';

const lookAtPolicy = 'Look at the key policy in the AWS KMS console, then try again.';

/** Failures of adding a receiver to a key that exists. */
export const additionTexts: TextsOf<'policy' | 'grant'> = {
  'policy.unreadable': () => ({
    title: 'Keyferry cannot add to this key policy',
    meaning: 'What AWS returned is not a policy that could be added to without changing what others wrote.',
    next: lookAtPolicy,
  }),
  'policy.changed': () => ({
    title: 'The key policy changed after you saw it',
    meaning: 'Somebody else changed it meanwhile. Nothing was written over their change.',
    next: 'Go back to the receiver, and look at the change once more.',
  }),
  'policy.locksOut': () => ({
    title: 'With this key policy nobody here could change it again',
    meaning: 'It does not let you, or your account, change the key policy. AWS refuses such policies.',
    next: 'Have the key policy mended in the AWS KMS console first, by a person who may change it.',
  }),
  'policy.oldStatement': (facts) => ({
    title: 'An older statement of the key policy stands in the way',
    meaning: because(
      facts,
      {
        principal: `The statement ${quoted(facts, 'sid', 'without a name')} lets in an identity that was deleted${withFact(facts, 'principal', (id) => `, ${id}`)}. AWS refuses every change of the policy until it is taken out.`,
        incomplete: `The statement ${quoted(facts, 'sid', 'without a name')} names no actions or no resource. AWS refuses every change of the policy until that is mended.`,
      },
      'AWS refuses every change of the policy until it is mended.',
    ),
    next: 'Have that statement mended in the AWS KMS console, then add the receiver again.',
  }),
  'grant.other': (facts) => ({
    title: 'This key has a grant for another identity already',
    meaning: `Keyferry made it for ${withFact(facts, 'grantee', String) || 'somebody else'} when this receiver was added before.`,
    next: 'Type that identity again. If it is wrong, have the grant revoked first, with the AWS CLI.',
  }),
  'grant.differs': () => ({
    title: 'The grant in AWS is not the one that was asked for',
    meaning: 'It is not listed, or it lets in somebody else or allows something else.',
    next: 'Try again from here. If it happens again, have the grants of the key listed with the AWS CLI.',
  }),
};
