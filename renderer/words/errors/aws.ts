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
    next: 'Ask whoever manages permissions in your account, then try again. “Check access” on the page “Sign in” offers a policy to send.',
  }),
  'aws.throttled': () => ({
    title: 'AWS asks for patience',
    meaning:
      'Too many requests of the same kind came from your account, and waiting a while did not suffice.',
    next: 'Wait a minute, then try again.',
  }),
  'aws.validation': (facts) => ({
    title: 'AWS did not accept a value',
    meaning: `A part of the request is outside of what AWS allows${withFact(facts, 'operation', (operation) => ` for ${operation}`)}${withFact(facts, 'field', (field) => `: ${field}`)}.`,
    next: 'Check what was filled in. If it looks right, report the technical details.',
  }),
  'aws.unavailable': () => ({
    title: 'AWS has a fault of its own at the moment',
    meaning: 'The service was reached, and said that it could not do its work.',
    next: 'Wait some minutes, then try again. The AWS Health Dashboard tells of longer faults.',
  }),
  'aws.unexpected': (facts) => ({
    title: 'AWS answered something that Keyferry does not know',
    meaning: `The answer${withFact(facts, 'name', (name) => ` (${name})`)} fits nothing that this step can mean.`,
    next: 'Try again once. If it happens again, report the technical details.',
  }),
};

export const kmsTexts: TextsOf<'kms'> = {
  'kms.notFound': () => ({
    title: 'AWS does not find the key',
    meaning: 'There is no such key in this account and Region, or AWS has not spread the news of it yet.',
    next: 'Check account and Region. If the key was made a moment ago, try again.',
  }),
  'kms.invalidArn': () => ({
    title: "AWS does not accept the key's name",
    meaning: 'A key ID or ARN has a form that AWS cannot use.',
    next: 'Check the key ID, and copy it again from the AWS KMS console.',
  }),
  'kms.invalidState': (facts) => ({
    title: 'The key is in a state that does not allow this',
    meaning: `${withFact(facts, 'state', (state) => `Its state is ${state}. `)}A key that waits for its deletion takes no key material, for example.`,
    next: 'Look at the state of the key in the AWS KMS console, then try again.',
  }),
  'kms.disabled': () => ({
    title: 'The key is switched off',
    meaning: 'Somebody disabled it, so it can neither encrypt nor decrypt.',
    next: 'Have it enabled in the AWS KMS console, then try again.',
  }),
  'kms.keyUnavailable': () => ({
    title: 'The key cannot be used at the moment',
    meaning: 'AWS could not get at it. This passes by itself.',
    next: 'Wait a minute, then try again.',
  }),
  'kms.unsupported': () => ({
    title: 'This key does not take imported key material',
    meaning: 'Its origin is not EXTERNAL, and that can never be changed.',
    next: 'Choose the key that was made for imported key material, or create one.',
  }),
  'kms.limitExceeded': () => ({
    title: 'A limit of your AWS account is reached',
    meaning: 'It has as many keys, aliases or other things as it may have, or the key policy is too long.',
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
    next: 'Choose an alias of letters, digits, / _ and - alone.',
  }),
  'kms.tagRefused': () => ({
    title: 'AWS does not accept the tags',
    meaning: 'There are too many, two have the same key, or one begins with aws:.',
    next: 'Change the tags.',
  }),
  'kms.policyMalformed': () => ({
    title: 'AWS does not accept the key policy',
    meaning: 'Something in it is not as AWS wants it. Keyferry wrote it, so this is probably its fault.',
    next: 'Check administrators and users. If they are right, report the technical details.',
  }),
  'kms.policyLocksOut': () => ({
    title: 'With this key policy you could not manage the key',
    meaning: 'AWS refuses policies that would lock out the person who creates the key.',
    next: 'Add yourself, or a role that you may use, to the key administrators.',
  }),
  'kms.policyPrincipals': (facts) => ({
    title: 'The key policy names somebody who does not exist',
    meaning: `AWS knows every account, user and role in a key policy${withFact(facts, 'principal', (arn) => `, and not ${arn}`)}. The receiver's account ID, an administrator or a user is wrong, or was made a moment ago.`,
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
      'It was wrapped for another wrapping key or in another way than the token says, or it was damaged. At worst somebody swapped the wrapping key on its way, and can read what was wrapped for it.',
    next: 'Do not use this key material again. Begin anew, with fresh import parameters and new key material.',
  }),
  'kms.incorrectKeyMaterial': () => ({
    title: 'AWS opened the key material and does not take it for this key',
    meaning:
      'A key takes material of its own length alone, and later on the very same material that it had before.',
    next: 'Find the key material that this key had before, or use a new key.',
  }),
  'kms.invalidKeyUsage': () => ({
    title: 'The key is not made for this use',
    meaning: 'It is no key for encrypting and decrypting.',
    next: 'Choose a symmetric key for encryption.',
  }),
  'kms.keyStore': () => ({
    title: 'The key lives in a custom key store',
    meaning: 'Such keys take no imported key material.',
    next: 'Use a key that is kept in AWS KMS itself.',
  }),
  'kms.grant': () => ({
    title: 'AWS does not accept a grant',
    meaning: 'Keyferry uses none, so something else acts on this key at the same time.',
    next: 'Wait a minute, then try again. If it happens again, report the technical details.',
  }),
};
