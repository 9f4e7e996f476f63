import { useActions } from '../../../main/shared/kms-words';
import type { PolicyStatementView } from '../../../main/shared/views/aws';

type Condition = NonNullable<PolicyStatementView['conditions']>[number];

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
  /** ARNs that the sentence is about; empty when it names everybody itself. */
  readonly principals: readonly string[];
  /** Each of them must hold. */
  readonly conditions: readonly string[];
}

/** One statement of a key policy in plain words, told by what it allows. */
export function policySentence(statement: PolicyStatementView): PolicySentence {
  const conditions = (statement.conditions ?? []).map(conditionSentence);
  return { ...whoMayDoWhat(statement), conditions };
}

const among = (values: readonly string[]): string =>
  values.length === 1 ? `“${values[0]}”` : `one of ${values.map((value) => `“${value}”`).join(', ')}`;

/** A condition whose key people can be told about; the JSON has every other one word for word. */
function conditionSentence({ operator, key, values }: Condition): string {
  const context = /^kms:EncryptionContext:(.+)$/.exec(key)?.[1];
  if (context !== undefined && operator === 'StringEquals') {
    return `Only for data that is marked with ${context} ${among(values)} (encryption context).`;
  }
  if (key === 'kms:ViaService') return `Only through the AWS service ${among(values)}.`;
  if (key === 'aws:PrincipalOrgPaths') {
    return `Only for identities in this part of the receiver's AWS organisation: ${among(values)}.`;
  }
  return `Only if ${key} is ${among(values)} (${operator}).`;
}

function whoMayDoWhat({
  actions,
  principals,
  onlyForAwsResources,
}: PolicyStatementView): Omit<PolicySentence, 'conditions'> {
  if (actions.includes('kms:*')) {
    return {
      text: 'Your account stays in control: its IAM policies decide who else may do what with the key.',
      principals: [],
    };
  }
  if (onlyForAwsResources) {
    return { text: 'These may let AWS services use the key for data that they store (grants):', principals };
  }
  if (useActions.every((action) => actions.includes(action))) {
    return { text: 'These may encrypt and decrypt with the key:', principals };
  }
  if (actions.some((action) => action === 'kms:ImportKeyMaterial' || action === 'kms:Put*')) {
    return {
      text: 'These may manage the key: change its policy, import and delete its key material, schedule its deletion:',
      principals,
    };
  }
  return { text: `These may use the key, and only by ${listed(actions)}:`, principals };
}

function listed(actions: readonly string[]): string {
  const names = actions.map((action) => action.replace(/^kms:/, ''));
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

interface Known {
  readonly receiver: { readonly name: string; readonly accountId: string };
  readonly callerArn: string;
}

/** `Bluescape, account 210987654321` or `role Admin (you)`: a principal as people know it. */
export function principalWords(arn: string, { receiver, callerArn }: Known): string {
  const accountId = arn.split(':')[4] ?? '';
  const resource = arn.split(':').slice(5).join(':');
  if (arn === '*') return `${receiver.name}: everybody to whom the condition applies`;
  if (resource === 'root') {
    return accountId === receiver.accountId
      ? `${receiver.name}: everybody whom account ${accountId} allows`
      : `Everybody whom account ${accountId} allows`;
  }
  const [kind, ...path] = resource.split('/');
  const isTheirs = accountId === receiver.accountId;
  const whose = isTheirs ? `${receiver.name}: ` : '';
  const where = isTheirs ? ` of account ${accountId}` : '';
  return `${whose}${kind ?? ''} ${path.at(-1) ?? ''}${where}${arn === callerArn ? ' (you)' : ''}`;
}
