import { because, quoted, withFact, type TextsOf } from './error-text';
import { statementText } from './statement';

export const receiverTexts: TextsOf<'receiver'> = {
  'receiver.account': (facts) => ({
    title: "The receiver's AWS account ID cannot be right",
    meaning: because(
      facts,
      {
        partition: 'That account is in another part of AWS, and keys are never shared across that border.',
        principal:
          'It names one role or user, and Keyferry can only allow a whole account. Nothing was allowed to either.',
      },
      'An AWS account ID has exactly 12 digits.',
    ),
    next:
      facts['reason'] === 'principal'
        ? `If the whole account may use the key, type its 12 digits${withFact(facts, 'accountId', (digits) => ` (${digits})`)}: an administrator of that account then decides which roles use it.`
        : 'Ask the receiver for their AWS account ID, and type it again.',
  }),
  'receiver.ownAccount': (facts) => ({
    title: "The receiver's AWS account is your own",
    meaning: `You are signed in to account ${withFact(facts, 'accountId', String) || 'that you named as the receiver'}. The receiver's account is another one; yours needs no permission to share with itself.`,
    next: 'Go back to “Receiver” and type the account ID that the receiver gave you, or sign in to another account.',
  }),
  'receiver.blank': (facts) => ({
    title: `${quoted(facts, 'label', 'A field of the receiver')} cannot be used`,
    meaning: because(facts, blankReasons, 'It is not what the receiver asks for.'),
    next: 'Go back to “Receiver” and copy it from what the receiver gave you.',
  }),
  'receiver.unknown': (facts) => ({
    title: `Keyferry does not know ${quoted(facts, 'preset', 'this receiver')}`,
    meaning: 'This may have been begun with another version of Keyferry, which knows it.',
    next: 'Go back to “Receiver” and choose “Other service”.',
  }),
  'receiver.ownRoleMissing': (facts) => ({
    title: 'Your account has no such role',
    meaning: `AWS refuses a key policy that names a role it does not know, and there is no ${withFact(facts, 'role', String) || 'such role'}. It may be mistyped, without its path, or not made yet.`,
    next: 'Go back to “Receiver” and compare the ARN, or ask your IAM administrator to make the role. The trust policy that it needs stands there.',
  }),
  'receiver.refusesImported': (facts) => ({
    title: `${withFact(facts, 'receiver', String) || 'This receiver'} takes no imported keys`,
    meaning: 'A key whose material you bring would be refused there, so nothing is made.',
    next: 'Ask the receiver which kind of key it takes, or choose another receiver.',
  }),
  'receiver.unknownPrincipal': (facts) => ({
    title:
      facts['count'] === 1 ? 'AWS does not know this identity' : 'AWS does not know one of these identities',
    meaning: `AWS has to know whom a key lets in${withFact(facts, 'principals', (arns) => `, and was given: ${arns}`)}. It may be mistyped, deleted, or not made yet.`,
    next: 'Compare it with what the receiver gave you. If it is the same, ask the receiver.',
  }),
  'receiver.sidTaken': (facts) => ({
    title: `The receiver's statement has a name that is taken`,
    meaning: `Two statements of the key policy would be called ${quoted(facts, 'sid', 'the same')}, and AWS takes each name once.`,
    next: 'Give the statement another Sid, and paste it again.',
  }),
  'receiver.statement': statementText,
};

const blankReasons = {
  missing: 'It is empty.',
  many: 'It holds more values than the receiver asks for.',
  arn: 'It is not the ARN of a role or a user, which begins with arn:aws:iam::.',
  role: 'It is an ARN, and not that of a role.',
  user: 'It is an ARN, and not that of a user.',
  'role-or-user': 'It is an ARN, and neither that of a role nor that of a user.',
  'own-role': 'It is an ARN, and not that of a role.',
  partition: 'It is in another part of AWS, and keys are never shared across that border.',
  own: 'It belongs to your own account, and the receiver has another one.',
  elsewhere: 'The role has to be in the account that you are signed in to.',
  wildcard: 'It holds a wildcard, which would let in more than what was typed.',
  characters: 'It holds a character that does not belong in a key policy.',
} as const;

export const keyTexts: TextsOf<'key'> = {
  'key.alias': (facts) => ({
    title: 'This alias cannot be used',
    meaning: because(
      facts,
      {
        empty: 'It is empty.',
        prefix: 'Leave out alias/ at the beginning: Keyferry adds it.',
        reserved: 'Names that begin with aws/ belong to AWS.',
        tooLong: 'It is too long: AWS allows 250 characters.',
      },
      'It may hold only letters, digits, / _ and - characters.',
    ),
    next: 'Type another alias.',
  }),
  'key.description': (facts) => ({
    title: 'This description cannot be used',
    meaning: because(
      facts,
      { tooLong: 'It is too long: AWS allows 8192 characters.' },
      'It holds a character that cannot be shown.',
    ),
    next: 'Shorten or retype the description.',
  }),
  'key.tags': (facts) => ({
    title: withFact(facts, 'tag', (number) => `Tag ${number} cannot be used`) || 'These tags cannot be used',
    meaning: because(
      facts,
      {
        tooMany: 'There are too many: AWS allows 50, and Keyferry adds one.',
        empty: 'It has no key.',
        tooLong: 'A tag key has up to 128 characters, a tag value up to 256.',
        reserved: 'Keys that begin with aws: belong to AWS.',
        duplicate: 'Another tag has the same key.',
      },
      'Tags may hold only letters, digits, spaces and + - = . _ : / @ characters.',
    ),
    next: 'Change the tags.',
  }),
  'key.principal': (facts) => ({
    title: `${quoted(facts, 'principal', 'An administrator or user')} cannot be in the key policy`,
    meaning: because(
      facts,
      {
        partition: 'It is in another part of AWS than your account.',
        session: 'This is one session of a role. Name the role itself: arn:aws:iam::…:role/…',
        account: 'It is in another AWS account. Administrators and users are in yours.',
        wildcard: 'A key policy names each user or role in full, without * or ?.',
        serviceLinked: 'Roles that AWS services keep for themselves are not given keys in this way.',
      },
      'It is not the ARN of an IAM user or role.',
    ),
    next: 'Remove it, and add the ARN of a user or role of your account.',
  }),
  'key.policyTooLarge': (facts) => ({
    title: 'The key policy is too long',
    meaning: `AWS allows ${withFact(facts, 'max', String) || '32768'} bytes${withFact(facts, 'bytes', (bytes) => `; this one has ${bytes}`)}.`,
    next: 'Shorten it: name a role that many people share in place of many users, for example.',
  }),
  'key.expiry': (facts) => ({
    title: 'The key material cannot expire on that day',
    meaning: because(
      facts,
      { past: 'That day is over.', tooFar: 'AWS allows 365 days from now at most.' },
      'There is no such day in the calendar.',
    ),
    next: 'Choose another day, or key material that does not expire.',
  }),
  'key.otherAccount': (facts) => ({
    title: 'You are signed in to another account',
    meaning: `What you asked for is in account ${quoted(facts, 'stated', 'another')}, and you are signed in to ${quoted(facts, 'found', 'another')}. Only the account that owns a key can look after it.`,
    next: 'Sign in to the account that owns the key.',
  }),
  'key.notImported': (facts) => ({
    title: 'This key has no imported key material',
    meaning: `Keyferry looks after keys of origin EXTERNAL${withFact(facts, 'origin', (origin) => `, and the origin of this one is ${origin}`)}. Nothing was changed.`,
    next: 'Check the ARN, and copy it again from the list of keys.',
  }),
  'key.wrappingAlgorithm': (facts) => ({
    title: `${quoted(facts, 'algorithm', 'This wrapping algorithm')} does not fit this key`,
    meaning: 'It wraps private keys. The key that is created here is symmetric.',
    next: 'Choose RSAES_OAEP_SHA_256.',
  }),
};
