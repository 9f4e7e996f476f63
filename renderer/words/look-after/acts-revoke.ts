import type { KeyAct, KeyChange } from '../../../main/shared/views/acts';
import type { StillOpen, TakenOut } from '../../../main/shared/views/revoke';
import { counted, listed } from '../shell/counted';

export const revokeWords = {
  title: 'Revoke',
  text: 'Takes a receiver out of the key policy, and revokes its grants.',
  lead: 'The account is taken out of the key policy, and then its grants are revoked. Neither calls back data keys that the receiver has in clear already. If everybody has to be stopped at once, go back and disable the key.',
  running: 'Revoking the receiver',
  done: (key: string) => `The receiver is revoked from ${key}`,
  doneText: 'The key policy and the grants were read again afterwards.',
  job: 'Revoke a receiver',
} as const;

export const revokePage = {
  button: (accountId: string) => `Revoke account ${accountId}`,
  allow: 'Allow a receiver',
  inPolicy: 'The key policy names it.',
  byGrants: 'Only grants let it in. The key policy does not name it.',
  policyTitle: 'What changes in the key policy',
  policyText: 'Everything else stays as AWS has it, character by character.',
  policyStays: 'The key policy does not name this account, so it stays as it is.',
  bytes: (bytes: number) =>
    `The new key policy has ${bytes.toLocaleString('en')} of the 32,768 bytes that AWS takes.`,
  before: 'The key policy now, with what is taken out',
  after: 'The key policy afterwards',
  grantsTitle: 'Its grants',
  grantsText: 'A grant works beside the key policy. Those that are ticked are revoked.',
  noGrants: 'This account has no grants for the key.',
  own: 'Grants of this account',
  services: 'Grants that AWS services made',
  servicesText:
    'A service made them to keep something readable: a disk, a database, a backup. Without its grant, that may stop at once and may not come back. They are not ticked. Tick one only if you know what it is for.',
  unreadTitle: 'The grants cannot be read, so the receiver would be half revoked',
  unreadText:
    'You can take it out of the key policy. Its grants keep working until somebody who may list and revoke grants (kms:ListGrants, kms:RevokeGrant) goes on.',
  mendTitle: 'Something older stands in the way',
  mendBox: 'Also take this out of the key policy',
  mendText:
    'AWS refuses every change of a policy that has it. It lets nobody in, so nobody loses anything by it.',
  mendMissing: 'Tick the box first: without it, AWS refuses the change.',
  openTitle: 'Not revoked: also open through other statements',
  openText:
    'The account is not named there, so they are left as they are. Have them changed in the AWS KMS console if it has to be kept out.',
  perhapsTitle: 'What Keyferry cannot see',
  afterwards:
    'Five minutes later Keyferry lists the grants again, because until then the receiver may still make some by the former policy. You need not wait for that: you can leave, and Unfinished work reminds you. In practice it takes a few seconds.',
  keptTitle: 'Grants that are left',
  keptText: 'They were not ticked, or an AWS service made them. They keep working.',
} as const;

const nameOf = (sid: string): string =>
  sid === '' ? 'A statement without a name' : `The statement “${sid}”`;

/** One thing that is taken out of the policy, as a sentence. */
export function takenSentence({ sid, because, principals, isGone }: TakenOut): string {
  const name = nameOf(sid);
  switch (because) {
    case 'account':
      return isGone
        ? `${name} goes: it lets in nobody but ${listed(principals)}.`
        : `${name} no longer lets in ${listed(principals)}. The others in it stay.`;
    case 'deleted':
      return isGone
        ? `${name} goes: it is about nobody but ${listed(principals)}, which was deleted.`
        : `${name} loses ${listed(principals)}, which was deleted. The others in it stay.`;
    case 'incomplete':
      return `${name} goes: it has no action or no resource, and so no effect.`;
  }
}

/** Whether it plainly lets the account in; the others depend on what only IAM knows. */
export const isPlainlyOpen = ({ through }: StillOpen): boolean =>
  through !== 'own-roles' && through !== 'own-iam';

/** What may still let the account in, as a sentence. */
export function openSentence({ through, sid, principals }: StillOpen, accountId: string): string {
  const name = nameOf(sid);
  switch (through) {
    case 'everybody':
      return `${name} lets in everybody (*).`;
    case 'organisation':
      return `${name} lets in everybody of ${listed(principals)}, under a condition. If account ${accountId} belongs to it, it is let in.`;
    case 'condition':
      return `${name} lets in everybody, under a condition that names account ${accountId}.`;
    case 'not-principal':
      return `${name} lets in everybody except some (NotPrincipal).`;
    case 'unread':
      return `${name} cannot be put into words, so it may let the account in.`;
    case 'named':
      return `${name} names ${listed(principals)}.`;
    case 'own-roles':
      return `${name} lets in ${listed(principals)} of your own account. Whether account ${accountId} may assume ${principals.length === 1 ? 'it' : 'one of them'}, its trust policy in IAM says.`;
    case 'own-iam':
      return `${name} leaves it to the IAM policies of your own account. A role there that account ${accountId} may assume can still use the key.`;
  }
}

/** What is about to happen, in one sentence, and what of it cannot be undone. */
export function revokeReview(accountId: string, grants: number, key: string): string {
  const out = `Account ${accountId} is taken out of the key policy of ${key}, as far as it is named there`;
  if (grants === 0) return `${out}.`;
  const these = grants === 1 ? '1 grant is' : `${counted(grants, 'grant')} are`;
  return `${out}, and ${these} revoked. That cannot be undone: somebody would have to make a new grant.`;
}

/** What a person decided; for comparing a note. */
export const revokeFacts = ({
  accountId,
  grants,
}: Extract<KeyAct, { do: 'revoke-receiver' }>): readonly (readonly [string, string])[] => [
  ['Receiver', `Account ${accountId}`],
  ['Grants to revoke', grants.length === 0 ? 'None' : grants.join(', ')],
];

const ends: Readonly<Record<string, string>> = {
  'taken-out': 'taken out',
  'statement-gone': 'taken out, and with them the statement',
  incomplete: 'taken out, as it had no action or no resource',
  revoked: 'revoked',
  'revoked-later': 'revoked at the second look',
  gone: 'gone before it was revoked',
};

/** A change of a policy or of a grant, as a fact; undefined for any other. */
export function revokeChangeFact({ what, name = '', before, after }: KeyChange) {
  const end = ends[after];
  if (end === undefined || what === 'state') return undefined;
  const label =
    what === 'policy'
      ? `Key policy, ${name === '' ? 'a statement without a name' : `“${name}”`}`
      : `Grant ${name}`;
  return { label, value: before === '' ? end : `${before}: ${end}` };
}
