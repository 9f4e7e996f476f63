import { because, quoted, withFact, type TextsOf } from './error-text';

/** Which kind of rule AWS names as the reason for a denial. */
const denials: Readonly<Record<string, string>> = {
  'service-control-policy': 'A rule of your organization (service control policy) forbids it.',
  'resource-control-policy': 'A rule of your organization (resource control policy) forbids it.',
  'vpc-endpoint-policy': 'The policy of the VPC endpoint that this network goes through forbids it.',
  'permissions-boundary': 'The permissions boundary of this identity forbids it.',
  'session-policy': 'The policy of this session forbids it.',
  'resource-based-policy': 'The key policy does not allow it.',
  'identity-based-policy': 'None of the policies of this identity allows it.',
};

export const awsTexts: TextsOf<'aws'> = {
  'aws.accessDenied': (facts) => ({
    title: 'AWS denied a permission',
    meaning: `The identity that is signed in may not do this (${withFact(facts, 'action', String) || withFact(facts, 'operation', String) || 'AWS does not say what'}). ${because(facts, denials, 'Its own policies, the key policy, or a rule of your organization can be the reason.', 'because')}`,
    next: 'Ask the person who manages permissions in your account, then try again. “Check access” on the page “Sign in” gives you a policy to send them.',
  }),
  'aws.throttled': () => ({
    title: 'AWS asks for patience',
    meaning:
      'Too many requests of the same kind came from your account, and waiting for a while was not enough.',
    next: 'Wait a minute, then try again.',
  }),
  'aws.validation': (facts) => ({
    title: 'AWS did not accept a value',
    meaning: `Part of the request is outside what AWS allows${withFact(facts, 'operation', (operation) => ` for ${operation}`)}${withFact(facts, 'field', (field) => `: ${field}`)}.`,
    next: 'Check what was filled in. If it looks right, report the technical details.',
  }),
  'aws.unavailable': () => ({
    title: 'AWS has a fault of its own at the moment',
    meaning: 'The service was reached, but said that it could not do its work.',
    next: 'Wait a few minutes, then try again. The AWS Health Dashboard shows longer faults.',
  }),
  'aws.unexpected': (facts) => ({
    title: 'AWS answered something that Keyferry does not know',
    meaning: `The answer${withFact(facts, 'name', (name) => ` (${name})`)} does not fit anything that this step expects.`,
    next: 'Try again once. If it happens again, report the technical details.',
  }),
};

export const kmsTexts: TextsOf<'kms'> = {
  'kms.notFound': () => ({
    title: 'AWS does not find the key',
    meaning: 'There is no such key in this account and Region, or AWS does not know it everywhere yet.',
    next: 'Check the account and the Region. If the key was made a moment ago, try again.',
  }),
  'kms.invalidArn': () => ({
    title: "AWS does not accept the key's name",
    meaning: 'A key ID or ARN has a form that AWS cannot use.',
    next: 'Check the key ID, and copy it again from the AWS KMS console.',
  }),
  'kms.invalidState': (facts) => ({
    title: 'The key is in a state that does not allow this',
    meaning: `${withFact(facts, 'state', (state) => `Its state is ${state}. `)}A key that is pending deletion takes no key material, for example.`,
    next: 'Look at the state of the key in the AWS KMS console, then try again.',
  }),
  'kms.disabled': () => ({
    title: 'The key is switched off',
    meaning: 'Somebody disabled it, so it can neither encrypt nor decrypt.',
    next: 'Have it enabled in the AWS KMS console, then try again.',
  }),
  'kms.keyUnavailable': () => ({
    title: 'The key cannot be used at the moment',
    meaning: 'AWS could not reach it. This passes by itself.',
    next: 'Wait a minute, then try again.',
  }),
  'kms.unsupported': () => ({
    title: 'This key does not take imported key material',
    meaning: 'Its origin is not EXTERNAL, and that can never be changed.',
    next: 'Choose the key that was made for imported key material, or create one.',
  }),
  'kms.limitExceeded': () => ({
    title: 'A limit of your AWS account is reached',
    meaning:
      'It already has as many keys, aliases or other things as AWS allows, or the key policy is too long.',
    next: 'Have the limit raised in the AWS Service Quotas console, then try again.',
  }),
  'kms.conflict': () => ({
    title: 'Somebody else is changing this key',
    meaning: 'Another request for the same key was under way.',
    next: 'Wait a minute, then try again.',
  }),
  'kms.aliasTaken': (facts) => ({
    title: `The alias ${quoted(facts, 'alias', 'that was chosen')} is taken`,
    meaning: 'Another key in this account and Region has it, and keeps it.',
    next: 'Choose another alias.',
  }),
  'kms.aliasRefused': (facts) => ({
    title: `AWS does not accept the alias ${quoted(facts, 'alias', 'that was chosen')}`,
    meaning: 'It holds a character that AWS does not allow there, or begins with aws/.',
    next: 'Choose an alias with only letters, digits, / _ and - in it.',
  }),
  'kms.tagRefused': () => ({
    title: 'AWS does not accept the tags',
    meaning: 'There are too many, two have the same key, or one begins with aws:.',
    next: 'Change the tags.',
  }),
  'kms.policyMalformed': () => ({
    title: 'AWS does not accept the key policy',
    meaning:
      'Something in it is not as AWS requires. Keyferry wrote it, so this is probably a fault of Keyferry.',
    next: 'Check the administrators and users. If they are right, report the technical details.',
  }),
  'kms.policyLocksOut': () => ({
    title: 'With this key policy you could not manage the key',
    meaning: 'AWS refuses policies that would lock out the person who creates the key.',
    next: 'Add yourself, or a role that you may use, to the key administrators.',
  }),
  'kms.policyPrincipals': (facts) => ({
    title: 'The key policy names somebody who does not exist',
    meaning: `AWS has to know every account, user and role in a key policy${withFact(facts, 'principal', (arn) => `, and does not know ${arn}`)}${withFact(facts, 'principals', (arns) => `. This one names ${arns}`)}. The receiver's account ID, an administrator or a user is wrong, or was made a moment ago.`,
    next: "Check the receiver's account ID, the administrators and the users.",
  }),
  'kms.expiredImportToken': () => ({
    title: 'The import token has expired',
    meaning: 'AWS accepts it for 24 hours, with the key material that was wrapped for it.',
    next: 'Fetch a fresh set of import parameters, and wrap the key material again.',
  }),
  'kms.invalidImportToken': () => ({
    title: 'The import token does not belong to this key',
    meaning: 'It was changed on the way, or it was handed out for another key.',
    next: 'Fetch a fresh set of import parameters for this key, and wrap the key material again.',
  }),
  'kms.invalidCiphertext': () => ({
    title: 'AWS could not open the wrapped key material',
    meaning:
      'It was wrapped for another wrapping key or in a different way than the token says, or it was damaged. At worst, somebody swapped the wrapping key on its way and can read what was wrapped for it.',
    next: 'Do not use this key material again. Start again, with fresh import parameters and new key material.',
  }),
  'kms.incorrectKeyMaterial': () => ({
    title: 'AWS opened the key material and does not take it for this key',
    meaning:
      'A key takes only material of its own length and, after the first import, only that same material.',
    next: 'Find the key material that this key had before, or use a new key.',
  }),
  'kms.invalidKeyUsage': () => ({
    title: 'The key is not made for this use',
    meaning: 'It is not a key for encrypting and decrypting.',
    next: 'Choose a symmetric key for encryption.',
  }),
  'kms.keyStore': () => ({
    title: 'The key lives in a custom key store',
    meaning: 'Such keys take no imported key material.',
    next: 'Use a key that is kept in AWS KMS itself.',
  }),
  'kms.grant': () => ({
    title: 'AWS does not accept a grant',
    meaning: 'It may be gone, or something else is acting on this key at the same time.',
    next: 'Wait a minute, then try again. If it happens again, report the technical details.',
  }),
};
