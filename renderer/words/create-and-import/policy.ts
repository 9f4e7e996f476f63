import { isOfService } from '../../../main/shared/service-principal';
import type { ReadStatement } from '../../../main/shared/views/policy';
import { allowedWords, lettingServicesIn, objectWords } from '../policy/actions';
import { conditionSentence, forAwsServicesOnly, resourceSentence } from '../policy/conditions';

export const policyWords = {
  title: 'Key policy',
  description: 'Who may do what with the key, in plain words. AWS stores the JSON below.',
  json: 'Key policy as JSON',
  copyJson: 'Copy key policy',
  working: 'Composing the key policy',
  updating: 'Bringing it up to date',
  waiting: 'The key policy appears here once the fields above are complete.',
} as const;

export interface PolicySentence {
  readonly text: string;
  /** Those that the sentence is about. */
  readonly principals: readonly string[];
  /** Each of them must hold. */
  readonly conditions: readonly string[];
  /** Stands in place of the rest, where no sentence would be true. */
  readonly json?: string;
}

/** One statement of a key policy in plain words, no more and no less than it says. */
export function policySentence(statement: ReadStatement): PolicySentence {
  const { principals, json } = statement;
  if (json !== undefined) {
    const text = 'This statement could not be put into a sentence. It is shown as JSON:';
    return { text, principals: [], conditions: [], json };
  }
  const forServices = lettingServicesIn(statement);
  const conditions = [
    ...(statement.onlyForAwsResources && !forServices ? [forAwsServicesOnly] : []),
    ...(statement.conditions ?? []).map(conditionSentence),
    ...(statement.resources ? [resourceSentence(statement.resources)] : []),
  ];
  const text =
    statement.effect === 'Deny'
      ? `These are refused ${objectWords(statement)}, whatever else allows it:`
      : `These may ${forServices ?? allowedWords(statement)}:`;
  return { text, principals, conditions };
}

interface Known {
  readonly receiver: { readonly name: string; readonly accountId: string };
  readonly callerArn: string;
  /** Whether the statement refuses. */
  readonly isRefused?: boolean;
}

/** `Bluescape: everybody whom account 210987654321 allows` or `role Admin (you)`: a principal as people know it. */
export function principalWords(principal: string, known: Known): string {
  if (principal === '*') return 'Everybody: every AWS account and every AWS service';
  const { receiver, callerArn, isRefused } = known;
  const account = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(principal)?.[1];
  if (account !== undefined) {
    const isOwn = account === callerArn.split(':')[4];
    const name = `${isOwn ? 'your ' : ''}account ${account}`;
    const those = isRefused ? `in ${name}` : `whom ${name} allows`;
    return account === receiver.accountId ? `${receiver.name}: everybody ${those}` : `Everybody ${those}`;
  }
  const [, , , , accountId = '', resource] = principal.split(':');
  if (!principal.startsWith('arn:') || resource === undefined) return outsiderWords(principal);
  const isTheirs = accountId === receiver.accountId;
  const isOwn = !isTheirs && accountId === callerArn.split(':')[4];
  const who = `${isTheirs ? `${receiver.name}: ` : ''}${identityWords(resource)}`;
  return `${who}${isOwn ? '' : ` of account ${accountId}`}${principal === callerArn ? ' (you)' : ''}`;
}

/** What an ARN of IAM or STS names. Names are unique in their account whatever their path. */
function identityWords(resource: string): string {
  const [kind = '', ...path] = resource.split('/');
  if (kind === 'assumed-role') return `session ${path[1] ?? ''} of the role ${path[0] ?? ''}`;
  return `${kind.replace('-', ' ')} ${path.at(-1) ?? ''}`;
}

/** Principals that are no ARN. */
function outsiderWords(principal: string): string {
  const name = principal.slice(principal.indexOf(':') + 1);
  if (principal.startsWith('Service:')) return `the AWS service ${name}`;
  if (principal.startsWith('Federated:')) return `everybody who signs in through ${name}`;
  if (principal.startsWith('CanonicalUser:')) return `the account with the canonical user ID ${name}`;
  // As a grant names it.
  if (isOfService({ grantee: principal })) return `the AWS service ${principal}`;
  return `a user or role that no longer exists (${principal})`;
}
