import { because, quoted, type ErrorText } from './error-text';

const fromReceiver = 'Ask the receiver for a statement without it.';
const copyAgain = 'Copy it again from where the receiver shows it, from the first bracket to the last.';
const fillIn = 'Put in the value that the receiver gave you for it, and paste the statement again.';
const onlyTheirs = 'Paste only the statement that lets the receiver in.';

/** What is wrong, by reason, in a sentence that follows the word that is the reason; and what to do about it. */
const reasons: Readonly<Record<string, readonly [meaning: string, next: string]>> = {
  tooLong: ['It is longer than any key policy, which has 32 KiB at most.', onlyTheirs],
  nothing: ['There is no statement in it: a statement is between curly brackets.', copyAgain],
  cutShort: ['A bracket has no partner, so a part of the statement is missing.', copyAgain],
  syntax: ['It is not written as JSON, so nobody can be sure what it says.', copyAgain],
  depth: ['It is built far more deeply than a statement is.', copyAgain],
  duplicate: ['This stands in it twice. Programs would not agree on which one counts.', fromReceiver],
  characters: [
    'It holds a character that only looks like a letter, a digit or a space, or that cannot be seen.',
    'Type that word anew, and paste the statement again.',
  ],
  member: ['This is no part of a statement that Keyferry knows.', fromReceiver],
  missing: ['This part is missing or empty.', copyAgain],
  form: ['This does not have the form that it has in a key policy.', copyAgain],
  tooMany: ['This part has more entries than a receiver needs.', fromReceiver],
  sid: [
    'The name of a statement, its Sid, has only letters, digits, spaces, _ and -, and up to 128 of them.',
    'Give the statement another Sid, and paste it again.',
  ],
  onlyOwn: [
    'It holds only the statement that lets your own account in, and Keyferry writes that one itself.',
    onlyTheirs,
  ],
  not: [
    'This stands for everything but what is named, so nobody can see how much it allows.',
    'Ask the receiver for a statement that names whom and what it allows.',
  ],
  effect: ['A statement that lets a receiver in has the Effect “Allow”.', onlyTheirs],
  resource: [
    'It is about something other than a KMS key. A statement of a key policy is about its own key, by its ARN or *.',
    'Ask the receiver for the statement for the key policy: it may have given you one for an IAM policy.',
  ],
  placeholder: ['This was left in from an example, for you to fill in.', fillIn],
  variable: ['AWS would put another value in its place with each request.', fillIn],
  partition: [
    'It is in another part of AWS than your account, and keys are never shared across that border.',
    'Ask the receiver for the statement for the part of AWS that your account is in.',
  ],
  unbounded: [
    'It stands for everybody who uses AWS, and no condition bounds it to an organization, an account, or people who are named.',
    'Ask the receiver for a statement that names them.',
  ],
  own: [
    'It stands for your own account as a whole, and your account is not the receiver.',
    'Ask the receiver for the statement that names the receiver.',
  ],
  service: [
    'It is a service of AWS itself, which would use the key for anybody. A service works for a receiver by the condition kms:ViaService.',
    'Ask the receiver for a statement that names an account, a role or a user.',
  ],
  federated: [
    'It is a sign-in by another provider. A key policy lets in the role that somebody has after that sign-in.',
    'Ask the receiver for the ARN of the role.',
  ],
  canonicalUser: [
    'This kind of name is for Amazon S3.',
    'Ask the receiver for a statement that names an account, a role or a user.',
  ],
  session: [
    'It is one session of a role, or a temporary user, and does not last.',
    'Ask the receiver for the ARN of the role itself.',
  ],
  wildcardPrincipal: [
    'A key policy names each role and user in full, without * or ?.',
    'Ask the receiver for the full ARN.',
  ],
  principal: [
    'It is not the ARN of an account, a role or a user, nor the 12 digits of an account.',
    'Ask the receiver for the ARN.',
  ],
  everything: [
    'It allows everything, from changing the key policy to deleting the key.',
    'Ask the receiver for the list of actions that it needs.',
  ],
  otherService: [
    'It is an action of another service than KMS, or none at all.',
    'Ask the receiver for the statement for the key policy: it may have given you one for an IAM policy.',
  ],
  wildcard: [
    'It stands for more than one action, and among them are some that no receiver may have.',
    'Ask the receiver for the list of actions that it needs.',
  ],
  action: ['It changes the key or who may use it. No receiver may have it.', fromReceiver],
  unknownAction: ['It is no action of KMS that Keyferry knows.', fromReceiver],
  operator: ['It is no operator of a condition in AWS.', fromReceiver],
};

/** `receiver.statement`: what was pasted is refused as a whole. */
export const statementText: ErrorText = (facts) => {
  const [meaning, next] = reasons[String(facts['reason'])] ?? ['It is not a statement.', copyAgain];
  const isWordless = because(facts, { onlyOwn: 'yes', nothing: 'yes' }, '') !== '';
  const word = isWordless ? '' : quoted(facts, 'word', '');
  return {
    title: `${word === '' ? 'What was pasted' : word} cannot be in the receiver's statement`,
    meaning: `${meaning} Nothing was taken from what was pasted.`,
    next,
  };
};
