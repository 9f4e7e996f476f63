import type { ReceiverStatement } from '../../schemas/receiver';
import { conditionOf } from './key-policy';

/**
 * The other half of the permission: the policy that an administrator of the receiver's account attaches to the users or
 * roles that will use the key. It names the key by its ARN, because an IAM policy cannot name it by an alias.
 *
 * @param statements how the key policy lets the receiver in.
 * @returns an IAM policy document, JSON.
 */
export function receiverPolicyText(keyArn: string, statements: readonly ReceiverStatement[]): string {
  const Statement = statements.map(({ sid, actions, conditions }) => ({
    // The Sid of an IAM policy has only letters and digits.
    Sid: sid.replaceAll(/[^A-Za-z0-9]/g, ''),
    Effect: 'Allow',
    Action: actions,
    Resource: keyArn,
    ...conditionOf(conditions),
  }));
  return JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2);
}
