import { refuse } from '../../aws-fault';
import type { Fields } from '../../fields';
import type { PracticeKey } from '../../store';
import type { Call } from '../../world';
import { decide } from './decide';
import { isMembers, listOf } from './document';
import { keyContext, policyRequest } from './request';

/**
 * Whether a grant allows it, which works beside the policy, and beside the IAM policies of the caller's account.
 * Source: AWS KMS Developer Guide, "Grants in AWS KMS". Grants with constraints are not practised.
 */
const isGranted = ({ operation, caller }: Call, key: PracticeKey): boolean =>
  [...key.grants.values()].some(
    ({ grantee, operations }) =>
      operations.includes(operation) && (grantee === caller.principalArn || grantee === caller.callerArn),
  );

/** Operations that only IAM allows, even where they name a key. */
const iamOnly = ['ListAliases'];

/**
 * Whether the key's policy, or a grant, lets the caller do this. The end of AWS's text says why it refuses; where practice cannot
 * judge, the text says that instead.
 *
 * @throws AwsFault AccessDeniedException
 */
export function authorize(call: Call, key: PracticeKey, input: Fields): void {
  const { operation, caller } = call;
  if (iamOnly.includes(operation)) return;
  const request = policyRequest(call, { operation, keyArn: key.arn, context: keyContext(key, input) });
  const document: unknown = JSON.parse(key.policy);
  const statements = isMembers(document) ? listOf(document['Statement']).filter(isMembers) : [];
  const decision = decide(statements, request);
  if (decision.answer === 'allowed') return;
  if (decision.answer !== 'denied' && isGranted(call, key)) return;
  const { action } = request;
  const reasons = {
    denied: 'with an explicit deny in a resource-based policy',
    'not-allowed': `because no resource-based policy allows the ${action} action`,
    unclear: `in practice: the practice AWS cannot judge ${decision.answer === 'unclear' ? decision.what : ''} in the key policy, and AWS itself may answer otherwise`,
  };
  refuse(
    'AccessDeniedException',
    `User: ${caller.callerArn} is not authorized to perform: ${action} on resource: ${key.arn} ${reasons[decision.answer]}`,
  );
}
