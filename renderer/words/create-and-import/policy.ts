import type { PolicyStatementView } from '../../../main/shared/views/aws';

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
}

/** One statement of a key policy in plain words, told by what it allows. */
export function policySentence({
  actions,
  principals,
  onlyForAwsResources,
}: PolicyStatementView): PolicySentence {
  if (actions.includes('kms:*')) {
    return {
      text: 'Your account stays in control: its IAM policies decide who else may do what with the key.',
      principals: [],
    };
  }
  if (onlyForAwsResources) {
    return { text: 'These may let AWS services use the key for data that they store (grants):', principals };
  }
  if (actions.includes('kms:Encrypt')) {
    return { text: 'These may encrypt and decrypt with the key:', principals };
  }
  if (actions.some((action) => action === 'kms:ImportKeyMaterial' || action === 'kms:Put*')) {
    return {
      text: 'These may manage the key: change its policy, import and delete its key material, schedule its deletion:',
      principals,
    };
  }
  return { text: `These may do this with the key: ${actions.join(', ')}:`, principals };
}

interface Known {
  readonly receiver: { readonly name: string; readonly accountId: string };
  readonly callerArn: string;
}

/** `Bluescape, account 210987654321` or `role Admin (you)`: a principal as people know it. */
export function principalWords(arn: string, { receiver, callerArn }: Known): string {
  const accountId = arn.split(':')[4] ?? '';
  const resource = arn.split(':').slice(5).join(':');
  if (resource === 'root') {
    return accountId === receiver.accountId
      ? `${receiver.name}: everybody whom account ${accountId} allows`
      : `Everybody whom account ${accountId} allows`;
  }
  const [kind, ...path] = resource.split('/');
  return `${kind ?? ''} ${path.at(-1) ?? ''}${arn === callerArn ? ' (you)' : ''}`;
}
