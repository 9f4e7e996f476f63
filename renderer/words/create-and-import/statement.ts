import type { LeftOut, StatementView, Unusual } from '../../../main/shared/views/statement';

export const statementWords = {
  label: "Paste the receiver's statement",
  insteadOfAccount:
    'Instead of an account ID, if the receiver gave you a policy statement. Comments and words around it do no harm.',
  ofPreset: (name: string) =>
    `${name} gives a policy statement to each customer. Paste all of it; comments and words around it do no harm.`,
  practice: 'Use a statement made for practice',
  accountOrStatement: 'Type the account ID that the receiver gave you, or paste its statement below.',
  takesOver: 'It says whom to let in, and for what. Empty this field to type an account ID instead.',
  missing: 'Paste the statement that the receiver gave you.',
  refused: 'Keyferry cannot use this statement. The reason is below.',
  reading: 'Reading the statement',
  title: 'What the statement allows',
  description: 'In plain words. Compare it with what the receiver told you that it needs.',
  json: 'The statement as it will stand in the key policy',
  leftOut: 'Left out or changed',
  unusual: 'Confirm what is unusual',
  unusualText:
    'Few receivers need this. If you did not expect it, ask the receiver before you tick the box. Next goes on once all boxes are ticked.',
  unconfirmed: 'Tick this once you are sure that the receiver needs it.',
} as const;

/** For people who practise, and have no statement at hand. */
export const practiceStatement = `// A statement made for practice
{
  "Sid": "AllowUseByPracticeReceiver",
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::210987654321:role/PracticeReceiver" },
  "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"],
  "Resource": "*"
}
`;

/** For screen readers, as soon as a statement has been read. */
export function readText({ statements, unusual }: StatementView): string {
  const read =
    statements.length === 1 ? 'The statement is read.' : `${statements.length} statements are read.`;
  if (unusual.length === 0) return read;
  return unusual.length === 1
    ? `${read} 1 thing is unusual: confirm it below.`
    : `${read} ${unusual.length} things are unusual: confirm them below.`;
}

/** What a person confirms, and how they can tell whether it is right. */
const unusualTexts: Record<Unusual['what'], (word: string) => readonly [label: string, text: string]> = {
  grants: (word) => [
    word === 'kms:CreateGrant'
      ? 'It may let others use the key as well (kms:CreateGrant).'
      : 'It may end the use of the key by others (kms:RevokeGrant).',
    'Most receivers do so only through services of AWS, under the condition kms:GrantIsForAWSResource. This one is not bound by that condition.',
  ],
  anybody: () => [
    'It names nobody: everybody to whom its condition applies is let in (*).',
    "Check that the organization or the account in the condition is the receiver's.",
  ],
  ownPrincipal: (word) => [
    `It lets in a role or user of your own account: ${word}.`,
    'That is right where the receiver works through a role that you made for it.',
  ],
  looseCondition: (word) => [
    `One of its conditions holds more often than it seems (${word}).`,
    'It also holds where a request does not say the thing at all, or for everything but what is named.',
  ],
  wildcard: (word) => [
    `It stands for more than one action (${word}).`,
    'AWS may add actions with such a name later, and they would be allowed as well.',
  ],
  readsPolicy: (word) => [
    `It may read the key's policy or tags (${word}).`,
    'They say who else may use the key. To encrypt and decrypt, nobody needs them.',
  ],
  otherKeyKind: (word) => [
    `It names what this key cannot do (${word}).`,
    'The key is symmetric. Ask the receiver whether it expects another kind of key.',
  ],
  noEffect: (word) => [
    `It names what no key policy can allow (${word}).`,
    'It has no effect here. Make sure that this is the statement for the key policy.',
  ],
};

/** The label of the box, and the text under it. */
export function unusualText({ sid, what, word }: Unusual): readonly [label: string, text: string] {
  const [label, text] = unusualTexts[what](word);
  return [label, sid === '' ? `${text} In the grant.` : `${text} In the statement “${sid}”.`];
}

/** What was not taken over as it was pasted. */
export function leftOutText({ sid, what, word }: LeftOut): string {
  const statement = sid === '' ? 'A statement' : `The statement “${sid}”`;
  switch (what) {
    case 'text':
      return 'Comments, and the words around the statement, are left out.';
    case 'ownAccount':
      return `${statement} lets your own account do everything. Keyferry writes that one itself.`;
    case 'perhapsOwn':
      return `${statement} lets account ${word} do everything. If that is your own account, Keyferry writes it itself. If not, it is refused once you have signed in.`;
    case 'resource':
      return `${statement} is about ${word}. Here it is about the new key only.`;
    case 'sid':
      return `The name “${word}” is taken by another statement of the key policy, so this one is called “${sid}”.`;
  }
}
